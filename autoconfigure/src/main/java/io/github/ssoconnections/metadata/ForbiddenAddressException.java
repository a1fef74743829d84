// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

/**
 * A host that is not to be connected to, as none of its addresses is external or allowed.
 * Says nothing of the addresses: whoever entered the host might want to learn them.
 */
public class ForbiddenAddressException extends IllegalArgumentException {

	private final String host;

	ForbiddenAddressException(String host) {
		super("'" + host + "' has no external address. Private ones must be allowed in "
				+ "'sso-connections.certificates.metadata.allowed-addresses'");
		this.host = host;
	}

	/**
	 * Return the host.
	 * @return the name, or the address if the URL holds that
	 */
	public String host() {
		return this.host;
	}

}
