// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.lint.UrlLint;
import tools.jackson.databind.JsonNode;

/**
 * The rules of {@link ClerkLint} for the OIDC half of a connection.
 */
final class OidcRules {

	/** What the discovery URL would tell. */
	private static final List<String> ENDPOINTS = List.of("auth_url", "token_url");

	/** What Clerk reads at. */
	private static final Map<String, String> FETCHED = Map.of("discovery_url", "discovery URL", "token_url",
			"token endpoint", "user_info_url", "userinfo endpoint");

	private OidcRules() {
	}

	static List<Finding> check(ConnectionSettings settings) {
		List<Finding> findings = new ArrayList<>();
		JsonNode oidc = settings.oidc();
		String authorization = ClerkLint.text(oidc, "auth_url");
		if (authorization != null) {
			findings.addAll(UrlLint.checkBrowserUrl("authorization endpoint", authorization));
		}
		FETCHED.keySet().stream().sorted().forEach((field) -> {
			String url = ClerkLint.text(oidc, field);
			if (url != null) {
				findings.addAll(UrlLint.checkFetchedUrl(String.valueOf(FETCHED.get(field)), url));
			}
		});
		if (settings.isWhole() && (oidc.isObject() || (settings.isNew() && settings.isActive()))) {
			checkEndpoints(oidc, findings);
		}
		checkPkce(settings, findings);
		return findings;
	}

	private static void checkEndpoints(JsonNode oidc, List<Finding> findings) {
		List<String> missing = ENDPOINTS.stream().filter((field) -> ClerkLint.text(oidc, field) == null).toList();
		if (ClerkLint.text(oidc, "discovery_url") == null && !missing.isEmpty()) {
			findings.add(FindingCode.OIDC_ENDPOINTS_MISSING
				.finding("The connection has no 'discovery_url', and no " + quoted(missing) + "."));
		}
	}

	private static String quoted(List<String> fields) {
		return "'" + String.join("', '", fields) + "'";
	}

	private static void checkPkce(ConnectionSettings settings, List<Finding> findings) {
		JsonNode oidc = settings.oidc();
		// What Clerk does not tell, it may require all the same
		boolean told = (settings.isNew() && oidc.isObject()) || oidc.hasNonNull("requires_pkce")
				|| settings.sent().path("oidc").has("requires_pkce");
		if (!told || oidc.path("requires_pkce").asBoolean(false)) {
			return;
		}
		// The secret is never answered: only of a new connection is it known to be none
		boolean withoutSecret = settings.isNew() && !oidc.hasNonNull("client_secret");
		findings.add(withoutSecret
				? FindingCode.OIDC_WITHOUT_PKCE.finding(Severity.ERROR,
						"The connection has no client secret, and does not require PKCE.")
				: FindingCode.OIDC_WITHOUT_PKCE.finding("The connection does not require PKCE."));
	}

}
