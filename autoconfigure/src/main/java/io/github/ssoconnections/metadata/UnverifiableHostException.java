// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

/**
 * A host that a browser would go to, and Java does not: its TLS cannot verify a name that
 * is no host name after RFC 1123, such as one with an underscore.
 */
public class UnverifiableHostException extends IllegalArgumentException {

	private final String host;

	UnverifiableHostException(String host) {
		super("metadata cannot be fetched from '" + host + "': Java's TLS takes letters, digits, hyphens and dots "
				+ "in the name of a host only, and would connect without knowing whom to. "
				+ "Open the URL in a browser, and pass the document itself on");
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
