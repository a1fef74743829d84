// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.ServiceProviderDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HandOverSheet}: what the guides of the products ask for is in each
 * format.
 */
class HandOverSheetTests {

	private static final HandOverSheets SHEETS = HandOverSheets.create();

	/** The fields that a guide asks for, with what each of them takes. */
	private static final Map<IdpProduct, Map<String, String>> SAML = Map.of(IdpProduct.OKTA, Map.of("App name", "name",
			"Single sign-on URL", "acs", "Audience URI (SP Entity ID)", "entity", "Name ID format", "EmailAddress"),
			IdpProduct.MICROSOFT_ENTRA_ID,
			Map.of("Identifier (Entity ID)", "entity", "Reply URL (Assertion Consumer Service URL)", "acs",
					"Sign on URL", "start", "Name identifier format", "Email address"),
			IdpProduct.GOOGLE_WORKSPACE,
			Map.of("App name", "name", "ACS URL", "acs", "Entity ID", "entity", "Start URL", "start", "Name ID format",
					"EMAIL"),
			IdpProduct.AD_FS,
			Map.of("Display name", "name", "Federation metadata address (host name or URL)", "metadata",
					"Relying party SAML 2.0 SSO service URL", "acs", "Relying party trust identifier", "entity"),
			IdpProduct.PINGFEDERATE,
			Map.of("Connection Name", "name", "Partner's Entity ID (Connection ID)", "entity", "Endpoint URL", "acs"),
			IdpProduct.ONELOGIN,
			Map.of("Display Name", "name", "Audience (EntityID)", "entity", "Recipient", "acs",
					"ACS (Consumer) URL Validator", "pattern", "ACS (Consumer) URL", "acs", "Login URL", "start"),
			IdpProduct.JUMPCLOUD,
			Map.of("Display Label", "name", "SP Entity ID", "entity", "ACS URLs", "acs", "SAMLSubject NameID Format",
					"urn", "Login URL", "start"),
			IdpProduct.GENERIC_SAML,
			Map.of("Name", "name", "Entity ID (audience, SP entity ID, identifier)", "entity",
					"Assertion consumer service URL (ACS URL, reply URL, single sign-on URL, recipient, destination)",
					"acs", "NameID format", "urn"));

	private static final Map<IdpProduct, String> REDIRECT = Map.of(IdpProduct.OKTA, "Sign-in redirect URIs",
			IdpProduct.MICROSOFT_ENTRA_ID, "Redirect URI", IdpProduct.PINGFEDERATE, "Redirect URIs",
			IdpProduct.ONELOGIN, "Redirect URI", IdpProduct.JUMPCLOUD, "Redirect URIs", IdpProduct.GENERIC_OIDC,
			"Redirect URI (callback URL, sign-in redirect URI)");

	/** What the console calls the first name. */
	private static final Map<IdpProduct, String> FIRST_NAME = Map.of(IdpProduct.OKTA, "user.firstName",
			IdpProduct.MICROSOFT_ENTRA_ID, "user.givenname", IdpProduct.GOOGLE_WORKSPACE,
			"Basic Information > First name", IdpProduct.AD_FS, "Given-Name", IdpProduct.PINGFEDERATE, "givenName",
			IdpProduct.ONELOGIN, "First Name", IdpProduct.JUMPCLOUD, "firstname", IdpProduct.GENERIC_SAML,
			"the first name of the user");

	static Stream<Arguments> saml() {
		return SAML.keySet()
			.stream()
			.flatMap((product) -> Stream.of(Arguments.of(product, Sheets.CLERK_SAML),
					Arguments.of(product, Sheets.AUTH0_SAML)));
	}

	@ParameterizedTest
	@MethodSource("saml")
	void hasWhatTheGuideAsksFor(IdpProduct product, ServiceProviderDetails details) {
		HandOverSheet sheet = SHEETS.sheet(Sheets.values(product, details));
		SAML.get(product).forEach((name, kind) -> assertHasField(sheet, name, expected(kind, product, details)));
		assertHasAttribute(sheet, "mail", null);
		assertHasAttribute(sheet, "firstName", FIRST_NAME.get(product));
		assertThat(sheet.missing()).isEmpty();
		assertThat(sheet.assign()).isNotEmpty();
		assertThat(sheet.sendBack().get(0)).containsIgnoringCase("metadata");
	}

