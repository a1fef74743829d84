// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.OidcSettings;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Connections at Clerk with the name and the domains of one that is to be created.
 */
class MigrationExistingTests {

	private static final String ENTITY_ID = "https://idp.acme.com";

	private static final String SSO_URL = "https://idp.acme.com/sso";

	private static final String XML = MigrationFixture.metadata(ENTITY_ID);

	private final MigrationFixture fixture = new MigrationFixture().publish(MigrationFixture.METADATA_URL, XML);

	@AfterEach
	void close() {
		this.fixture.close();
	}

	private void addDocument(Object... more) {
		// The vendor keeps the document of this strategy only
		this.fixture.add("Acme", "pingfederate", MigrationFixture.with(
				MigrationFixture.options("domain_aliases", List.of("acme.com"), "pingFederateBaseUrl",
						"https://ping.acme.com", "metadataXml", XML, "set_user_root_attributes", "on_first_login"),
				more));
	}

	private EnterpriseConnection create(ConnectionProvider provider, NewEnterpriseConnection connection) {
		return this.fixture.target()
			.enterpriseConnections()
			.create(connection.name("Acme").provider(provider).domains("acme.com").active(false))
			.block(MigrationFixture.TIMEOUT);
	}

	private EnterpriseConnection create(NewEnterpriseConnection.Saml saml) {
		return create(ConnectionProvider.SAML_CUSTOM, new NewEnterpriseConnection().saml(saml));
	}

	private static NewEnterpriseConnection.Saml document(String xml) {
		return new NewEnterpriseConnection.Saml().idpMetadata(xml);
	}

	private void assertOther(EnterpriseConnection other, String difference) {
		MigrationOptions options = MigrationOptions.defaults();
		for (MigrationEntry entry : List.of(this.fixture.planOne(), this.fixture.run(options).get(0))) {
			assertThat(entry.status()).isEqualTo(MigrationStatus.BLOCKED);
			assertThat(entry.target()).isNull();
			assertThat(entry.blockers()).singleElement()
				.satisfies((blocker) -> assertThat(blocker.note()).startsWith(other.id() + " ('Acme') at Clerk")
					.contains(difference));
		}
		assertThat(this.fixture.requests("PATCH", "/v1/")).isEmpty();
		assertThat(this.fixture.requests("POST", "/v1/")).hasSize(1);
	}

	@Test
	void blocksBesideAnotherProtocol() {
		addDocument();
		EnterpriseConnection other = create(ConnectionProvider.OIDC_CUSTOM, new NewEnterpriseConnection()
			.oidc(new OidcSettings().clientId("client").discoveryUrl("https://idp.acme.com/discovery")));
		assertOther(other, "protocol: Clerk has 'oidc', the migration would set 'saml'.");
	}

	@Test
	void blocksBesideAnotherEntityIdThanInADocument() {
		addDocument();
		assertOther(create(document(MigrationFixture.metadata("https://other.example"))),
				"saml.idp_entity_id: Clerk has 'https://other.example', the migration would set '" + ENTITY_ID + "'.");
	}

	@Test
	void blocksBesideAnotherSsoUrlThanInADocument() {
		addDocument();
		assertOther(
				create(document(
						TestMetadata.xml(ENTITY_ID, "https://other.example/sso", MigrationFixture.CERTIFICATE))),
				"saml.idp_sso_url: Clerk has 'https://other.example/sso'");
	}

	@Test
	void blocksBesideAnotherEntityIdThanInMetadataAtAUrl() {
		this.fixture.add("Acme", "samlp", MigrationFixture.saml());
		assertOther(create(document(MigrationFixture.metadata("https://other.example"))),
				"saml.idp_entity_id: Clerk has 'https://other.example'");
	}

