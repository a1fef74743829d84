// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.lint.UrlLint;
import tools.jackson.databind.JsonNode;

/**
 * Rules of {@link ClerkLint} for OIDC settings.
 */
final class OidcRules {

	/** Required without a discovery URL. */
	private static final List<String> ENDPOINTS = List.of("auth_url", "token_url");

	/** URLs that Clerk sends requests to. */
	private static final Map<String, String> FETCHED = Map.of("discovery_url", "discovery URL", "token_url",
			"token endpoint", "user_info_url", "userinfo endpoint");

	private OidcRules() {
	}

	static List<Finding> check(ConnectionView connection) {
		List<Finding> findings = new ArrayList<>();
		JsonNode oidc = connection.oidc();
		String authorization = ConnectionView.text(oidc, "auth_url");
		if (authorization != null) {
			findings.addAll(UrlLint.checkBrowserUrl("authorization endpoint", authorization));
		}
		FETCHED.keySet().stream().sorted().forEach((field) -> {
			String url = ConnectionView.text(oidc, field);
			if (url != null) {
				findings.addAll(UrlLint.checkFetchedUrl(String.valueOf(FETCHED.get(field)), url));
			}
		});
		if (connection.isComplete() && (oidc.isObject() || (connection.isCreation() && connection.isActive()))) {
			checkEndpoints(oidc, findings);
		}
		checkDiscovery(connection.sent().path("oidc"), findings);
		checkPkce(connection, findings);
		return findings;
	}

	private static void checkEndpoints(JsonNode oidc, List<Finding> findings) {
		List<String> missing = ENDPOINTS.stream().filter((field) -> ConnectionView.text(oidc, field) == null).toList();
		if (ConnectionView.text(oidc, "discovery_url") == null && !missing.isEmpty()) {
			findings.add(FindingCode.OIDC_ENDPOINTS_MISSING
				.finding("The connection has no 'discovery_url', and no " + quoted(missing) + "."));
		}
	}

	private static void checkDiscovery(JsonNode sent, List<Finding> findings) {
		List<String> endpoints = Stream.of("auth_url", "token_url", "user_info_url")
			.filter((field) -> ConnectionView.text(sent, field) != null)
			.toList();
		if (ConnectionView.text(sent, "discovery_url") != null && !endpoints.isEmpty()) {
			findings.add(FindingCode.OIDC_ENDPOINTS_WITH_DISCOVERY
				.finding("'discovery_url' is set, and so is " + quoted(endpoints) + "."));
		}
	}

	private static String quoted(List<String> fields) {
		return "'" + String.join("', '", fields) + "'";
	}

	private static void checkPkce(ConnectionView connection, List<Finding> findings) {
		JsonNode oidc = connection.oidc();
		boolean known = (connection.isCreation() && oidc.isObject()) || oidc.hasNonNull("requires_pkce")
				|| connection.sent().path("oidc").has("requires_pkce");
		if (!known || oidc.path("requires_pkce").asBoolean(false)) {
			return;
		}
		// Responses never contain the secret
		boolean withoutSecret = connection.isCreation() && !oidc.hasNonNull("client_secret");
		findings.add(withoutSecret
				? FindingCode.OIDC_WITHOUT_PKCE.finding(Severity.ERROR,
						"The connection has no client secret, and does not require PKCE.")
				: FindingCode.OIDC_WITHOUT_PKCE.finding("The connection does not require PKCE."));
	}

}