	private static String expected(String kind, IdpProduct product, ServiceProviderDetails details) {
		return switch (kind) {
			case "name" -> "Globex SSO";
			case "acs" -> details.acsUrl();
			case "entity" -> details.entityId();
			case "metadata" -> details.metadataUrl();
			case "start" -> "https://app.acme.com/sign-in?org=globex";
			case "urn" -> Sheets.EMAIL_FORMAT;
			case "pattern" ->
				new Placeholders(Sheets.values(product, details), Map.of()).fill("{acsUrlPattern}", (name) -> "");
			default -> kind + " (" + Sheets.EMAIL_FORMAT + ")";
		};
	}

	@ParameterizedTest
	@EnumSource(names = { "OKTA", "MICROSOFT_ENTRA_ID", "PINGFEDERATE", "ONELOGIN", "JUMPCLOUD", "GENERIC_OIDC" })
	void hasTheRedirectUri(IdpProduct product) {
		HandOverSheet sheet = SHEETS.sheet(Sheets.values(product, Sheets.AUTH0_OIDC));
		assertHasField(sheet, REDIRECT.get(product), "https://acme.eu.auth0.com/login/callback");
		assertThat(String.join("\n", sheet.sendBack())).containsIgnoringCase("issuer")
			.containsPattern("(?i)client\\)? id")
			.contains("By the safe channel only: the ");
		assertThat(sheet.toMarkdown()).contains("Do not send the client secret with your reply");
		assertThat(sheet.toHtml()).contains("Do not send the client secret with your reply");
		assertThat(sheet.toCsv()).contains("Do not send the client secret with your reply");
	}

	@ParameterizedTest
	@EnumSource(names = { "OKTA", "MICROSOFT_ENTRA_ID", "PINGFEDERATE", "ONELOGIN", "JUMPCLOUD", "GENERIC_OIDC" })
	void saysWhatIsNotKnownYet(IdpProduct product) {
		HandOverSheet sheet = SHEETS.sheet(Sheets.values(product, Sheets.CLERK_OIDC));
		assertThat(sheet.missing()).containsExactly("redirect URI");
		assertHasField(sheet, REDIRECT.get(product), null);
	}

	@Test
	void hasRealmAndEndpoint() {
		HandOverSheet sheet = SHEETS.sheet(Sheets.values(IdpProduct.AD_FS, Sheets.AUTH0_WS_FEDERATION));
		assertHasField(sheet, "Relying party WS-Federation Passive protocol URL",
				"https://acme.eu.auth0.com/login/callback");
		assertHasField(sheet, "Relying party trust identifier", "urn:auth0:acme");
	}

	private static void assertHasField(HandOverSheet sheet, String name, String value) {
		assertHasField(sheet, name, value,
				"Not known yet: redirect URI. Ask the sender of this sheet before you go on.");
	}

	private static void assertHasField(HandOverSheet sheet, String name, String value, String note) {
		assertThat(sheet.steps()).flatMap(HandOverSheet.Step::fields).anySatisfy((field) -> {
			assertThat(field.name()).isEqualTo(name);
			assertThat(field.value()).isEqualTo(value);
		});
		assertThat(sheet.toMarkdown()).contains("- **" + MarkdownText.escape(name) + "**: "
				+ ((value != null) ? "`" + value + "`" : MarkdownText.escape(note)));
		assertThat(sheet.toHtml())
			.contains("<th scope=\"row\">" + HtmlSheet.escape(name) + "</th><td>" + ((value != null)
					? "<code>" + HtmlSheet.escape(value) + "</code>" : " <em>" + HtmlSheet.escape(note) + "</em>"));
		assertThat(Sheets.csv(sheet.toCsv())).anySatisfy((row) -> assertThat(row.subList(2, 5)).containsExactly(name,
				(value != null) ? value : "", (value != null) ? "" : note));
	}

	private static void assertHasAttribute(HandOverSheet sheet, String name, String source) {
		String expected = (source != null) ? source
				: sheet.mappings()
					.stream()
					.filter((mapping) -> mapping.name().equals(name))
					.findFirst()
					.orElseThrow()
					.source();
		assertThat(sheet.mappings()).anySatisfy((mapping) -> {
			assertThat(mapping.name()).isEqualTo(name);
			assertThat(mapping.source()).isEqualTo(expected);
		});
		assertThat(sheet.toMarkdown()).contains("**: `" + name + "`, **").contains("**: `" + expected + "`");
		assertThat(sheet.toHtml())
			.contains("<tr><td><code>" + name + "</code></td><td><code>" + HtmlSheet.escape(expected) + "</code></td>");
		assertThat(Sheets.csv(sheet.toCsv()))
			.anySatisfy((row) -> assertThat(row.subList(2, 4)).containsExactly(name, expected));
	}

