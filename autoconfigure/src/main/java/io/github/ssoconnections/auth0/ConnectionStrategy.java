// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;

/**
 * Kind of IdP of a connection. There are constants for enterprise strategies; other
 * values are supported.
 *
 * @param value the value in JSON
 */
public record ConnectionStrategy(@JsonValue String value) {

	/** Any SAML IdP. */
	public static final ConnectionStrategy SAMLP = new ConnectionStrategy("samlp");

	/** Any OpenID provider. */
	public static final ConnectionStrategy OIDC = new ConnectionStrategy("oidc");

	/** Okta with OIDC. */
	public static final ConnectionStrategy OKTA = new ConnectionStrategy("okta");

	/** Microsoft Entra ID. */
	public static final ConnectionStrategy WAAD = new ConnectionStrategy("waad");

	/** AD FS. */
	public static final ConnectionStrategy ADFS = new ConnectionStrategy("adfs");

	/** Google Workspace. */
	public static final ConnectionStrategy GOOGLE_APPS = new ConnectionStrategy("google-apps");

	/** PingFederate. */
	public static final ConnectionStrategy PINGFEDERATE = new ConnectionStrategy("pingfederate");

	/** Active Directory or LDAP, through a connector. */
	public static final ConnectionStrategy AD = new ConnectionStrategy("ad");

	/** Database of Auth0, or a custom database. */
	public static final ConnectionStrategy AUTH0 = new ConnectionStrategy("auth0");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ConnectionStrategy {
		Assert.notNull(value, "'value' must not be null");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
