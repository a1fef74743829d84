// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import io.github.ssoconnections.InvalidArgumentException;

/**
 * The host has no external or allowed address. The message contains no addresses, because
 * it may be shown to the user who entered the host.
 */
public class ForbiddenAddressException extends InvalidArgumentException {

	private final String host;

	ForbiddenAddressException(String host) {
		super("'" + host + "' has no external address. Private ones must be allowed in "
				+ "'sso-connections.certificates.metadata.allowed-addresses'",
				"the host of the URL has no external address");
		this.host = host;
	}

	/**
	 * Return the host.
	 * @return the name, or the address if the URL contains one
	 */
	public String host() {
		return this.host;
	}

}