	@ParameterizedTest
	@EnumSource
	void namesGuidesOrWhatIsNotChecked(IdpProduct product) {
		for (ServiceProviderDetails details : List.of(Sheets.AUTH0_SAML, Sheets.AUTH0_OIDC,
				Sheets.AUTH0_WS_FEDERATION)) {
			if (product.supports(details.protocol())) {
				HandOverSheet sheet = SHEETS.sheet(Sheets.values(product, details));
				List<String> sources = new ArrayList<>(sheet.notChecked());
				sheet.guides().forEach((guide) -> sources.add(guide.url()));
				assertThat(sources).isNotEmpty();
				assertThat(sheet.guides())
					.allSatisfy((guide) -> assertThat(guide.read()).isEqualTo(LocalDate.of(2026, 11, 29)));
				for (String text : List.of(sheet.toMarkdown(), sheet.toHtml(), sheet.toCsv())) {
					assertThat(text).contains("2026-11-29").contains("This sheet contains no secret");
					sheet.guides().forEach((guide) -> assertThat(text).contains(guide.url()));
				}
				sheet.notChecked()
					.forEach((text) -> assertThat(sheet.toHtml()).contains("<li>" + HtmlSheet.escape(text) + "</li>"));
			}
		}
	}

	@Test
	void namesNoGuideOfAVendorWhereTheVendorIsNotKnown() {
		HandOverValues values = Sheets.values(IdpProduct.OKTA, Sheets.CLERK_SAML);
		assertThat(SHEETS.sheet(values).guides()).map(HandOverSheet.Guide::title)
			.singleElement()
			.asString()
			.startsWith("Okta: ");
		assertThat(SHEETS.sheet(values.withVendor("clerk")).guides()).hasSize(2);
		assertThat(SHEETS.sheet(values.withVendor("auth0")).guides()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"PINGFEDERATE | saml | Ping Identity's guide was read only in excerpts, not as a whole.",
			"PINGFEDERATE | oidc | Ping Identity's guide was read only in excerpts, not as a whole.",
			"JUMPCLOUD | saml | JumpCloud's guides were read only in excerpts, not as a whole.",
			"JUMPCLOUD | oidc | JumpCloud's guide was read only in excerpts, not as a whole.",
			"GOOGLE_WORKSPACE | saml | Google's guide was read only in an older copy, which has another menu: the menu "
					+ "path is from another guide.",
			"ONELOGIN | saml | All of this sheet: OneLogin's own guide to the SAML connector was not found. The names "
					+ "are those that guides of other service providers have." })
	void saysWhichGuideWasNotReadAsAWhole(IdpProduct product, String protocol, String text) {
		ServiceProviderDetails details = protocol.equals("saml") ? Sheets.AUTH0_SAML : Sheets.AUTH0_OIDC;
		HandOverSheet sheet = SHEETS.sheet(Sheets.values(product, details));
		assertThat(sheet.notChecked()).startsWith(text);
		assertThat(sheet.toHtml()).contains("<li>" + HtmlSheet.escape(text) + "</li>");
	}

	@Test
	void leavesOutWhatIsOptional() {
		HandOverSheet clerk = SHEETS.sheet(Sheets.values(IdpProduct.AD_FS, Sheets.CLERK_SAML).withNameIdFormat(null));
		assertThat(clerk.toMarkdown()).doesNotContain("Configure Certificate")
			.doesNotContain("Another endpoint")
			.doesNotContain("Outgoing name ID format");
		HandOverSheet auth0 = SHEETS.sheet(Sheets.values(IdpProduct.AD_FS, Sheets.AUTH0_SAML));
		assertThat(auth0.toMarkdown()).contains("Configure Certificate")
			.contains("<https://acme.eu.auth0.com/pem?cert=connection>")
			.contains("`https://acme.eu.auth0.com/login/callback?connection=globex-saml&organization=org_1`")
			.contains("`Email (" + Sheets.EMAIL_FORMAT + ")`");
		HandOverSheet plain = SHEETS
			.sheet(HandOverValues.of("Globex", "con_1", "Globex SSO", IdpProduct.OKTA, Sheets.CLERK_SAML));
		assertThat(plain.toMarkdown()).doesNotContain("## Test")
			.doesNotContain("## Attributes to send")
			.doesNotContain("E-mail domains");
	}

