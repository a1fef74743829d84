// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what OIDC connections become.
 */
class OidcMappingTests {

	private static final String SECRET = "s3cret-of-acme";

	private final MigrationFixture fixture = new MigrationFixture();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	private static MigrationOptions with(MigrationOverride override) {
		return MigrationOptions.defaults().withOverride("acme", override);
	}

	private String created() {
		return this.fixture.requests("POST", "/v1/enterprise_connections").get(0).body();
	}

	@Test
	void takesClientAndDiscoveryUrl() {
		this.fixture.add("acme", "oidc", MigrationFixture.oidc());
		MigrationEntry entry = this.fixture.planOne();
		assertThat(SamlMappingTests.targets(entry.mapped())).contains("provider", "oidc.client_id",
				"oidc.client_secret", "oidc.discovery_url");
		EnterpriseConnection connection = this.fixture.runOne();
		assertThat(connection.provider()).isEqualTo(ConnectionProvider.OIDC_CUSTOM);
		assertThat(connection.oidc().clientId()).isEqualTo("client");
		assertThat(connection.oidc().discoveryUrl()).isEqualTo("https://idp.acme.com/.well-known/openid-configuration");
		assertThat(created()).contains("\"client_secret\":\"" + SECRET + "\"").doesNotContain("auth_url", "token_url");
	}

	@Test
	void takesTheEndpointsWithoutADiscoveryUrl() {
		this.fixture.add("acme", "oidc",
				MigrationFixture.with(MigrationFixture.oidc(), "discovery_url", "absent", "authorization_endpoint",
						"https://idp.acme.com/authorize", "token_endpoint", "https://idp.acme.com/token",
						"userinfo_endpoint", "https://idp.acme.com/userinfo", "issuer", "https://idp.acme.com"));
		EnterpriseConnection connection = this.fixture.runOne();
		assertThat(connection.oidc().authUrl()).isEqualTo("https://idp.acme.com/authorize");
		assertThat(connection.oidc().tokenUrl()).isEqualTo("https://idp.acme.com/token");
		assertThat(connection.oidc().userInfoUrl()).isEqualTo("https://idp.acme.com/userinfo");
		assertThat(created()).doesNotContain("discovery_url");
	}

	@Test
	void blocksWithoutAddresses() {
		this.fixture.add("acme", "oidc", MigrationFixture.with(MigrationFixture.oidc(), "discovery_url", "absent",
				"token_endpoint", "https://idp.acme.com/token"));
		assertThat(this.fixture.planOne().blockers()).singleElement()
			.satisfies((blocker) -> assertThat(blocker.note()).contains("neither a discovery URL nor all endpoints"));
		String url = "https://given.acme.com/.well-known/openid-configuration";
		assertThat(this.fixture.runOne(with(MigrationOverride.none().withDiscoveryUrl(url))).oidc().discoveryUrl())
			.isEqualTo(url);
	}

	@ParameterizedTest
	@ValueSource(strings = { "absent", "", " " })
	void blocksWithoutASecretAndNeverSendsAnEmptyOne(String secret) {
		this.fixture.add("acme", "oidc", MigrationFixture.with(MigrationFixture.oidc(), "client_secret", secret));
		assertThat(this.fixture.planOne().blockers()).containsExactly(new FieldMapping("options.client_secret",
				"oidc.client_secret", "Auth0 does not return the secret: ask the customer for it."));
		this.fixture.run(MigrationOptions.defaults());
		assertThat(this.fixture.requests("POST", "/v1/")).isEmpty();
		MigrationOverride given = MigrationOverride.none().withClientSecret(Secret.of("given-s3cret"));
		assertThat(this.fixture.planOne(with(given)).status()).isEqualTo(MigrationStatus.READY);
		this.fixture.runOne(with(given));
		assertThat(created()).contains("\"client_secret\":\"given-s3cret\"");
	}

	@Test
	void makesAPublicClientOfAFrontChannel() {
		this.fixture.add("acme", "oidc",
				MigrationFixture.with(MigrationFixture.oidc(), "client_secret", "absent", "type", "front_channel"));
		assertThat(this.fixture.planOne().changed())
			.anySatisfy((field) -> assertThat(field.note()).contains("redeems a code with PKCE"));
		assertThat(this.fixture.runOne().oidc().requiresPkce()).isTrue();
		assertThat(created()).doesNotContain("client_secret");
	}

	@ParameterizedTest
	@CsvSource({ "S256,true", "auto,false", "plain,false", "disabled,false" })
	void requiresPkceOfAClientWithASecretAsBefore(String pkce, boolean required) {
		this.fixture.add("acme", "oidc",
				MigrationFixture.with(MigrationFixture.oidc(), "connection_settings", Map.of("pkce", pkce)));
		assertThat(this.fixture.runOne().oidc().requiresPkce()).isEqualTo(required);
	}

