// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.url;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What a browser makes of a URL.
 */
class WebUrlTests {

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", quoteCharacter = '"', textBlock = """
			https://sso_prod.acme.example/saml      -> sso_prod.acme.example
			https://_.acme.example/                 -> _.acme.example
			https://-acme-.example/                 -> -acme-.example
			https://a{b}.example/                   -> a{b}.example
			https://ACME.Example/                   -> acme.example
			https://acme.example./                  -> acme.example.
			https://müller.example/                 -> xn--mller-kva.example
			https://MÜLLER.example/                 -> xn--mller-kva.example
			https://straße.example/                 -> xn--strae-oqa.example
			https://βόλος.example/                  -> xn--nxasmm1c.example
			https://ΒΌΛΟΣ.example/                  -> xn--nxasmq6b.example
			https://日本語。example/                -> xn--wgv71a119e.example
			https://💩.la/                          -> xn--ls8h.la
			https://ＡＣＭＥ．example/              -> acme.example
			https://%61cme.example/                 -> acme.example
			https://xn--strae-oqa.example/          -> xn--strae-oqa.example
			https://127.0.0.1/                      -> 127.0.0.1
			https://0x7f.1/                         -> 127.0.0.1
			https://2130706433/                     -> 127.0.0.1
			https://0xA9FEA9FE/                     -> 169.254.169.254
			https://4294967295/                     -> 255.255.255.255
			https://１２７。１/                     -> 127.0.0.1
			https://[::FFFF:127.0.0.1]/             -> [::ffff:7f00:1]
			https://[2001:db8:0:0:0:0:0:1]/         -> [2001:db8::1]
			https://1.2.3.4.example/                -> 1.2.3.4.example
			""")
	void readsTheHost(String url, String host) {
		assertThat(WebUrl.parse(url).host()).isEqualTo(host);
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", quoteCharacter = '"', textBlock = """
			https://acme.example                     -> https://acme.example/
			HTTP://acme.example:80/a                 -> http://acme.example/a
			https://acme.example:443                 -> https://acme.example/
			https://acme.example:8443/a?b            -> https://acme.example:8443/a?b
			https://acme.example/a|b{c} d"e<f>`g^h   -> https://acme.example/a%7Cb%7Bc%7D%20d%22e%3Cf%3E%60g%5Eh
			https://acme.example/?a|b{c} d[e]        -> https://acme.example/?a%7Cb%7Bc%7D%20d%5Be%5D
			https://acme.example/%7Ca%zz%            -> https://acme.example/%7Ca%25zz%25
			https://acme.example/ü/💩?é              -> https://acme.example/%C3%BC/%F0%9F%92%A9?%C3%A9
			https://acme.example/a/./b/../%2E%2e/c   -> https://acme.example/c
			https://acme.example\\\\a\\\\b           -> https://acme.example/a/b
			https://u:p@acme.example/a#b             -> https://acme.example/a
			https://acme.example./a                  -> https://acme.example/a
			https://[::1]:8443/                      -> https://[::1]:8443/
			""")
	void buildsTheRequest(String url, String sent) {
		assertThat(WebUrl.parse(url.replace("\\\\", "\\")).toUri()).hasToString(sent);
	}

	@Test
	void hasNoUriWhereJavaSeesNoHost() {
		assertThat(WebUrl.parse("https://sso_prod.acme.example/").toUri()).isNull();
		assertThat(WebUrl.parse("https://a{b}.example/").toUri()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", quoteCharacter = '"', textBlock = """
			https://acme.example/a|b          -> ""
			https://sso_prod.acme.example/    -> ""
			"https://acme.exa\tmple/"         -> LINE_BREAK
			https://acme.example\\a           -> BACKSLASH
			https://@acme.example/            -> CREDENTIALS
			https://acme.example/#            -> FRAGMENT
			https://%61cme.example/           -> ENCODED_HOST
			https://127.1/                    -> UNUSUAL_ADDRESS
			https://127.0.0.1./               -> UNUSUAL_ADDRESS
			https://müller.example/           -> HOST_NOT_ASCII
			https://straße.example/           -> HOST_NOT_ASCII,AMBIGUOUS_HOST
			https://βόλος.example/            -> HOST_NOT_ASCII,AMBIGUOUS_HOST
			https://acme.example/ü            -> ""
			https://acme.example/?a\\b        -> ""
			""")
	void reportsWhatBrowsersTolerate(String url, String oddities) {
		assertThat(WebUrl.parse(url).oddities()).map(WebUrl.Oddity::name)
			.containsExactlyInAnyOrder((oddities.isEmpty()) ? new String[0] : oddities.split(","));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\u200Db.example", "a\u200Cb.example", "a\u00ADb.example", "\u1E9E.example",
			"\u04C0.example", "\u10A0.example", "\uD83D\uDE00.example", "\uFB01x.example" })
	void knowsHostsThatIdna2003AndBrowsersMapDifferently(String host) {
		assertThat(WebUrl.parse("https://" + host + "/").oddities()).contains(WebUrl.Oddity.AMBIGUOUS_HOST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bücher.example", "ÅNGSTRÖM.example", "пример.example", "例え.example", "İ.example",
			"ελλάδα.example", "한국.example" })
	void knowsHostsThatBothMapAlike(String host) {
		assertThat(WebUrl.parse("https://" + host + "/").oddities()).containsExactly(WebUrl.Oddity.HOST_NOT_ASCII);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://a|b.example/", "https://a b.example/", "https://a<b.example/", "https://",
			"https:acme.example", "https:///a", "https://a..example/", "https://[::1", "https://acme.example:0/",
			"https://acme.example:65536/", "https://256.1.1.1/", "https://1.2.3.4.5/", "https://acme.0x4/",
			"https://a%2fb.example/", "https://a%00b.example/", "https://\u2100.example/", "https://a%zz/",
			"https://acme\uFF0Fx.example/", "https://%5B::1%5D/", "https://u@/", "https://[fe80::1%25lo]/" })
	void rejectsWhereNoBrowserGoes(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> WebUrl.parse(url))
			.withMessage("must have a valid host and port")
			.withNoCause();
	}

	@ParameterizedTest
	@ValueSource(strings = { "acme.example", "//acme.example/", "javascript:alert(1)", "ldaps://acme.example", "/sso",
			"mailto:a@acme.example", "httpss://acme.example" })
	void rejectsOtherSchemes(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> WebUrl.parse(url))
			.withMessage("must start with 'https://'");
	}

	@Test
	void rejectsLongHosts() {
		for (String host : new String[] { "a".repeat(64) + ".example", "a.".repeat(200) + "example", "ü".repeat(4_000),
				"\u0301".repeat(4_000), ".".repeat(4_000), "1".repeat(4_000), "\u0301\u0316".repeat(4_000),
				"@".repeat(16_000) + "::", "[" + ":".repeat(4_000), "[" + "0:".repeat(4_000) + "]",
				"%41".repeat(4_000) }) {
			assertThatIllegalArgumentException().isThrownBy(() -> WebUrl.parse("https://" + host + "/"))
				.withMessage("must have a valid host and port");
		}
	}

	@Test
	void rejectsLongUrls() {
		String url = "https://acme.example/";
		assertThat(WebUrl.parse(url + "a".repeat(16384 - url.length())).host()).isEqualTo("acme.example");
		assertThatIllegalArgumentException().isThrownBy(() -> WebUrl.parse(url + "/..".repeat(10_000)))
			.withMessage("must not be longer than 16384 characters");
	}

	@Test
	void showsNoQuery() {
		assertThat(WebUrl.parse("https://u:p@acme.example/a?t0ken#f")).hasToString("https://acme.example/a");
	}

	@Test
	void stripsWhatComesAlongWhenTextIsCopied() {
		assertThat(WebUrl.parse("\uFEFF\u00A0\u200B \n\u0000https://acme.example/\t\u2060\u3000").toUri())
			.hasToString("https://acme.example/");
	}

}
