// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.lint;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

import io.github.ssoconnections.Severity;
import io.github.ssoconnections.url.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * Detection of hosts that are not reachable from the Internet.
 */
final class PrivateHosts {

	private static final Set<String> INTERNAL = Set.of("arpa", "corp", "domain", "home", "internal", "intranet", "lan",
			"local", "localdomain", "private");

	private PrivateHosts() {
	}

	/**
	 * Return why a host is not reachable from the Internet.
	 * @param url the URL of the host
	 * @return the reason, {@code null} if the host may be reachable
	 */
	static @Nullable Reach of(WebUrl url) {
		if (url.isAddress()) {
			return ofAddress(url.host());
		}
		String host = url.host().endsWith(".") ? url.host().substring(0, url.host().length() - 1) : url.host();
		String last = host.substring(host.lastIndexOf('.') + 1);
		if (last.equals("localhost") || host.equals("localhost.localdomain")) {
			return Reach.OWN_MACHINE;
		}
		return (last.equals(host) || INTERNAL.contains(last)) ? Reach.INTERNAL_NAME : null;
	}

	private static @Nullable Reach ofAddress(String host) {
		InetAddress address = parse(host);
		if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
			return Reach.OWN_MACHINE;
		}
		return (address.isLinkLocalAddress() || address.isSiteLocalAddress() || isPrivate(address.getAddress()))
				? Reach.PRIVATE_ADDRESS : null;
	}

	private static InetAddress parse(String host) {
		try {
			InetAddress address = InetAddress.getByName(host);
			byte[] bytes = address.getAddress();
			return (bytes.length == 16 && embedsIpv4(bytes))
					? InetAddress.getByAddress(new byte[] { bytes[12], bytes[13], bytes[14], bytes[15] }) : address;
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException("A parsed address is one", ex);
		}
	}

	// IPv4-compatible, IPv4-translated and NAT64
	private static boolean embedsIpv4(byte[] bytes) {
		boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xFF) == 0xFF && (bytes[3] & 0xFF) == 0x9B;
		boolean zero = true;
		for (int i = 0; i < 8; i++) {
			zero &= bytes[i] == 0;
		}
		return nat64 || (zero && (bytes[12] != 0 || bytes[13] != 0));
	}

	// Unique local, shared (RFC 6598) and 0.0.0.0/8
	private static boolean isPrivate(byte[] bytes) {
		if (bytes.length == 16) {
			return (bytes[0] & 0xFE) == 0xFC;
		}
		return bytes[0] == 0 || ((bytes[0] & 0xFF) == 100 && (bytes[1] & 0xC0) == 64);
	}

	/**
	 * Reason why a host is not reachable.
	 */
	enum Reach {

		/** A loopback address or name. */
		OWN_MACHINE("is the local machine of the client", Severity.ERROR),

		/** An address of a private network. */
		PRIVATE_ADDRESS("is an address within a private network", Severity.ERROR),

		/** A name that only the DNS of a private network resolves. */
		INTERNAL_NAME("has a name that only a private network resolves", Severity.WARNING);

		private final String description;

		private final Severity severity;

		Reach(String description, Severity severity) {
			this.description = description;
			this.severity = severity;
		}

		String description() {
			return this.description;
		}

		Severity severity() {
			return this.severity;
		}

	}

}
