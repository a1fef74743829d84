// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.client.WireJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is found in the OIDC half of a connection at Clerk.
 */
class ClerkOidcLintTests {

	private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

	private static final String DISCOVERY = "https://idp.acme.com/.well-known/openid-configuration";

	@Test
	void hasNothingAgainstAGoodOne() {
		assertThat(check(oidc().discoveryUrl(DISCOVERY))).isEmpty();
		assertThat(check(oidc().authUrl("https://idp.acme.com/authorize").tokenUrl("https://idp.acme.com/token")))
			.isEmpty();
	}

	@Test
	void findsMissingEndpoints() {
		assertThat(check(oidc())).containsExactly(FindingCode.OIDC_ENDPOINTS_MISSING
			.finding("The connection has no 'discovery_url', and no 'auth_url', 'token_url'."));
		assertThat(check(oidc().authUrl("https://idp.acme.com/authorize")))
			.containsExactly(FindingCode.OIDC_ENDPOINTS_MISSING
				.finding("The connection has no 'discovery_url', and no 'token_url'."));
		assertThat(codes(ClerkLint.check(connection().active(true), NOW))).contains("oidc_endpoints_missing");
		assertThat(ClerkLint.check(connection(), NOW)).isEmpty();
	}

	@Test
	void findsEndpointsBesideTheDiscoveryUrl() {
		assertThat(check(oidc().discoveryUrl(DISCOVERY)
			.authUrl("https://idp.acme.com/authorize")
			.userInfoUrl("https://idp.acme.com/me")))
			.containsExactly(FindingCode.OIDC_ENDPOINTS_WITH_DISCOVERY
				.finding("'discovery_url' is set, and so is 'auth_url', 'user_info_url'."));
	}

	@Test
	void findsThatPkceIsNotUsed() {
		OidcSettings confidential = new OidcSettings().clientId("client")
			.clientSecret("secret")
			.discoveryUrl(DISCOVERY);
		assertThat(check(confidential))
			.containsExactly(FindingCode.OIDC_WITHOUT_PKCE.finding("The connection does not require PKCE."));
		assertThat(check(confidential.requiresPkce(true))).isEmpty();
		assertThat(check(new OidcSettings().clientId("client").discoveryUrl(DISCOVERY).requiresPkce(false)))
			.containsExactly(FindingCode.OIDC_WITHOUT_PKCE.finding(Severity.ERROR,
					"The connection has no client secret, and does not require PKCE."));
	}

	@Test
	void findsUrlsThatLeadNowhere() {
		assertThat(codes(check(oidc().discoveryUrl("https://localhost:8443/.well-known/openid-configuration"))))
			.containsExactly("url_unreachable");
		assertThat(codes(check(
				oidc().discoveryUrl(DISCOVERY).authUrl("http://10.0.0.1/authorize").userInfoUrl("idp.acme.com/me"))))
			.containsExactlyInAnyOrder("sso_url_not_https", "sso_url_private", "url_unreachable",
					"oidc_endpoints_with_discovery");
	}

	@Test
	void checksAConnectionBeforeAndAfterAnUpdate() {
		EnterpriseConnection present = WireJson.mapper()
			.readValue("""
					{"id": "ent_1", "provider": "oidc_custom", "active": true, "domains": ["acme.com"],
					 "oauth_config": {"discovery_url": "%s", "requires_pkce": false}}""".formatted(DISCOVERY),
					EnterpriseConnection.class);
		assertThat(ClerkLint.check(present, NOW))
			.containsExactly(FindingCode.OIDC_WITHOUT_PKCE.finding("The connection does not require PKCE."));
		assertThat(ClerkLint.check(new EnterpriseConnectionPatch().oidc(new OidcSettings().requiresPkce(true)), present,
				NOW))
			.isEmpty();
		assertThat(codes(ClerkLint.check(
				new EnterpriseConnectionPatch().oidc(new OidcSettings().discoveryUrl(null).requiresPkce(true)), present,
				NOW)))
			.containsExactly("oidc_endpoints_missing");
		assertThat(
				ClerkLint.check(new EnterpriseConnectionPatch().oidc(new OidcSettings().clientId("client")), null, NOW))
			.isEmpty();
	}

	@Test
	void findsNothingInAbsentFields() {
		for (String oauth : List.of("", ", \"oauth_config\": {\"discovery_url\": \"" + DISCOVERY + "\"}")) {
			EnterpriseConnection present = WireJson.mapper()
				.readValue("""
						{"id": "ent_1", "provider": "oidc_custom", "active": true, "domains": ["acme.com"]%s}"""
					.formatted(oauth), EnterpriseConnection.class);
			assertThat(ClerkLint.check(present, NOW)).isEmpty();
		}
	}

	private static List<Finding> check(OidcSettings oidc) {
		return ClerkLint.check(connection().oidc(oidc), NOW);
	}

	private static NewEnterpriseConnection connection() {
		return new NewEnterpriseConnection().name("Acme").provider(ConnectionProvider.OIDC_CUSTOM).domains("acme.com");
	}

	private static OidcSettings oidc() {
		return new OidcSettings().clientId("client").clientSecret("secret").requiresPkce(true);
	}

	private static List<String> codes(List<Finding> findings) {
		return findings.stream().map(Finding::code).toList();
	}

}
