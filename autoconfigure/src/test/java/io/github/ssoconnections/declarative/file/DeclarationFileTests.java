// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.declarative.Declaration;
import io.github.ssoconnections.declarative.DesiredConnection;
import io.github.ssoconnections.declarative.InvalidDeclarationException;
import io.github.ssoconnections.declarative.SecretReference;
import io.github.ssoconnections.onboarding.IdpSettings;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link DeclarationFile}: what a file declares.
 */
class DeclarationFileTests {

	private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

	private static final String CERTIFICATE = TestCertificates.selfSigned("idp", NOW, NOW.plus(Duration.ofDays(900)));

	private final DeclarationFile file = DeclarationFile.forVendors("clerk", "auth0");

	private final SecretReferences secrets = SecretReferences.of("SSO_",
			Map.of("SSO_ACME", "value-of-acme", "SSO_BLANK", " ")::get);

	@TempDir
	private Path folder;

	@Test
	void readsEachField() {
		DesiredConnection connection = readOne("""
				# comment
				vendor: clerk
				connections:
				  - name: Acme
				    id: ent_123
				    provider: saml_okta
				    domains: [acme.com, acme.org]
				    active: true
				    organizations: [org_1]
				    idp:
				      metadata-url: https://idp.acme.com/metadata
				    settings:
				      sync_user_attributes: true
				""");
		assertThat(connection).isEqualTo(DesiredConnection.of("Acme")
			.withId("ent_123")
			.withProvider("saml_okta")
			.withDomains("acme.com", "acme.org")
			.withActive(true)
			.withOrganizations(List.of("org_1"))
			.withIdp(IdpSettings.metadataUrl("https://idp.acme.com/metadata"))
			.withSettings(Map.of("sync_user_attributes", true))
			.withOrigin("connections.yml, line 4"));
	}

	@Test
	void leavesOutWhatIsNotDeclared() {
		DesiredConnection connection = readOne("vendor: auth0\nconnections:\n- name: acme\n  domains: []\n");
		assertThat(connection)
			.isEqualTo(DesiredConnection.of("acme").withDomains().withOrigin("connections.yml, line 3"));
		assertThat(connection.organizations()).isNull();
		assertThat(connection.active()).isNull();
	}

