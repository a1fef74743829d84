// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.lint;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

import io.github.ssoconnections.Severity;
import io.github.ssoconnections.url.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * Tells hosts to which not everybody gets.
 */
final class PrivateHosts {

	private static final Set<String> INTERNAL = Set.of("arpa", "corp", "domain", "home", "internal", "intranet", "lan",
			"local", "localdomain", "private");

	private PrivateHosts() {
	}

	/**
	 * Say where a host leads, if it is not a place on the Internet.
	 * @param url the URL of the host
	 * @return where it leads, {@code null} if there is nothing to say
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

	// Within 127/8 is the own machine, too, in whatever form of IPv6 it comes
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

	// Compatible, translated and NAT64, but not the loopback address of IPv6 itself
	private static boolean embedsIpv4(byte[] bytes) {
		boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xFF) == 0xFF && (bytes[3] & 0xFF) == 0x9B;
		boolean zero = true;
		for (int i = 0; i < 8; i++) {
			zero &= bytes[i] == 0;
		}
		return nat64 || (zero && (bytes[12] != 0 || bytes[13] != 0));
	}

	// Unique local, shared (RFC 6598), and "this network"
	private static boolean isPrivate(byte[] bytes) {
		if (bytes.length == 16) {
			return (bytes[0] & 0xFE) == 0xFC;
		}
		return bytes[0] == 0 || ((bytes[0] & 0xFF) == 100 && (bytes[1] & 0xC0) == 64);
	}

	/**
	 * Where a host leads.
	 */
	enum Reach {

		/** To the machine of whoever goes there. */
		OWN_MACHINE("leads to the machine of whoever goes there", Severity.ERROR),

		/** To an address of a network that is not the Internet. */
		PRIVATE_ADDRESS("is an address within a private network", Severity.ERROR),

		/** To a name that the DNS of a network may know, and the Internet's does not. */
		INTERNAL_NAME("has a name that only a private network can know", Severity.WARNING);

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
