// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.ConnectionSettings;
import io.github.ssoconnections.auth0.options.OidcOptions;
import io.github.ssoconnections.lint.UrlLint;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Rules of {@link Auth0Lint} for OIDC connections.
 */
final class OidcRules {

	private static final String FRONT_CHANNEL = "front_channel";

	/** URLs that Auth0 fetches. */
	private static final Map<String, String> FETCHED = new TreeMap<>(Map.of("discovery_url", "discovery URL",
			"token_endpoint", "token endpoint", "jwks_uri", "JWKS URL", "userinfo_endpoint", "userinfo endpoint"));

	private OidcRules() {
	}

	static List<Finding> check(String strategy, ConnectionOptions options) {
		List<Finding> findings = new ArrayList<>();
		String authorization = text(options, "authorization_endpoint");
		if (authorization != null) {
			findings.addAll(UrlLint.checkBrowserUrl("authorization endpoint", authorization));
		}
		FETCHED.forEach((name, what) -> {
			String url = text(options, name);
			if (url != null) {
				findings.addAll(UrlLint.checkFetchedUrl(what, url));
			}
		});
		checkEndpoints(strategy, options, findings);
		checkPkce(options, findings);
		return findings;
	}

	private static void checkEndpoints(String strategy, ConnectionOptions options, List<Finding> findings) {
		boolean okta = ConnectionStrategy.OKTA.value().equals(strategy);
		boolean discovered = text(options, "discovery_url") != null || isSet(options.get("oidc_metadata"))
				|| (okta && text(options, "domain") != null);
		List<String> missing = new ArrayList<>(List.of("issuer", "authorization_endpoint", "jwks_uri"));
		if (!FRONT_CHANNEL.equals(options.get("type"))) {
			missing.add("token_endpoint");
		}
		missing.removeIf((name) -> text(options, name) != null);
		if (!discovered && !missing.isEmpty()) {
			findings.add(FindingCode.OIDC_ENDPOINTS_MISSING.finding("The connection has no "
					+ (okta ? "'domain'" : "'discovery_url'") + ", and no '" + String.join("', '", missing) + "'."));
		}
	}

	private static void checkPkce(ConnectionOptions options, List<Finding> findings) {
		ConnectionSettings settings = options.get(OidcOptions.CONNECTION_SETTINGS);
		String pkce = (settings != null) ? settings.get(ConnectionSettings.PKCE) : null;
		if ("disabled".equals(pkce)) {
			findings.add(FindingCode.OIDC_WITHOUT_PKCE.finding("PKCE is disabled in 'connection_settings'."));
		}
		else if ("plain".equals(pkce)) {
			findings.add(FindingCode.OIDC_WITHOUT_PKCE.finding(
					"PKCE is 'plain' in 'connection_settings': a request that is intercepted is enough to redeem the code."));
		}
	}

	private static boolean isSet(@Nullable Object value) {
		return value != null && !(value instanceof String text && !StringUtils.hasText(text))
				&& !(value instanceof Map<?, ?> map && map.isEmpty());
	}

	private static @Nullable String text(ConnectionOptions options, String name) {
		return (options.get(name) instanceof String text && StringUtils.hasText(text)) ? text : null;
	}

}