	@Test
	void readsDocumentsWithStartAndEnd() {
		Declaration declaration = read("---\nvendor: auth0\nconnections: []\n...\n");
		assertThat(declaration).isEqualTo(new Declaration("auth0", List.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "no", "off", "yes", "true", "1e3", "0x1F", "007", "2026-11-01", "12:30", "1_000", ".inf" })
	void takesTextsWithoutQuotesAsTheyStand(String text) {
		DesiredConnection connection = readOne("vendor: clerk\nconnections:\n- {name: " + text + ", id: " + text
				+ ", provider: " + text + ", domains: [" + text + "], organizations: [" + text + "]}");
		assertThat(connection).isEqualTo(DesiredConnection.of(text)
			.withId(text)
			.withProvider(text)
			.withDomains(text)
			.withOrganizations(List.of(text))
			.withOrigin("connections.yml, line 3"));
	}

	@Test
	void readsSettingsOfAnyDepthAfterTheCoreSchema() {
		Map<String, Object> settings = settings("""
				text: a date of 2026-11-01
				date: 2026-11-01
				time: 2026-11-01T10:00:00Z
				quoted: 'yes'
				number: -12
				long: 3000000000
				big: 123456789012345678901234567890
				hex: 0x1F
				decimal: 1.50
				nothing: ~
				empty:
				truth: True
				list: [1, [two], {three: 3}]
				nested:
				  "on": false
				""");
		assertThat(settings).contains(entry("text", "a date of 2026-11-01"), entry("date", "2026-11-01"),
				entry("time", "2026-11-01T10:00:00Z"), entry("quoted", "yes"), entry("number", -12),
				entry("long", 3000000000L), entry("big", new BigInteger("123456789012345678901234567890")),
				entry("hex", 31), entry("decimal", new BigDecimal("1.50")), entry("nothing", null),
				entry("empty", null), entry("truth", true),
				entry("list", List.of(1, List.of("two"), Map.of("three", 3))), entry("nested", Map.of("on", false)));
	}

	@Test
	void resolvesReferencesInSecretFieldsOfAnyDepth() {
		Map<String, Object> settings = settings("""
				oidc:
				  client_secret: ${SSO_ACME}
				configuration: {host: "${SSO_ACME}", port: 25, tls: true}
				token: [ "${SSO_ACME}" ]
				signingKey: null
				""");
		Secret secret = Secret.of("value-of-acme");
		assertThat(settings).containsExactly(entry("oidc", Map.of("client_secret", secret)),
				entry("configuration", Map.of("host", secret, "port", 25, "tls", true)),
				entry("token", List.of(secret)), entry("signingKey", null));
	}

	@Test
	void keepsReferencesThatAreNotToBeResolved() {
		Declaration declaration = this.file.read("connections.yml",
				new StringReader("vendor: clerk\nconnections:\n- name: a\n  settings: {client_secret: \"${SSO_X}\"}"),
				SecretReferences.unresolved("SSO_"));
		assertThat(declaration.connections().get(0).settings())
			.containsExactly(entry("client_secret", new SecretReference("SSO_X")));
	}

	@Test
	void readsEscapedOpeningsInTextsAndNames() {
		Map<String, Object> settings = settings("""
				$${email}: $${context.tokenset.email} and $$${x}
				plain: $ {a} $$ costs 5$
				""");
		assertThat(settings).containsExactly(entry("${email}", "${context.tokenset.email} and $${x}"),
				entry("plain", "$ {a} $$ costs 5$"));
	}

	@Test
	void readsOidcWithAndWithoutSecret() {
		assertThat(idp("{issuer: https://idp.acme.com, client-id: abc, client-secret: \"${SSO_ACME}\"}"))
			.isEqualTo(IdpSettings.oidc("https://idp.acme.com", "abc", Secret.of("value-of-acme")));
		assertThat(idp("{issuer: https://idp.acme.com, client-id: abc}"))
			.isEqualTo(IdpSettings.oidc("https://idp.acme.com", "abc", null));
	}

	@Test
	void readsSamlWithCertificatesFromTextAndFiles() throws IOException {
		String other = TestCertificates.selfSigned("other", NOW, NOW.plus(Duration.ofDays(900)));
		Files.writeString(this.folder.resolve("both.pem"), CERTIFICATE + other);
		String base64 = SigningCertificate.parse(CERTIFICATE).base64();
		Declaration declaration = readFile("vendor: clerk\nconnections:\n- name: a\n  idp:\n    entity-id: urn:idp\n"
				+ "    sso-url: https://idp.acme.com/sso\n    certificates: [" + base64
				+ "]\n    certificate-files: [both.pem]\n");
		assertThat(declaration.connections().get(0).idp())
			.isEqualTo(IdpSettings.saml("urn:idp", "https://idp.acme.com/sso", base64,
					SigningCertificate.parse(CERTIFICATE).pem(), SigningCertificate.parse(other).pem()));
	}

	@Test
	void readsMetadataFromTextAndFile() throws IOException {
		String xml = TestMetadata.xml("urn:idp", "https://idp.acme.com/sso", CERTIFICATE);
		Files.createDirectory(this.folder.resolve("idp"));
		Files.write(this.folder.resolve("idp/acme.xml"), xml.getBytes(StandardCharsets.UTF_8));
		Declaration declaration = readFile("vendor: clerk\nconnections:\n- name: a\n  idp:\n"
				+ "    metadata-file: idp/acme.xml\n- name: b\n  idp:\n    metadata: |\n" + xml.indent(6));
		assertThat(declaration.connections().get(0).idp()).isEqualTo(IdpSettings.metadata(xml));
		assertThat(declaration.connections().get(1).idp()).isInstanceOf(IdpSettings.MetadataDocument.class);
	}

	@Test
	void readsConnectionsOfOneName() {
		assertThat(read("vendor: clerk\nconnections:\n- {name: a, id: ent_1}\n- {name: a, id: ent_2}").connections())
			.hasSize(2);
	}

	@Test
	void rejectsFilesThatAreTooLargeOrNotReadable() throws IOException {
		Path file = this.folder.resolve("connections.yml");
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> this.file.read(file, this.secrets))
			.withMessage("connections.yml: there is no such file");
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> this.file.read(this.folder, this.secrets))
			.withMessageContaining("cannot be read");
		byte[] large = new byte[YamlParser.MAX_SIZE + 1];
		Arrays.fill(large, (byte) '#');
		Files.write(file, large);
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> this.file.read(file, this.secrets))
			.withMessageContaining("larger than 5 MiB");
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> read(new String(large, StandardCharsets.US_ASCII)))
			.withMessageContaining("larger than 5 MiB");
		Files.write(file, new byte[] { 'a', ':', (byte) 0xE4 });
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> this.file.read(file, this.secrets))
			.withMessageContaining("not in UTF-8");
	}

	private IdpSettings idp(String yaml) {
		return readOne("vendor: clerk\nconnections:\n- name: a\n  idp: " + yaml).idp();
	}

	private Map<String, Object> settings(String yaml) {
		return readOne("vendor: clerk\nconnections:\n- name: a\n  settings:\n" + yaml.indent(4)).settings();
	}

	private DesiredConnection readOne(String yaml) {
		List<DesiredConnection> connections = read(yaml).connections();
		assertThat(connections).hasSize(1);
		return connections.get(0);
	}

	private Declaration read(String yaml) {
		return this.file.read("connections.yml", new StringReader(yaml), this.secrets);
	}

	private Declaration readFile(String yaml) throws IOException {
		return this.file.read(Files.writeString(this.folder.resolve("connections.yml"), yaml), this.secrets);
	}

}