	@Test
	void blocksWhenAnotherOneAppearsMeanwhile() {
		addDocument();
		MigrationEntry entry = this.fixture.planOne();
		TargetConnection target = new TargetConnection();
		target.connection().name("Acme").provider(ConnectionProvider.SAML_CUSTOM).domains("acme.com");
		target.syncUserAttributes(false);
		create(ConnectionProvider.OIDC_CUSTOM, new NewEnterpriseConnection()
			.oidc(new OidcSettings().clientId("client").discoveryUrl("https://idp.acme.com/discovery")));
		MigrationEntry moved = new ConnectionMover(this.fixture.target())
			.move(new PlannedConnection(entry, target, null))
			.block(MigrationFixture.TIMEOUT);
		assertThat(entry.status()).isEqualTo(MigrationStatus.READY);
		assertThat(moved.status()).isEqualTo(MigrationStatus.BLOCKED);
		assertThat(moved.target()).isNull();
		assertThat(this.fixture.requests("PATCH", "/v1/")).isEmpty();
	}

	@Test
	void leavesAnotherCertificateOfTheSameIdp() {
		addDocument();
		Instant now = Instant.now();
		String certificate = TestCertificates.selfSigned("new", now, now.plus(Duration.ofDays(300)));
		EnterpriseConnection existing = create(document(TestMetadata.xml(ENTITY_ID, SSO_URL, certificate)));
		MigrationEntry entry = this.fixture.run(MigrationOptions.defaults()).get(0);
		assertThat(entry.status()).isEqualTo(MigrationStatus.DONE);
		assertThat(entry.target().id()).isEqualTo(existing.id());
		assertThat(entry.target().differences()).map(FieldMapping::target)
			.containsExactly("saml.idp_certificates", "sync_user_attributes");
		assertThat(this.fixture.requests("PATCH", "/v1/")).isEmpty();
	}

	@Test
	void completesTheSameIdp() {
		addDocument();
		EnterpriseConnection existing = create(document(XML));
		MigrationEntry entry = this.fixture.run(MigrationOptions.defaults()).get(0);
		assertThat(entry.status()).isEqualTo(MigrationStatus.DONE);
		assertThat(entry.target().differences()).isEmpty();
		assertThat(this.fixture.requests("PATCH", "/v1/")).singleElement()
			.satisfies((request) -> assertThat(request.url()).contains(existing.id()));
	}

	@Test
	void showsTheBlockersOfWhatExistsAndWritesNothing() {
		addDocument("signSAMLRequest", true);
		create(document(XML));
		ConnectionMigration migration = this.fixture.migration();
		List<MigrationEntry> entries = migration.run(MigrationOptions.defaults())
			.collectList()
			.block(MigrationFixture.TIMEOUT);
		assertThat(entries).singleElement().satisfies((entry) -> {
			assertThat(entry.status()).isEqualTo(MigrationStatus.DONE);
			assertThat(entry.blockers()).map(FieldMapping::source).containsExactly("options.signSAMLRequest");
		});
		assertThat(this.fixture.planOne().blockers()).isEqualTo(entries.get(0).blockers());
		MigrationReport report = MigrationReport.of(migration, entries);
		assertThat(report.toMarkdown()).contains("- Done: 1, of which 1 with blockers\n",
				"- Blocked: `options.signSAMLRequest`: Auth0 signs the requests");
		assertThat(report.toCsv()).contains(",done,\"Auth0 signs the requests, and Clerk signs none: ask");
		assertThat(this.fixture.requests("PATCH", "/v1/")).isEmpty();
		MigrationOptions confirmed = MigrationOptions.defaults()
			.withOverride("Acme", MigrationOverride.none().acceptingUnsignedRequests());
		List<MigrationEntry> again = this.fixture.run(confirmed);
		assertThat(again.get(0).blockers()).isEmpty();
		assertThat(MigrationReport.of(migration, again).toMarkdown()).contains("- Done: 1\n")
			.doesNotContain("with blockers");
		assertThat(this.fixture.requests("PATCH", "/v1/")).hasSize(1);
	}

}
