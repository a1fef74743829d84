// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

/**
 * Status of the connector of a connection.
 */
public enum ConnectionStatus {

	/** 200: the connector is online. */
	ONLINE,

	/**
	 * 404: the connector is offline, or the connection does not exist; Auth0 does not
	 * distinguish them.
	 */
	OFFLINE

}
