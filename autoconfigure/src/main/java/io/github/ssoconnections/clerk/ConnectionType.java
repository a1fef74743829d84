// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;

/**
 * The protocol of a connection that is tested. Unknown values are supported.
 *
 * @param value the value in JSON
 */
public record ConnectionType(@JsonValue String value) {

	/**
	 * SAML 2.0.
	 */
	public static final ConnectionType SAML = new ConnectionType("saml");

	/**
	 * OpenID Connect.
	 */
	public static final ConnectionType OAUTH = new ConnectionType("oauth");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ConnectionType {
		Assert.notNull(value, "'value' must not be null");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
