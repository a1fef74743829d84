// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import org.jspecify.annotations.Nullable;

/**
 * What happens when the IdP starts a sign-in at a SAML connection.
 */
public final class IdpInitiated extends OptionsObject<IdpInitiated> {

	/**
	 * Return whether the IdP may start a sign-in.
	 * @return the value, {@code null} if it is absent or no boolean
	 */
	public @Nullable Boolean enabled() {
		return flag("enabled");
	}

	/**
	 * Set whether the IdP may start a sign-in.
	 * @param enabled the value, may be {@code null}
	 * @return these options
	 */
	public IdpInitiated enabled(@Nullable Boolean enabled) {
		return put("enabled", enabled);
	}

	/**
	 * Return the application that users are sent to.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String clientId() {
		return text("client_id");
	}

	/**
	 * Set the application that users are sent to.
	 * @param clientId the value, may be {@code null}
	 * @return these options
	 */
	public IdpInitiated clientId(@Nullable String clientId) {
		return put("client_id", clientId);
	}

	/**
	 * Return the protocol of that application: {@code oidc}, {@code samlp} or {@code
	 * wsfed}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String clientProtocol() {
		return text("client_protocol");
	}

	/**
	 * Set the protocol of that application: {@code oidc}, {@code samlp} or {@code wsfed}.
	 * @param clientProtocol the value, may be {@code null}
	 * @return these options
	 */
	public IdpInitiated clientProtocol(@Nullable String clientProtocol) {
		return put("client_protocol", clientProtocol);
	}

	/**
	 * Return the query that is passed to that application.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String clientAuthorizequery() {
		return text("client_authorizequery");
	}

	/**
	 * Set the query that is passed to that application.
	 * @param clientAuthorizequery the value, may be {@code null}
	 * @return these options
	 */
	public IdpInitiated clientAuthorizequery(@Nullable String clientAuthorizequery) {
		return put("client_authorizequery", clientAuthorizequery);
	}

}
