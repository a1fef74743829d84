// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ssoconnections.clerk.AttributeMapping;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.CustomAttribute;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what SAML connections become.
 */
class SamlMappingTests {

	private static final String ENTITY_ID = "https://idp.acme.com";

	private final MigrationFixture fixture = new MigrationFixture();

	@BeforeEach
	void publish() {
		this.fixture.publish(MigrationFixture.METADATA_URL, MigrationFixture.metadata(ENTITY_ID));
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	private static Map<String, Object> fields() {
		return MigrationFixture.with(MigrationFixture.saml(), "metadataUrl", "absent", "signInEndpoint",
				"https://idp.acme.com/login", "signingCert", MigrationFixture.CERTIFICATE);
	}

	private static MigrationOptions withEntityId(String name) {
		return MigrationOptions.defaults().withOverride(name, MigrationOverride.none().withEntityId("urn:idp:acme"));
	}

	static List<String> targets(List<FieldMapping> fields) {
		return fields.stream().map(FieldMapping::target).toList();
	}

	static List<String> sources(List<FieldMapping> fields) {
		return fields.stream().map(FieldMapping::source).toList();
	}

	@Test
	void takesTheMetadataUrlAndDerivesTheEntityIdFromIt() {
		this.fixture.add("acme", "samlp", MigrationFixture.with(MigrationFixture.saml(), "entityId", "urn:auth0:sp"));
		MigrationEntry entry = this.fixture.planOne();
		assertThat(entry.status()).isEqualTo(MigrationStatus.READY);
		assertThat(entry.mapped()).anySatisfy((field) -> {
			assertThat(field.source()).isEqualTo("options.metadataUrl");
			assertThat(field.target()).isEqualTo("saml.idp_metadata_url");
		});
		assertThat(entry.changed()).anySatisfy((field) -> {
			assertThat(field.target()).isEqualTo("saml.idp_entity_id");
			assertThat(field.note()).contains(ENTITY_ID);
		});
		assertThat(entry.notMapped()).anySatisfy((field) -> {
			assertThat(field.source()).isEqualTo("options.entityId");
			assertThat(field.note()).contains("not that of the IdP");
		});
		EnterpriseConnection connection = this.fixture.runOne();
		assertThat(connection.saml().idpMetadataUrl()).isEqualTo(MigrationFixture.METADATA_URL);
		assertThat(connection.saml().idpEntityId()).isEqualTo(ENTITY_ID);
		assertThat(connection.saml().idpSsoUrl()).isEqualTo("https://idp.acme.com/sso");
		assertThat(this.fixture.requests("POST", "/v1/").get(0).body()).doesNotContain("urn:auth0:sp")
			.doesNotContain("idp_entity_id");
	}

	@Test
	void takesTheMetadataDocument() {
		// The vendor consumes that of samlp
		this.fixture.add("ping", "pingfederate", MigrationFixture.options("domain_aliases", List.of("acme.com"),
				"pingFederateBaseUrl", "https://ping.acme.com", "metadataXml", MigrationFixture.metadata(ENTITY_ID)));
		assertThat(this.fixture.planOne().mapped())
			.contains(new FieldMapping("options.metadataXml", "saml.idp_metadata", "The document goes over."));
		EnterpriseConnection connection = this.fixture.runOne();
		assertThat(connection.saml().idpEntityId()).isEqualTo(ENTITY_ID);
		assertThat(connection.saml().idpMetadataUrl()).isNull();
	}

	@Test
	void blocksWithoutMetadataAndEntityId() {
		this.fixture.add("acme", "samlp", MigrationFixture.with(fields(), "entityId", "urn:auth0:sp"));
		MigrationEntry entry = this.fixture.planOne();
		assertThat(entry.status()).isEqualTo(MigrationStatus.BLOCKED);
		assertThat(entry.blockers()).singleElement().satisfies((blocker) -> {
			assertThat(blocker.target()).isEqualTo("saml.idp_entity_id");
			assertThat(blocker.note()).contains("ask the customer for the entity ID or the metadata");
		});
		assertThat(this.fixture.run(MigrationOptions.defaults())).map(MigrationEntry::status)
			.containsExactly(MigrationStatus.BLOCKED);
		assertThat(this.fixture.requests("POST", "/v1/")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "signingCert", "cert" })
	void takesEndpointAndCertificateWithAGivenEntityId(String option) {
		String base64 = base64(MigrationFixture.CERTIFICATE);
		this.fixture.add("acme", "samlp",
				MigrationFixture.with(fields(), "signingCert", "absent", option, base64, "entityId", "urn:auth0:sp"));
		EnterpriseConnection connection = this.fixture.runOne(withEntityId("acme"));
		assertThat(connection.saml().idpEntityId()).isEqualTo("urn:idp:acme");
		assertThat(connection.saml().idpSsoUrl()).isEqualTo("https://idp.acme.com/login");
		assertThat(connection.saml().idpCertificates()).singleElement()
			.satisfies((one) -> assertThat(one.certificate()).isEqualTo(base64));
		assertThat(this.fixture.requests("POST", "/v1/").get(0).body()).contains("-----BEGIN CERTIFICATE-----");
	}

	@Test
	void blocksWithoutEndpointOrReadableCertificate() {
		this.fixture.add("acme", "pingfederate", MigrationFixture.with(fields(), "signInEndpoint", "absent",
				"signingCert", "absent", "cert", "no certificate"));
		MigrationEntry entry = this.fixture.planOne(withEntityId("acme"));
		assertThat(targets(entry.blockers())).containsExactly("saml.idp_sso_url", "saml.idp_certificates");
	}

	@ParameterizedTest
	@CsvSource({ "https://acme.okta.com/app/1/sso/saml,saml_okta", "https://acme.oktapreview.com/sso,saml_okta",
			"https://accounts.google.com/o/saml2/idp?idpid=1,saml_google",
			"https://login.microsoftonline.com/1/saml2,saml_microsoft", "https://idp.acme.com/sso,saml_custom",
			"https://okta.com.acme.com/sso,saml_custom" })
	void choosesTheProviderByTheHostOfTheIdp(String ssoUrl, String provider) {
		this.fixture.add("acme", "samlp", MigrationFixture.with(fields(), "signInEndpoint", ssoUrl));
		EnterpriseConnection connection = this.fixture.runOne(withEntityId("acme"));
		assertThat(connection.provider()).isEqualTo(new ConnectionProvider(provider));
	}

	@Test
	void mapsAttributesAndMakesCustomOnesOfTheOthers() {
		Map<String, Object> map = MigrationFixture.options("user_id", List.of("uid", "nameid"), "email", "mail",
				"given_name", "gn", "family_name", List.of("sn"), "department", "urn:dept", "_hidden", "x", "groups",
				List.of("g1", "g2"), "empty", List.of());
		this.fixture.add("acme", "samlp", MigrationFixture.with(MigrationFixture.saml(), "fieldsMap", map));
		MigrationEntry entry = this.fixture.planOne();
		assertThat(sources(entry.mapped())).contains("options.fieldsMap.email", "options.fieldsMap.given_name",
				"options.fieldsMap.family_name");
		assertThat(entry.changed()).contains(new FieldMapping("options.fieldsMap.user_id",
				"saml.attribute_mapping.user_id", "Only the first of 2 attributes goes over: 'uid'."));
		assertThat(sources(entry.changed())).contains("options.fieldsMap.department", "options.fieldsMap.groups");
		assertThat(sources(entry.notMapped())).contains("options.fieldsMap._hidden", "options.fieldsMap.empty");
		EnterpriseConnection connection = this.fixture.runOne();
		AttributeMapping mapping = mapping(connection);
		assertThat(mapping.userId()).isEqualTo("uid");
		assertThat(mapping.emailAddress()).isEqualTo("mail");
		assertThat(mapping.firstName()).isEqualTo("gn");
		assertThat(mapping.lastName()).isEqualTo("sn");
		assertThat(connection.customAttributes()).map(CustomAttribute::key).containsExactly("department", "groups");
		assertThat(connection.customAttributes()).map(CustomAttribute::ssoPath).containsExactly("urn:dept", "g1");
	}

	@SuppressWarnings("deprecation")
	private AttributeMapping mapping(EnterpriseConnection connection) {
		return this.fixture.target()
			.samlConnections()
			.get(connection.saml().id())
			.block(MigrationFixture.TIMEOUT)
			.attributeMapping();
	}

	@Test
	void takesTheUserIdAttributeAndNamesMissingMappings() {
		this.fixture.add("acme", "samlp", MigrationFixture.with(MigrationFixture.saml(), "user_id_attribute", "uid"));
		assertThat(this.fixture.planOne().changed()).anySatisfy((field) -> {
			assertThat(field.target()).isEqualTo("saml.attribute_mapping.email_address");
			assertThat(field.note()).contains("default attributes");
		});
		assertThat(mapping(this.fixture.runOne()).userId()).isEqualTo("uid");
	}

	@Test
	void leavesCustomAttributesOutOnDemand() {
		this.fixture.add("acme", "samlp",
				MigrationFixture.with(MigrationFixture.saml(), "fieldsMap", Map.of("department", "urn:dept")));
		MigrationOptions options = MigrationOptions.defaults().withoutCustomAttributes();
		assertThat(sources(this.fixture.planOne(options).notMapped())).contains("options.fieldsMap.department");
		assertThat(this.fixture.runOne(options).customAttributes()).isNullOrEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void allowsSignInsThatTheIdpStartsAsBefore(boolean enabled) {
		this.fixture.add("acme", "samlp", MigrationFixture.with(MigrationFixture.saml(), "idpinitiated",
				Map.of("enabled", enabled, "client_id", "app")));
		assertThat(targets(this.fixture.planOne().changed())).contains("saml.allow_idp_initiated");
		assertThat(this.fixture.runOne().saml().allowIdpInitiated()).isEqualTo(enabled);
	}

	@Test
	void blocksSignedRequestsAndEncryptedAssertionsUntilTheyAreConfirmed() {
		this.fixture.add("acme", "samlp", MigrationFixture.with(MigrationFixture.saml(), "signSAMLRequest", true,
				"decryptionKey", Map.of("cert", "c", "key", "k3y-of-acme")));
		MigrationEntry entry = this.fixture.planOne();
		assertThat(entry.status()).isEqualTo(MigrationStatus.BLOCKED);
		assertThat(sources(entry.blockers())).containsExactly("options.signSAMLRequest", "options.decryptionKey");
		assertThat(this.fixture
			.planOne(MigrationOptions.defaults()
				.withOverride("acme", MigrationOverride.none().acceptingUnsignedRequests()))
			.blockers()).map(FieldMapping::source).containsExactly("options.decryptionKey");
		MigrationEntry confirmed = this.fixture.planOne(MigrationOptions.defaults()
			.withOverride("acme", MigrationOverride.none().acceptingUnsignedRequests().sendingUnencryptedAssertions()));
		assertThat(confirmed.status()).isEqualTo(MigrationStatus.READY);
		assertThat(sources(confirmed.changed())).contains("options.signSAMLRequest", "options.decryptionKey");
		assertThat(confirmed.toString()).doesNotContain("k3y-of-acme");
	}

	@Test
	void blocksMetadataThatWantsSignedRequests() {
		this.fixture.publish(MigrationFixture.METADATA_URL,
				MigrationFixture.metadata(ENTITY_ID)
					.replace("<md:IDPSSODescriptor", "<md:IDPSSODescriptor WantAuthnRequestsSigned=\"true\"")
					.replace("<IDPSSODescriptor", "<IDPSSODescriptor WantAuthnRequestsSigned=\"true\""));
		this.fixture.add("acme", "samlp", MigrationFixture.saml());
		assertThat(this.fixture.planOne().blockers()).singleElement()
			.satisfies((blocker) -> assertThat(blocker.note()).contains("wants signed requests"));
		assertThat(this.fixture
			.planOne(MigrationOptions.defaults()
				.withOverride("acme", MigrationOverride.none().acceptingUnsignedRequests()))
			.status()).isEqualTo(MigrationStatus.READY);
	}

	@Test
	void blocksMetadataThatCannotBeRead() {
		this.fixture.add("acme", "samlp",
				MigrationFixture.with(MigrationFixture.saml(), "metadataUrl", "https://other.acme.com/metadata"));
		assertThat(this.fixture.planOne().blockers()).singleElement().satisfies((blocker) -> {
			assertThat(blocker.source()).isEqualTo("options.metadataUrl");
			assertThat(blocker.note()).startsWith("The metadata cannot be read: ")
				.contains("Give the metadata or the entity ID");
		});
		MigrationOverride given = MigrationOverride.none().withMetadata(MigrationFixture.metadata("urn:given"));
		EnterpriseConnection connection = this.fixture.runOne(MigrationOptions.defaults().withOverride("acme", given));
		assertThat(connection.saml().idpEntityId()).isEqualTo("urn:given");
	}

	@Test
	void blocksMetadataThatClerkCannotUse() {
		this.fixture.add("acme", "samlp", MigrationFixture.saml());
		String complete = MigrationFixture.metadata(ENTITY_ID);
		Map<String, String> incomplete = Map.of("saml.idp_entity_id", complete.replaceFirst("entityID=\"[^\"]*\"", ""),
				"saml.idp_certificates",
				complete.replaceAll("(?s)<(\\w+:)?KeyDescriptor.*?</(\\w+:)?KeyDescriptor>", ""), "saml.idp_sso_url",
				complete.replaceAll("bindings:HTTP-(Redirect|POST)", "bindings:SOAP"));
		incomplete.forEach((target, xml) -> {
			MigrationOptions options = MigrationOptions.defaults()
				.withOverride("acme", MigrationOverride.none().withMetadata(xml));
			assertThat(targets(this.fixture.planOne(options).blockers())).as(xml).containsExactly(target);
		});
	}

	@Test
	void takesAnExpiredCertificateWithAFinding() {
		String expired = TestCertificates.selfSigned("idp", Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
		this.fixture.add("acme", "samlp", MigrationFixture.with(fields(), "signingCert", expired));
		MigrationEntry entry = this.fixture.planOne(withEntityId("acme"));
		assertThat(entry.status()).isEqualTo(MigrationStatus.READY);
		assertThat(entry.findings())
			.anySatisfy((finding) -> assertThat(finding.code()).isEqualTo("certificate_expired"));
	}

	@Test
	void prefersTheSigningCertificateThatIsNotDerived() {
		// The vendor derives one from the other for samlp
		this.fixture.sandbox()
			.faults()
			.on("GET", "/api/v2/connections")
			.times(1)
			.respond(200, "application/json", """
					[{"id": "con_1", "name": "acme", "strategy": "samlp", "options": {"domain_aliases": ["acme.com"],
					  "signInEndpoint": "https://idp.acme.com/login", "cert": "%s", "signingCert": "%s"}}]
					""".formatted(base64(TestCertificates.selfSigned("stale", Instant.now().minusSeconds(60),
					Instant.now().plusSeconds(6_000_000))), base64(MigrationFixture.CERTIFICATE)));
		assertThat(this.fixture.runOne(withEntityId("con_1")).saml().idpCertificates()).singleElement()
			.satisfies((one) -> assertThat(one.certificate()).isEqualTo(base64(MigrationFixture.CERTIFICATE)));
	}

	private static String base64(String pem) {
		return pem.replaceAll("-----[A-Z ]+-----|\\s", "");
	}

	@Test
	void takesAGivenMetadataUrl() {
		this.fixture.add("acme", "samlp", fields());
		MigrationOverride given = MigrationOverride.none().withMetadataUrl(MigrationFixture.METADATA_URL);
		assertThat(this.fixture.runOne(MigrationOptions.defaults().withOverride("acme", given)).saml().idpEntityId())
			.isEqualTo(ENTITY_ID);
	}

	@Test
	void namesValuesThatTheMetadataHasOtherwise() {
		this.fixture.add("acme", "pingfederate",
				MigrationFixture.with(fields(), "metadataUrl", MigrationFixture.METADATA_URL, "signingCert",
						TestCertificates.selfSigned("old", Instant.now().minusSeconds(60),
								Instant.now().plusSeconds(6_000_000))));
		MigrationEntry entry = this.fixture.planOne();
		assertThat(entry.changed()).anySatisfy((field) -> {
			assertThat(field.source()).isEqualTo("options.signInEndpoint");
			assertThat(field.note()).contains("where it is 'https://idp.acme.com/sso'");
		}).anySatisfy((field) -> {
			assertThat(field.target()).isEqualTo("saml.idp_certificates");
			assertThat(field.note()).contains("lacks the one that Auth0 trusts");
		});
	}

	@Test
	void warnsOfSettingsThatDoNotMap() {
		this.fixture.add("acme", "samlp",
				Map.of("display_name", "Acme", "realms", List.of("all"), "metadata", Map.of("tier", "gold")),
				MigrationFixture.with(MigrationFixture.saml(), "signatureAlgorithm", "rsa-sha256", "signOutEndpoint",
						"https://idp.acme.com/logout", "assertion_decryption_settings",
						Map.of("algorithm_profile", "v2026-1"), "brand_new", true, "icon_url", ""));
		MigrationEntry entry = this.fixture.planOne();
		assertThat(entry.status()).isEqualTo(MigrationStatus.READY);
		assertThat(sources(entry.notMapped()))
			.contains("options.signatureAlgorithm", "options.signOutEndpoint", "options.assertion_decryption_settings",
					"options.brand_new", "realms", "metadata", "users")
			.doesNotContain("options.icon_url", "scim");
		String id = this.fixture.source().connections().listAll().single().block(MigrationFixture.TIMEOUT).id();
		this.fixture.source().scimConfigurations().create(id).block(MigrationFixture.TIMEOUT);
		assertThat(sources(this.fixture.planOne().notMapped())).contains("scim");
	}

	@Test
	void leavesOutOptionsInAnUnexpectedFormAndTakesAFlagAsSet() {
		this.fixture.add("acme", "samlp", MigrationFixture.with(MigrationFixture.saml(), "signSAMLRequest", "yes",
				"fieldsMap", "mail", "domain_aliases", List.of("acme.com", 5), "tenant_domain", "acme.org"));
		MigrationEntry entry = this.fixture.planOne();
		assertThat(sources(entry.blockers())).containsExactly("options.signSAMLRequest");
		assertThat(sources(entry.notMapped())).contains("options.fieldsMap", "options.domain_aliases");
		assertThat(entry.domains()).containsExactly("acme.org");
		assertThat(this.fixture
			.planOne(MigrationOptions.defaults()
				.withOverride("acme", MigrationOverride.none().acceptingUnsignedRequests()))
			.status()).isEqualTo(MigrationStatus.READY);
	}

	@Test
	void namesEveryOption() {
		Map<String, Object> options = MigrationFixture.with(MigrationFixture.saml(), "signInEndpoint",
				"https://idp.acme.com/sso", "debug", true, "fieldsMap", Map.of("email", "mail"), "x", Map.of("y", 1));
		this.fixture.add("acme", "samlp", options);
		MigrationEntry entry = this.fixture.planOne();
		List<String> named = Stream.of(entry.mapped(), entry.changed(), entry.notMapped(), entry.blockers())
			.flatMap((fields) -> sources(fields).stream())
			.toList();
		Map<String, Object> stored = this.fixture.source()
			.connections()
			.listAll()
			.single()
			.block(MigrationFixture.TIMEOUT)
			.options();
		assertThat(stored).hasSizeGreaterThan(options.size());
		assertThat(stored.keySet()).allSatisfy((option) -> assertThat(named)
			.anyMatch((source) -> source != null && (source + ".").startsWith("options." + option + ".")));
	}

}
