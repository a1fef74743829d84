// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.sandbox.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what all strategies have in common.
 */
class CommonMappingTests {

	private final MigrationFixture fixture = new MigrationFixture();

	@BeforeEach
	void publish() {
		this.fixture.publish(MigrationFixture.METADATA_URL, MigrationFixture.metadata("https://idp.acme.com"));
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void takesTheDisplayNameOrElseTheName() {
		for (String displayName : new String[] { "\"Acme Inc.\"", "null", "\" \"" }) {
			this.fixture.sandbox()
				.faults()
				.on("GET", "/api/v2/connections")
				.times(1)
				.respond(200, "application/json", """
						[{"id": "con_1", "name": "acme", "display_name": %s, "strategy": "samlp",
						  "options": {"domain_aliases": ["acme.com"], "metadataUrl": "%s"}}]
						""".formatted(displayName, MigrationFixture.METADATA_URL));
			MigrationEntry entry = this.fixture.planOne();
			boolean given = displayName.contains("Acme");
			assertThat(entry.name()).isEqualTo(given ? "Acme Inc." : "acme");
			assertThat(SamlMappingTests.sources(given ? entry.mapped() : entry.changed()))
				.contains(given ? "display_name" : "name");
		}
		this.fixture.add("acme", "samlp", Map.of("display_name", "Acme Inc."), MigrationFixture.saml());
		assertThat(this.fixture.runOne().name()).isEqualTo("Acme Inc.");
	}

	@Test
	void collectsDomainsAndDropsUris() {
		this.fixture.add("acme", "samlp",
				MigrationFixture.with(MigrationFixture.saml(), "domain_aliases",
						List.of("ACME.com", "https://acme.com/", "urn:acme", "acme.org"), "tenant_domain", "acme.net",
						"domain", "acme.info"));
		MigrationEntry entry = this.fixture.planOne();
		assertThat(entry.domains()).containsExactly("acme.com", "acme.org", "acme.net", "acme.info");
		assertThat(entry.changed()).map(FieldMapping::note)
			.contains("'https://acme.com/' is a URI and was left out.", "'urn:acme' is a URI and was left out.");
		assertThat(this.fixture.runOne().domains()).containsExactly("acme.com", "acme.org", "acme.net", "acme.info");
	}

	@ParameterizedTest
	@ValueSource(strings = { "absent", "https://acme.com" })
	void blocksWithoutADomain(String alias) {
		Object aliases = alias.equals("absent") ? alias : List.of(alias);
		this.fixture.add("acme", "samlp", MigrationFixture.with(MigrationFixture.saml(), "domain_aliases", aliases));
		assertThat(this.fixture.planOne().blockers()).singleElement()
			.satisfies((blocker) -> assertThat(blocker.target()).isEqualTo("domains"));
		MigrationOverride given = MigrationOverride.none().withDomains("Acme.com");
		assertThat(this.fixture.runOne(MigrationOptions.defaults().withOverride("acme", given)).domains())
			.containsExactly("acme.com");
	}

	@Test
	void blocksWhatIsNoDomain() {
		this.fixture.add("acme", "samlp",
				MigrationFixture.with(MigrationFixture.saml(), "domain_aliases", List.of("acme.com", "acme")));
		assertThat(this.fixture.planOne().blockers()).singleElement()
			.satisfies((blocker) -> assertThat(blocker.note()).contains("acme"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void createsItInactive(boolean active) {
		this.fixture.add("acme", "samlp", Map.of("authentication", Map.of("active", active)), MigrationFixture.saml());
		assertThat(this.fixture.planOne().changed()).anySatisfy((field) -> {
			assertThat(field.source()).isEqualTo("authentication.active");
			assertThat(field.note()).contains("created inactive");
		});
		assertThat(this.fixture.runOne().active()).isFalse();
		assertThat(this.fixture.sandbox().clerkSignIn("ann@acme.com")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "on_each_login,true", "on_first_login,false", "never_on_login,false", "absent,true" })
	void setsInAnUpdateWhetherAttributesAreUpdated(String value, boolean expected) {
		this.fixture.add("acme", "samlp",
				MigrationFixture.with(MigrationFixture.saml(), "set_user_root_attributes", value));
		assertThat(SamlMappingTests.targets(this.fixture.planOne().changed())).contains("sync_user_attributes");
		assertThat(this.fixture.runOne().syncUserAttributes()).isEqualTo(expected);
		assertThat(this.fixture.requests("POST", "/v1/")).singleElement()
			.extracting(RecordedRequest::body)
			.asString()
			.doesNotContain("sync_user_attributes");
	}

	@Test
	void blocksTwoThatWouldBeTheSameUntilOneGetsAName() {
		this.fixture.add("acme-saml", "samlp", Map.of("display_name", "Acme"), MigrationFixture.saml());
		this.fixture.add("acme-oidc", "oidc", Map.of("display_name", "Acme"), MigrationFixture.oidc());
		assertThat(this.fixture.plan(MigrationOptions.defaults())).allSatisfy((entry) -> {
			assertThat(entry.status()).isEqualTo(MigrationStatus.BLOCKED);
			assertThat(entry.blockers()).singleElement()
				.satisfies((blocker) -> assertThat(blocker.note()).contains("the same name and domains as acme-"));
		});
		MigrationOptions options = MigrationOptions.defaults()
			.withOverride("acme-oidc", MigrationOverride.none().withName("Acme (OIDC)"));
		assertThat(this.fixture.run(options)).map(MigrationEntry::status)
			.containsExactly(MigrationStatus.DONE, MigrationStatus.DONE);
		assertThat(this.fixture.requests("POST", "/v1/")).hasSize(2);
	}

	@Test
	void blocksWithoutOptions() {
		this.fixture.add("acme", "samlp", MigrationFixture.saml());
		Auth0Account source = this.fixture.source(WebClient.builder(),
				this.fixture.sandbox().auth0().token("read:connections"));
		List<MigrationEntry> entries = ConnectionMigration.create(source, this.fixture.target(), this.fixture.tools())
			.plan(MigrationOptions.defaults())
			.collectList()
			.block(MigrationFixture.TIMEOUT);
		assertThat(entries.get(0).blockers()).map(FieldMapping::note)
			.contains("Auth0 returned no options: the token needs the scope read:connections_options.");
		assertThat(entries.get(0).notMapped()).anySatisfy((field) -> {
			assertThat(field.source()).isEqualTo("scim");
			assertThat(field.note()).contains("is unknown").contains("read:scim_config");
		});
	}

	@Test
	void namesTheOldAndTheNewValuesForTheAdministrator() {
		this.fixture.add("acme", "samlp", MigrationFixture.saml());
		MigrationEntry planned = this.fixture.planOne();
		assertThat(planned.before()).extracting(ServiceProviderDetails::acsUrl)
			.isEqualTo("https://login.example.com/login/callback?connection=acme");
		assertThat(planned.target()).isNull();
		MigrationEntry entry = this.fixture.run(MigrationOptions.defaults()).get(0);
		EnterpriseConnection connection = this.fixture.target()
			.enterpriseConnections()
			.get(entry.target().id())
			.block(MigrationFixture.TIMEOUT);
		assertThat(entry.target().serviceProvider().acsUrl()).isEqualTo(connection.saml().acsUrl()).isNotNull();
		assertThat(this.fixture.migration().handOver(entry).block(MigrationFixture.TIMEOUT).toMarkdown())
			.contains(connection.saml().acsUrl(), connection.saml().spEntityId());
		assertThatIllegalArgumentException().isThrownBy(() -> this.fixture.migration().handOver(planned))
			.withMessageContaining("must have a connection at Clerk: acme");
	}

	@ParameterizedTest
	@CsvSource({ "google-apps,,,SAML app of Google Workspace", "adfs,,,SAML metadata of AD FS",
			"ad,,,no connector for directories", "waad,use_wsfed,true,no WS-Federation",
			"waad,waad_protocol,ws-federation,no WS-Federation", "auth0,,,database of users",
			"sms,,,without a password", "github,,,social connection" })
	void saysWhatIsToBeSetUpAgain(String strategy, String option, String value, String note) {
		Map<String, Object> options = MigrationFixture.options("domain_aliases", List.of("acme.com"), "client_id",
				"client", "client_secret", "s3cret", "tenantId", "7b2e");
		this.fixture.add("acme", strategy, (option != null)
				? MigrationFixture.with(options, option, value.equals("true") ? true : value) : options);
		for (MigrationEntry entry : List.of(this.fixture.planOne(),
				this.fixture.run(MigrationOptions.defaults()).get(0))) {
			assertThat(entry.status()).isEqualTo(MigrationStatus.NOT_MAPPED);
			assertThat(entry.notMapped()).singleElement().satisfies((field) -> {
				assertThat(field.source()).isEqualTo("strategy");
				assertThat(field.note()).contains(note);
			});
		}
		assertThat(this.fixture.requests("POST", "/v1/")).isEmpty();
	}

	@Test
	void limitsItselfToSomeConnections() {
		this.fixture.add("acme", "samlp", MigrationFixture.saml());
		this.fixture.add("globex", "samlp",
				MigrationFixture.with(MigrationFixture.saml(), "domain_aliases", List.of("globex.com")));
		assertThat(this.fixture.run(MigrationOptions.defaults().limitedTo(List.of("globex"))))
			.map(MigrationEntry::sourceName)
			.containsExactly("globex");
		assertThat(this.fixture.requests("POST", "/v1/")).hasSize(1);
	}

	@Test
	void rejectsDecisionsAboutUnknownConnections() {
		this.fixture.add("acme", "samlp", MigrationFixture.saml());
		MigrationOverride override = MigrationOverride.none().withName("x");
		for (MigrationOptions options : List.of(MigrationOptions.defaults().withOverride("acne", override),
				MigrationOptions.defaults().limitedTo(List.of("acne")), MigrationOptions.defaults()
					.withOrganizations(OrganizationPairs.none().withConnection("acne", "org_1")))) {
			assertThatIllegalArgumentException().isThrownBy(() -> this.fixture.run(options))
				.withMessageContaining("it has no [acne]");
		}
		String id = this.fixture.planOne().sourceId();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.fixture
				.plan(MigrationOptions.defaults().withOverride("acme", override).withOverride(id, override)))
			.withMessageContaining("must name the connection acme once");
		assertThat(this.fixture.requests("POST", "/v1/")).isEmpty();
	}

}
