// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.ServiceProviderDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hostile text in every value of a {@link HandOverSheet}.
 */
class HostileSheetTests {

	private static final HandOverSheets SHEETS = HandOverSheets.create();

	static Stream<String> hostileTexts() {
		return Stream.of("</code></td></bdi></p></title></style><script>alert(1)</script>",
				"\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "javascript:alert(1)",
				"[click](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example>",
				"`` ` ``` | a | b |\n| - | - |\n# Heading\n- item", "=HYPERLINK(\"http://evil.example\";\"x\")",
				"Acme;=HYPERLINK(\"http://evil.example\")", "@SUM(1)", "+1", "-1", "\t=1", "\r\n=1,\"2\"", "1. one",
				"<!-- ", "&lt;script&gt;", "http://evil.example www.evil.example a@evil.example",
				"{acsUrl} {customer} %s $1 \\", "abc\u202Edcba\u2066\u200B\u2060\uFEFF\u00AD\u061C\uDB40\uDC41\uFE0F",
				"a\u0000b\u0007c\u0085d\u2028e", "\uD800");
	}

	@ParameterizedTest
	@MethodSource("hostileTexts")
	void breaksNoFormat(String hostile) {
		for (IdpProduct product : IdpProduct.values()) {
			for (String protocol : List.of("saml", "oidc", "ws-federation")) {
				if (product.supports(protocol)) {
					HandOverSheet sheet = SHEETS.sheet(values(product, protocol, hostile));
					HandOverSheet harmless = SHEETS.sheet(values(product, protocol, "harmless"));
					checkHtml(sheet.toHtml(), harmless.toHtml());
					checkMarkdown(sheet.toMarkdown(), harmless.toMarkdown());
					checkCsv(sheet.toCsv(), harmless.toCsv());
				}
			}
		}
	}

	private static HandOverValues values(IdpProduct product, String protocol, String text) {
		ServiceProviderDetails details = new ServiceProviderDetails(protocol, text, text, text, text, text, text, text,
				text, text);
		String shown = CleanText.of(text).isEmpty() ? "empty" : text;
		return new HandOverValues(shown, "con_1", shown, product, details,
				List.of(ExpectedAttribute.required(text, text), ExpectedAttribute.optional(text, "email")), text,
				List.of(text, text), text, List.of(shown), text);
	}

	// Nothing but text differs
	private static void checkHtml(String html, String harmless) {
		assertThat(Sheets.tags(html).stream().filter((tag) -> !tag.contains("em>")).toList())
			.isEqualTo(Sheets.tags(harmless).stream().filter((tag) -> !tag.contains("em>")).toList());
		checkCharacters(html);
	}

	private static void checkMarkdown(String markdown, String harmless) {
		String rest = Sheets.withoutCode(markdown);
		assertThat(rest).doesNotContain("`", "[", "]", "|", "~", "@", "$", "{", "}", "http://evil", "www.evil");
		assertThat(rest.replaceAll("(?m)^#{1,2} |\\*\\*|<https://[^>]*>", "")).doesNotContain("<", "*", "#");
		assertThat(lines(markdown)).isEqualTo(lines(harmless));
		checkCharacters(markdown);
	}

	private static List<String> lines(String markdown) {
		return markdown.lines().map((line) -> line.replaceAll("^( *(?:- |\\d+\\. |#+ )?).*$", "$1")).toList();
	}

	private static void checkCsv(String csv, String harmless) {
		List<List<String>> rows = Sheets.csv(csv);
		assertThat(rows).hasSameSizeAs(Sheets.csv(harmless)).allSatisfy((row) -> {
			assertThat(row).hasSize(5);
			assertThat(row).noneMatch((cell) -> cell.matches("(?s)[=+\\-@\t\r].*"));
		});
		// As a spreadsheet reads it whose separator is a semicolon
		assertThat(csv.split("[;\r\n]")).noneMatch((cell) -> cell.matches("(?s)[\\s\"]*[=+\\-@].*"));
		checkCharacters(csv.replace("\r\n", "\n"));
	}

	private static void checkCharacters(String text) {
		assertThat(text.codePoints().filter(HostileSheetTests::isForbidden).mapToObj(Integer::toHexString)).isEmpty();
	}

	private static boolean isForbidden(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL -> character != '\n';
			case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
			default -> false;
		};
	}

	@Test
	void saysThatAValueWasChanged() {
		HandOverSheet sheet = SHEETS.sheet(Sheets.values(IdpProduct.OKTA,
				ServiceProviderDetails.saml("urn:a\u200Bb", "https://a.example/acs", null, null, null)));
		assertThat(sheet.toMarkdown())
			.contains("- **Audience URI (SP Entity ID)**: `urn:ab` Invisible characters were removed from this value.");
		assertThat(sheet.toHtml())
			.contains("<code>urn:ab</code> <em>Invisible characters were removed from this value.</em>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://a.example/", "javascript:alert(1)", "https:alert(1)", "https://user@a.example/",
			"https://", "data:text/html,x", "https://a.example/\" onclick=\"x", "https://a.example/<b>" })
	void onlyHttpsUrlsAreLinks(String url) {
		HandOverSheet sheet = SHEETS
			.sheet(Sheets.values(IdpProduct.GENERIC_SAML, ServiceProviderDetails.saml("urn:a", "urn:b", null, url, url))
				.withSignInUrl(url));
		assertThat(sheet.toHtml()).doesNotContain("<a ").contains("<code>" + HtmlSheet.escape(url) + "</code>");
		assertThat(sheet.toMarkdown()).contains("`" + url + "`").doesNotContain("<" + url);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '!',
			value = { "=1+1;'=1+1", "+1;'+1", "-1;'-1", "@SUM(A1);'@SUM(A1)", "!\t=1!;!'\t'=1!", "!\r=1!;!\"'\r'=1\"!",
					"\uFF1D1;'\uFF1D1", "a=1;a=1", "a,b;\"a,b\"", "a \"b\";\"a \"\"b\"\"\"", "=\"a\";\"'=\"\"a\"\"\"",
					"a\u00FCb;a\u00FCb", "!a\nb!;!\"a\nb\"!", "!!;!!", "!Acme;=1!;!Acme;'=1!", "!a;b!;!a;b!",
					"!a; +1!;!a; '+1!", "!a;\"=1!;!\"a;\"\"'=1\"!", "!a;\uFF1D1!;!a;'\uFF1D1!", "!a;=1;@b!;!a;'=1;'@b!",
					"!=1;-2!;!'=1;'-2!", "!a\t-1!;!a\t'-1!", "!a\n=1!;!\"a\n'=1\"!", "!a\r\n@b!;!\"a\r\n'@b\"!" })
	void cellsAreNoFormulas(String value, String cell) {
		assertThat(CsvCell.of(value)).isEqualTo(cell);
	}

}
