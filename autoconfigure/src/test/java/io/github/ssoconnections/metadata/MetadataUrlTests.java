// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.net.URI;
import java.util.List;

import io.github.ssoconnections.InvalidArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MetadataUrlTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://idp.example.com/metadata", "https://idp.example.com:8443/a?b=c%20d",
			"https://198.51.100.7/x", "https://[2001:db8::1]/", "https://localhost/", "https://xn--strae-oqa.example/",
			"https://idp.example.com/adfs/?a=b&c=d;e=f/?g+h" })
	void takesUrlsAsTheyAre(String url) {
		assertThat(MetadataUrl.parse(url)).hasToString(url);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			https://IDP.example.com             | https://idp.example.com/
			HTTPS://idp.example.com:443/A       | https://idp.example.com/A
			https://idp.example.com./           | https://idp.example.com/
			https://bücher.example/             | https://xn--bcher-kva.example/
			https://BÜCHER.example/é?ü=ö        | https://xn--bcher-kva.example/%C3%A9?%C3%BC=%C3%B6
			https://idp.example.com/a b/{id}/💩 | https://idp.example.com/a%20b/%7Bid%7D/%F0%9F%92%A9
			"https://idp.example.com/a|b?c|d"   | https://idp.example.com/a%7Cb?c%7Cd
			https://idp.example.com/%zz/100%    | https://idp.example.com/%25zz/100%25
			https://idp.example.com/a/../%2e/b  | https://idp.example.com/b
			https://idp.example.com?realm={a}   | https://idp.example.com/?realm=%7Ba%7D
			https://[2001:DB8:0::1]:443/        | https://[2001:db8::1]/
			""")
	void sendsWhatABrowserWouldSend(String url, String sent) {
		assertThat(MetadataUrl.parse(url)).hasToString(sent);
	}

	@ParameterizedTest
	@ValueSource(strings = { " https://idp.example.com/\n", "\t\r\nhttps://idp.example.com/",
			"\uFEFFhttps://idp.example.com/\u200B", "\u00A0https://idp.example.com/\u2028" })
	void takesUrlWithBlanksAround(String url) {
		assertThat(MetadataUrl.parse(url)).hasToString("https://idp.example.com/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "\n" })
	void rejectsEmptyUrl(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> MetadataUrl.parse(url))
			.withMessage("metadata URL must not be empty");
	}

	@ParameterizedTest
	@MethodSource("io.github.ssoconnections.metadata.AttackUrls#all")
	void rejectsAttacksOrReadsThemInOneWayOnly(AttackUrls.AttackUrl attack) {
		if (attack.kind() != 'R') {
			URI uri = MetadataUrl.parse(attack.url());
			assertThat(uri.getHost()).isEqualTo(attack.expected());
			assertThat(uri.getRawUserInfo()).isNull();
			assertThat(uri.getScheme()).isEqualTo("https");
			return;
		}
		assertThatIllegalArgumentException().isThrownBy(() -> MetadataUrl.parse(attack.url())).satisfies((failure) -> {
			if (attack.expected().equals("V")) {
				assertThat(failure).isInstanceOf(UnverifiableHostException.class);
			}
			else {
				assertThat(failure).isExactlyInstanceOf(InvalidArgumentException.class)
					.hasMessageStartingWith("metadata URL " + attack.expected());
			}
		});
	}

	@Test
	void hasAsManyAttacksAsWereTried() {
		assertThat(AttackUrls.all()).hasSizeGreaterThan(200).map(AttackUrls.AttackUrl::url).doesNotHaveDuplicates();
	}

	@Test
	void saysThatTheDocumentOfAHostThatJavaCannotVerifyCanBePasted() {
		assertThatExceptionOfType(UnverifiableHostException.class)
			.isThrownBy(() -> MetadataUrl.parse("https://SSO_prod.acme.example/metadata?t0ken"))
			.withMessage("metadata cannot be fetched from 'sso_prod.acme.example': Java's TLS supports only letters, "
					+ "digits, hyphens and dots in a host name, and cannot verify the server. "
					+ "Open the URL in a browser, and provide the document itself")
			.satisfies((failure) -> assertThat(failure.host()).isEqualTo("sso_prod.acme.example"));
	}

	@Test
	void quotesNothingOfAUrl() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> MetadataUrl.parse("https://u:pa55@idp.example.com/?t0ken"))
			.withMessage("metadata URL must not contain a user or password");
		for (String url : List.of("https://idp.exa|mple.com/?t0ken", "https://t0%ken.example/", "https://t0%00ken/",
				"t0ken", "https://t0ken:x/", "https://[t0ken]/")) {
			assertThatIllegalArgumentException().isThrownBy(() -> MetadataUrl.parse(url))
				.withMessageStartingWith("metadata URL must")
				.withMessageNotContaining("t0")
				.withNoCause();
		}
	}

	@ParameterizedTest
	@CsvSource({ "idp.example.com,idp.example.com", "IDP.Example.COM.,idp.example.com", "localhost,localhost",
			"idp,idp" })
	void normalizesNames(String name, String normalized) {
		MetadataUrl.checkName(name);
		assertThat(MetadataUrl.normalize(name)).isEqualTo(normalized);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "10.0.0.1", "::1", "[::1]", "*.example.com", "https://idp.example.com",
			"idp.example.com:443", "idp..example.com", ".example.com", "idp.example.com/x", "2130706433",
			"0x7f000001" })
	void rejectsWhatIsNoName(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> MetadataUrl.checkName(name))
			.withMessage("'" + name + "' is not the name of a host, such as idp.example.com");
	}

}