	@ParameterizedTest
	@CsvSource({ "MICROSOFT_ENTRA_ID, saml, Sign on URL", "GOOGLE_WORKSPACE, saml, Start URL",
			"ONELOGIN, saml, Login URL", "ONELOGIN, oidc, Login URL", "JUMPCLOUD, saml, Login URL",
			"JUMPCLOUD, oidc, Login URL", "GENERIC_SAML, saml, Start URL (login URL)",
			"GENERIC_OIDC, oidc, Initiate login URI (start URL)" })
	void saysThatTheSignInPageCanBeEntered(IdpProduct product, String protocol, String name) {
		ServiceProviderDetails details = protocol.equals("saml") ? Sheets.AUTH0_SAML : Sheets.AUTH0_OIDC;
		HandOverSheet sheet = SHEETS.sheet(Sheets.values(product, details).withSignInUrl(null));
		assertHasField(sheet, name, null, "Can stay empty, or be the address of the application's sign-in page, for "
				+ "users who start at the identity provider: ask the sender of this sheet for it.");
		assertThat(sheet.missing()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "OKTA", "AD_FS", "PINGFEDERATE" })
	void hasNoSignInPageWhereTheProductHasNoPlaceForIt(IdpProduct product) {
		HandOverSheet sheet = SHEETS.sheet(Sheets.values(product, Sheets.AUTH0_SAML).withSignInUrl(null));
		assertThat(sheet.toMarkdown()).doesNotContain("sign-in page");
	}

	@Test
	void leavesOutNoInstructionWithAnOptionalValue() {
		for (IdpProduct product : SAML.keySet()) {
			HandOverValues values = Sheets.values(product, Sheets.AUTH0_SAML);
			List<String> all = steps(values);
			List<String> without = steps(values.withNameIdFormat(null).withSignInUrl(null));
			assertThat(all).as(product.id()).containsAll(without);
			assertThat(all.stream().filter((step) -> !without.contains(step))).as(product.id())
				.allMatch((step) -> step.endsWith("Unique User Identifier (Name ID):"));
		}
	}

	private static List<String> steps(HandOverValues values) {
		return SHEETS.sheet(values).steps().stream().map(HandOverSheet.Step::text).toList();
	}

	@Test
	void validatorOfOneLoginMatchesTheAcsUrlsOnly() {
		for (ServiceProviderDetails details : List.of(Sheets.CLERK_SAML, Sheets.AUTH0_SAML)) {
			String pattern = expected("pattern", IdpProduct.ONELOGIN, details);
			assertThat(details.acsUrl()).matches(pattern);
			assertThat(details.acsUrl() + "/x").doesNotMatch(pattern);
			assertThat(details.acsUrl().replace('.', 'x')).doesNotMatch(pattern);
		}
		assertThat(Sheets.AUTH0_SAML.organizationAcsUrl())
			.matches(expected("pattern", IdpProduct.ONELOGIN, Sheets.AUTH0_SAML));
	}

	@Test
	void hasWhatElseIsToBeSentBack() {
		HandOverSheet sheet = SHEETS.sheet(Sheets.values(IdpProduct.OKTA, Sheets.CLERK_SAML)
			.withSendBack(List.of("The names of two users for the test.")));
		assertThat(sheet.sendBack()).endsWith("The names of two users for the test.").hasSizeGreaterThan(1);
	}

	@Test
	void rejectsAProtocolWithoutTexts() {
		assertThatExceptionOfType(InvalidArgumentException.class)
			.isThrownBy(() -> Sheets.values(IdpProduct.GOOGLE_WORKSPACE, Sheets.AUTH0_OIDC))
			.withMessage("'product' must support the protocol 'oidc' of the connection, which GOOGLE_WORKSPACE does "
					+ "not");
		for (String protocol : List.of("saml", "oidc", "ws-federation")) {
			assertThat(IdpProduct.generic(protocol).supports(protocol)).isTrue();
		}
		assertThat(IdpProduct.find("ad-fs")).contains(IdpProduct.AD_FS);
		assertThat(IdpProduct.find("../okta")).isEmpty();
	}

}
