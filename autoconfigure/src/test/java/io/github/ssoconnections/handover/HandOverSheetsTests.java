// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link HandOverSheets} with texts of an application.
 */
class HandOverSheetsTests {

	private static final String OWN = """
			date=2027-01-31
			saml.step.20=Zweitens {customer}
			saml.step.10=Erstens
			saml.step.10.field.10=Adresse | {acsUrl}
			saml.attributes=Attribute
			saml.attributes.name=Name
			saml.attributes.source=Wert
			oidc.step.10=Grüße
			oidc.attributes=Attribute
			oidc.attributes.name=Name
			oidc.attributes.source=Wert
			""";

	@TempDir
	private Path directory;

	@Test
	void replacesOneProduct() throws IOException {
		write("okta.properties", OWN);
		HandOverSheets sheets = HandOverSheets.create(new DefaultResourceLoader(), this.directory.toUri().toString());
		HandOverSheet okta = sheets.sheet(Sheets.values(IdpProduct.OKTA, Sheets.CLERK_SAML));
		assertThat(okta.date()).isEqualTo("2027-01-31");
		assertThat(okta.steps()).map(HandOverSheet.Step::text).containsExactly("Erstens", "Zweitens Globex");
		assertThat(okta.toMarkdown()).contains("- **Adresse**: `https://clerk.acme.com/v1/saml/acs/samlc_1`");
		assertThat(sheets.sheet(Sheets.values(IdpProduct.OKTA, Sheets.AUTH0_OIDC)).steps().get(0).text())
			.isEqualTo("Grüße");
		HandOverSheet google = sheets.sheet(Sheets.values(IdpProduct.GOOGLE_WORKSPACE, Sheets.CLERK_SAML));
		assertThat(google.date()).isEqualTo("2026-11-29");
	}

	@Test
	void findsFilesOnTheClassPath() throws Exception {
		write("sso-connections/hand-over/okta.properties", OWN);
		try (URLClassLoader classLoader = new URLClassLoader(new URL[] { this.directory.toUri().toURL() })) {
			HandOverSheets sheets = HandOverSheets.create(new DefaultResourceLoader(classLoader), null);
			assertThat(sheets.sheet(Sheets.values(IdpProduct.OKTA, Sheets.CLERK_SAML)).date()).isEqualTo("2027-01-31");
		}
	}

	@Test
	void replacesWhatSheetsHaveInCommon() throws IOException {
		String builtIn = Files
			.readString(Path.of("src/main/resources/io/github/ssoconnections/handover/sheet.properties"));
		write("sheet.properties", builtIn.replaceFirst("(?m)^language=.*$", "language=de")
			.replaceFirst("(?m)^title=.*$", "title=Anmeldung: {customer}"));
		HandOverSheets sheets = HandOverSheets.create(new DefaultResourceLoader(), "file:" + this.directory);
		assertThat(sheets.sheet(Sheets.values(IdpProduct.OKTA, Sheets.CLERK_SAML)).toHtml())
			.contains("<html lang=\"de\">")
			.contains("<h1>Anmeldung: Globex</h1>");
		write("sheet.properties", builtIn.replaceFirst("(?m)^title=.*$", ""));
		assertThatIllegalStateException()
			.isThrownBy(() -> HandOverSheets.create(new DefaultResourceLoader(), "file:" + this.directory))
			.withMessageContaining("sheet.properties")
			.withMessageContaining("key 'title': no text");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '"', value = {
			"saml.step.20=Zweitens {customer};saml.step.20={acsURL};key 'saml.step.20': unknown placeholder {acsURL}",
			"saml.step.20=;saml.stepp.20=;key 'saml.stepp.20': unknown key",
			"date=2027-01-31;date=soon;key 'date': must be a date such as 2026-11-29",
			"date=2027-01-31;#;key 'date': no text",
			"Adresse | {acsUrl};Adresse;key 'saml.step.10.field.10': must have 2 to 3 parts separated by '|'",
			"{acsUrl};{acsUrl} | maybe;key 'saml.step.10.field.10': the third part must be of",
			"oidc.step.10=Grüße;oidc.guide.1=A | http://a.example | 2026-11-29;key 'oidc.step.10': no text",
			"date=2027-01-31;"
					+ "\"date=2027-01-31\nsaml.guide.1=A | http://a.example | 2026-11-29\";must be an https URL",
			"date=2027-01-31;" + "\"date=2027-01-31\nsaml.guide.1=A | https://a.example | 2026-11-29 | Clerk Inc.\";"
					+ "key 'saml.guide.1': the fourth part must be the name of a vendor",
			"saml.step.10=Erstens;saml.other=x;key" })
	void namesFileAndKeyOfWhatIsInvalid(String text, String replacement, String message) throws IOException {
		assertThat(OWN).contains(text);
		write("okta.properties", OWN.replace(text, replacement));
		assertThatIllegalStateException()
			.isThrownBy(() -> HandOverSheets.create(new DefaultResourceLoader(), "file:" + this.directory))
			.withMessageContaining("okta.properties")
			.withMessageContaining(message);
	}

	@Test
	void failsWithoutAFileAtTheLocation() {
		String location = "file:" + this.directory + "/none";
		assertThatIllegalStateException().isThrownBy(() -> HandOverSheets.create(new DefaultResourceLoader(), location))
			.withMessage("No texts of hand-over sheets found at '" + location + "/': expected a file such as "
					+ location + "/okta.properties");
	}

	private void write(String name, String text) throws IOException {
		Path file = this.directory.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

}
