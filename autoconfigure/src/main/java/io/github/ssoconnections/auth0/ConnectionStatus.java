// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

/**
 * Whether the connector of a connection is there.
 */
public enum ConnectionStatus {

	/**
	 * 200: it is.
	 */
	ONLINE,

	/**
	 * 404: it is not, or there is no such connection; Auth0 does not say which.
	 */
	OFFLINE

}
