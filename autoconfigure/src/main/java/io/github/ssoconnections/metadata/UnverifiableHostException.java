// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import io.github.ssoconnections.InvalidArgumentException;

/**
 * The host is accepted by browsers, but not by Java: its TLS cannot verify a name that
 * violates RFC 1123, such as a name with an underscore.
 */
public class UnverifiableHostException extends InvalidArgumentException {

	private final String host;

	UnverifiableHostException(String host) {
		super("metadata cannot be fetched from '" + host
				+ "': Java's TLS supports only letters, digits, hyphens and dots "
				+ "in a host name, and cannot verify the server. "
				+ "Open the URL in a browser, and provide the document itself",
				"the host of the URL must consist of letters, digits, hyphens and dots: provide the document itself");
		this.host = host;
	}

	/**
	 * Return the host.
	 * @return the name in lower case
	 */
	public String host() {
		return this.host;
	}

}
