// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.lint.UrlLint;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Discovery document of an OIDC provider. A component is {@code null} if the document
 * does not contain it as text.
 *
 * @param url the address of the document
 * @param issuer the issuer
 * @param authorizationEndpoint the authorization endpoint
 * @param tokenEndpoint the token endpoint
 * @param userInfoEndpoint the userinfo endpoint
 * @param jwksUri the address of the signing keys
 * @param codeChallengeMethods the PKCE methods, empty if the document names none
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID
 * Connect Discovery 1.0</a>
 */
public record OidcDiscovery(String url, @Nullable String issuer, @Nullable String authorizationEndpoint,
		@Nullable String tokenEndpoint, @Nullable String userInfoEndpoint, @Nullable String jwksUri,
		List<String> codeChallengeMethods) {

	/** Path of the discovery document below the issuer. */
	static final String PATH = "/.well-known/openid-configuration";

	private static final JsonMapper MAPPER = JsonMapper.shared();

	public OidcDiscovery {
		codeChallengeMethods = List.copyOf(codeChallengeMethods);
	}

	/**
	 * Return the address of the discovery document of an issuer.
	 * @param issuer the issuer, or the address itself
	 * @return the address
	 */
	public static String url(String issuer) {
		Assert.hasText(issuer, "'issuer' must not be empty");
		String stripped = issuer.strip();
		if (stripped.contains("/.well-known/")) {
			return stripped;
		}
		return (stripped.endsWith("/") ? stripped.substring(0, stripped.length() - 1) : stripped) + PATH;
	}

	/**
	 * Parse a discovery document.
	 * @param url the address of the document
	 * @param json the document
	 * @return the document
	 * @throws IllegalArgumentException if it is no JSON object
	 */
	public static OidcDiscovery parse(String url, byte[] json) {
		JsonNode document = read(json);
		List<String> methods = new ArrayList<>();
		for (JsonNode method : document.path("code_challenge_methods_supported")) {
			if (method.isString()) {
				methods.add(method.stringValue());
			}
		}
		return new OidcDiscovery(url, text(document, "issuer"), text(document, "authorization_endpoint"),
				text(document, "token_endpoint"), text(document, "userinfo_endpoint"), text(document, "jwks_uri"),
				methods);
	}

	private static JsonNode read(byte[] json) {
		try {
			JsonNode document = MAPPER.readTree(json);
			if (document.isObject()) {
				return document;
			}
		}
		catch (JacksonException ex) {
			// The message can contain the document
		}
		throw new InvalidArgumentException("the discovery document is not a JSON object");
	}

	private static @Nullable String text(JsonNode document, String name) {
		JsonNode value = document.path(name);
		return (value.isString() && !value.stringValue().isBlank()) ? value.stringValue() : null;
	}

	/**
	 * Check the document for what makes sign-ins fail.
	 * @return the findings
	 */
	public List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		List<String> missing = new ArrayList<>();
		addIfMissing(missing, "issuer", this.issuer);
		addIfMissing(missing, "authorization_endpoint", this.authorizationEndpoint);
		addIfMissing(missing, "token_endpoint", this.tokenEndpoint);
		addIfMissing(missing, "jwks_uri", this.jwksUri);
		if (!missing.isEmpty()) {
			findings.add(FindingCode.OIDC_DISCOVERY_INCOMPLETE
				.finding("The discovery document has no '" + String.join("', '", missing) + "'."));
		}
		if (this.issuer != null && !this.url.equals(url(this.issuer))) {
			findings.add(FindingCode.OIDC_ISSUER_DIFFERENT.finding("The discovery document is of the issuer "
					+ Excerpt.quoted(this.issuer) + ", and is found at another address."));
		}
		if (this.authorizationEndpoint != null) {
			findings.addAll(UrlLint.checkBrowserUrl("authorization endpoint", this.authorizationEndpoint));
		}
		if (this.tokenEndpoint != null) {
			findings.addAll(UrlLint.checkFetchedUrl("token endpoint", this.tokenEndpoint));
		}
		if (this.jwksUri != null) {
			findings.addAll(UrlLint.checkFetchedUrl("JWKS URL", this.jwksUri));
		}
		return Finding.sorted(findings);
	}

	private static void addIfMissing(List<String> missing, String name, @Nullable String value) {
		if (value == null) {
			missing.add(name);
		}
	}

}