	@Test
	void blocksAPrivateKeyAndAMissingClientId() {
		this.fixture.add("acme", "oidc", MigrationFixture.with(MigrationFixture.oidc(), "client_id", "absent",
				"token_endpoint_auth_method", "private_key_jwt"));
		assertThat(SamlMappingTests.sources(this.fixture.planOne().blockers())).containsExactly("options.client_id",
				"options.token_endpoint_auth_method");
	}

	@Test
	void infersTheDiscoveryUrlOfOkta() {
		this.fixture.add("acme", "okta",
				MigrationFixture.with(MigrationFixture.oidc(), "discovery_url", "absent", "domain", "acme.okta.com"));
		MigrationEntry entry = this.fixture.planOne();
		assertThat(entry.domains()).as("the address of the IdP is no e-mail domain").containsExactly("acme.com");
		assertThat(entry.changed()).anySatisfy((field) -> {
			assertThat(field.source()).isEqualTo("options.domain");
			assertThat(field.note()).startsWith("Inferred");
		});
		EnterpriseConnection connection = this.fixture.runOne();
		assertThat(connection.provider()).isEqualTo(ConnectionProvider.OIDC_CUSTOM);
		assertThat(connection.oidc().discoveryUrl())
			.isEqualTo("https://acme.okta.com/.well-known/openid-configuration");
	}

	@ParameterizedTest
	@ValueSource(strings = { "absent", "acme.okta.com/x", "okta", "https://acme.okta.com" })
	void blocksOktaWithoutAValidDomain(String domain) {
		this.fixture.add("acme", "okta",
				MigrationFixture.with(MigrationFixture.oidc(), "discovery_url", "absent", "domain", domain));
		assertThat(SamlMappingTests.sources(this.fixture.planOne().blockers())).containsExactly("options.domain");
	}

	@Test
	void infersTheDiscoveryUrlOfMicrosoft() {
		this.fixture.add("acme", "waad", MigrationFixture.options("tenant_domain", "acme.com", "client_id", "client",
				"client_secret", SECRET, "tenantId", "7b2e", "waad_protocol", "openid-connect"));
		MigrationEntry entry = this.fixture.planOne();
		assertThat(entry.changed()).anySatisfy((field) -> {
			assertThat(field.source()).isEqualTo("options.tenantId");
			assertThat(field.note()).startsWith("Inferred");
		});
		EnterpriseConnection connection = this.fixture.runOne();
		assertThat(connection.provider()).isEqualTo(ConnectionProvider.OIDC_CUSTOM);
		assertThat(connection.oidc().discoveryUrl())
			.isEqualTo("https://login.microsoftonline.com/7b2e/v2.0/.well-known/openid-configuration");
		assertThat(connection.domains()).containsExactly("acme.com");
	}

	@Test
	void blocksMicrosoftWithoutATenantOrForAllTenants() {
		Map<String, Object> options = MigrationFixture.options("domain_aliases", List.of("acme.com"), "client_id",
				"client", "client_secret", SECRET);
		this.fixture.add("acme", "waad", options);
		this.fixture.add("acme2", "waad",
				MigrationFixture.with(options, "tenantId", "7b2e", "useCommonEndpoint", true));
		this.fixture.add("acme3", "waad", MigrationFixture.with(options, "tenantId", "../x"));
		assertThat(this.fixture.plan(MigrationOptions.defaults())).map(MigrationEntry::blockers)
			.map(SamlMappingTests::sources)
			.containsExactly(List.of("options.tenantId"), List.of("options.useCommonEndpoint"),
					List.of("options.tenantId"));
	}

	@Test
	void warnsOfSettingsThatDoNotMap() {
		this.fixture.add("acme", "oidc", MigrationFixture.with(MigrationFixture.oidc(), "scope", "openid groups",
				"upstream_params", Map.of("screen", Map.of("alias", "login_hint"))));
		assertThat(SamlMappingTests.sources(this.fixture.planOne().notMapped())).contains("options.scope",
				"options.upstream_params", "options.attribute_map", "options.oidc_metadata");
	}

	@Test
	void blocksAnAddressThatClerkCannotReach() {
		this.fixture.add("acme", "oidc",
				MigrationFixture.with(MigrationFixture.oidc(), "discovery_url", "https://10.0.0.1/discovery"));
		MigrationEntry entry = this.fixture.planOne();
		assertThat(entry.status()).isEqualTo(MigrationStatus.BLOCKED);
		assertThat(entry.findings()).anySatisfy((finding) -> assertThat(finding.code()).isEqualTo("url_unreachable"));
	}

}
