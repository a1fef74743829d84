// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.auth0.options.ConnectionSettings;
import io.github.ssoconnections.auth0.options.OidcOptions;
import io.github.ssoconnections.auth0.options.OktaOptions;
import io.github.ssoconnections.auth0.options.StrategyOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Findings in OIDC connections at Auth0.
 */
class Auth0OidcLintTests {

	private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

	private static final String DISCOVERY = "https://idp.acme.com/.well-known/openid-configuration";

	@Test
	void findsNothingInAValidOne() {
		assertThat(check(new OidcOptions().set(OidcOptions.DISCOVERY_URL, DISCOVERY))).isEmpty();
		assertThat(check(endpoints().set(OidcOptions.TOKEN_ENDPOINT, "https://idp.acme.com/token"))).isEmpty();
		assertThat(check(endpoints().set(OidcOptions.TYPE, "front_channel"))).isEmpty();
		assertThat(check(new OidcOptions().set("oidc_metadata", Map.of("issuer", "https://idp.acme.com")))).isEmpty();
		assertThat(check(new OktaOptions().set(OktaOptions.DOMAIN, "acme.okta.com"))).isEmpty();
	}

	@Test
	void findsMissingEndpoints() {
		assertThat(check(new OidcOptions())).containsExactly(FindingCode.OIDC_ENDPOINTS_MISSING
			.finding("The connection has no 'discovery_url', and no 'issuer', 'authorization_endpoint', 'jwks_uri', "
					+ "'token_endpoint'."));
		assertThat(check(endpoints())).containsExactly(FindingCode.OIDC_ENDPOINTS_MISSING
			.finding("The connection has no 'discovery_url', and no 'token_endpoint'."));
		assertThat(check(new OktaOptions())).map(Finding::message)
			.singleElement()
			.asString()
			.startsWith("The connection has no 'domain', and no");
	}

	@Test
	void findsThatPkceIsNotUsed() {
		OidcOptions options = new OidcOptions().set(OidcOptions.DISCOVERY_URL, DISCOVERY);
		for (String safe : List.of("auto", "S256")) {
			assertThat(check(options.set(OidcOptions.CONNECTION_SETTINGS,
					new ConnectionSettings().set(ConnectionSettings.PKCE, safe))))
				.isEmpty();
		}
		assertThat(check(options.set(OidcOptions.CONNECTION_SETTINGS,
				new ConnectionSettings().set(ConnectionSettings.PKCE, "disabled"))))
			.containsExactly(FindingCode.OIDC_WITHOUT_PKCE.finding("PKCE is disabled in 'connection_settings'."));
		assertThat(codes(check(options.set(OidcOptions.CONNECTION_SETTINGS,
				new ConnectionSettings().set(ConnectionSettings.PKCE, "plain")))))
			.containsExactly("oidc_without_pkce");
		assertThat(codes(check(options.set("connection_settings", Map.of("pkce", "disabled")))))
			.containsExactly("oidc_without_pkce");
		assertThat(check(options.set("connection_settings", "disabled"))).isEmpty();
	}

	@Test
	void findsUnreachableUrls() {
		assertThat(codes(check(new OidcOptions().set(OidcOptions.DISCOVERY_URL,
				"https://localhost/.well-known/openid-configuration"))))
			.containsExactly("url_unreachable");
		assertThat(codes(check(new OidcOptions().set(OidcOptions.DISCOVERY_URL, DISCOVERY)
			.set(OidcOptions.AUTHORIZATION_ENDPOINT, "http://127.0.0.1/authorize")
			.set(OidcOptions.JWKS_URI, "idp.acme.com/keys"))))
			.containsExactlyInAnyOrder("sso_url_not_https", "sso_url_private", "url_unreachable");
		assertThat(check(new OidcOptions().set(OidcOptions.DISCOVERY_URL, "https://idp_1.acme.com/a|b"))).isEmpty();
	}

	@Test
	void findsADiscoveryDocumentThatIsTooLarge() {
		assertThat(check(new OidcOptions().set("oidc_metadata", Map.of("a", "b".repeat(128 * 1024 - 8))))).isEmpty();
		assertThat(check(new OidcOptions().set("oidc_metadata", Map.of("a", "b".repeat(128 * 1024 - 7)))))
			.containsExactly(FindingCode.METADATA_INVALID
				.finding("The OIDC discovery document is larger than 128 KB, the maximum at Auth0."));
	}

	private static OidcOptions endpoints() {
		return new OidcOptions().set(OidcOptions.ISSUER, "https://idp.acme.com")
			.set(OidcOptions.AUTHORIZATION_ENDPOINT, "https://idp.acme.com/authorize")
			.set(OidcOptions.JWKS_URI, "https://idp.acme.com/keys");
	}

	private static List<Finding> check(StrategyOptions<?> options) {
		ConnectionStrategy strategy = (options instanceof OktaOptions) ? ConnectionStrategy.OKTA
				: ConnectionStrategy.OIDC;
		return Auth0Lint.check(new NewAuth0Connection().strategy(strategy).options(options), NOW);
	}

	private static List<String> codes(List<Finding> findings) {
		return findings.stream().map(Finding::code).toList();
	}

}
