// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * OIDC settings within a request.
 */
public final class OidcSettings extends ApiBody<OidcSettings> {

	/**
	 * Set the client id at the IdP.
	 * @param clientId the client id, may be {@code null}
	 * @return this body
	 */
	public OidcSettings clientId(@Nullable String clientId) {
		return put("client_id", clientId);
	}

	/**
	 * Set the client secret. Responses never contain it.
	 * @param clientSecret the client secret, may be {@code null}
	 * @return this body
	 */
	public OidcSettings clientSecret(@Nullable String clientSecret) {
		return put("client_secret", Secret.ofNullable(clientSecret));
	}

	/**
	 * Set the discovery URL.
	 * @param discoveryUrl the URL, may be {@code null}
	 * @return this body
	 */
	public OidcSettings discoveryUrl(@Nullable String discoveryUrl) {
		return put("discovery_url", discoveryUrl);
	}

	/**
	 * Set the authorization endpoint.
	 * @param authUrl the URL, may be {@code null}
	 * @return this body
	 */
	public OidcSettings authUrl(@Nullable String authUrl) {
		return put("auth_url", authUrl);
	}

	/**
	 * Set the token endpoint.
	 * @param tokenUrl the URL, may be {@code null}
	 * @return this body
	 */
	public OidcSettings tokenUrl(@Nullable String tokenUrl) {
		return put("token_url", tokenUrl);
	}

	/**
	 * Set the userinfo endpoint.
	 * @param userInfoUrl the URL, may be {@code null}
	 * @return this body
	 */
	public OidcSettings userInfoUrl(@Nullable String userInfoUrl) {
		return put("user_info_url", userInfoUrl);
	}

	/**
	 * Set whether PKCE is required. It must be required if there is no client secret.
	 * @param requiresPkce whether PKCE is required, may be {@code null}
	 * @return this body
	 */
	public OidcSettings requiresPkce(@Nullable Boolean requiresPkce) {
		return put("requires_pkce", requiresPkce);
	}

}
