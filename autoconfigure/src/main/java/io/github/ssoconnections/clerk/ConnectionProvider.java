// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;

/**
 * The kind of IdP of a connection. Unknown values are supported.
 *
 * @param value the value in JSON
 */
public record ConnectionProvider(@JsonValue String value) {

	/**
	 * Any SAML IdP.
	 */
	public static final ConnectionProvider SAML_CUSTOM = new ConnectionProvider("saml_custom");

	/**
	 * Okta over SAML.
	 */
	public static final ConnectionProvider SAML_OKTA = new ConnectionProvider("saml_okta");

	/**
	 * Google Workspace over SAML.
	 */
	public static final ConnectionProvider SAML_GOOGLE = new ConnectionProvider("saml_google");

	/**
	 * Microsoft Entra ID over SAML.
	 */
	public static final ConnectionProvider SAML_MICROSOFT = new ConnectionProvider("saml_microsoft");

	/**
	 * Any OpenID provider.
	 */
	public static final ConnectionProvider OIDC_CUSTOM = new ConnectionProvider("oidc_custom");

	/**
	 * GitHub Enterprise over OIDC.
	 */
	public static final ConnectionProvider OIDC_GITHUB_ENTERPRISE = new ConnectionProvider("oidc_github_enterprise");

	/**
	 * GitLab over OIDC.
	 */
	public static final ConnectionProvider OIDC_GITLAB = new ConnectionProvider("oidc_gitlab");

	/**
	 * Google over OIDC. Newer than the vendor's document.
	 */
	public static final ConnectionProvider OIDC_GOOGLE = new ConnectionProvider("oidc_google");

	/**
	 * Microsoft Entra ID over OIDC. Newer than the vendor's document.
	 */
	public static final ConnectionProvider OIDC_MICROSOFT = new ConnectionProvider("oidc_microsoft");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ConnectionProvider {
		Assert.notNull(value, "'value' must not be null");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
