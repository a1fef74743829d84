// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Filter for addresses of the public Internet and explicitly allowed addresses.
 */
final class ExternalAddresses implements InetAddressFilter {

	/** Addresses assigned to hosts; Boot excludes the reserved ones. */
	private static final InetAddressFilter GLOBAL_UNICAST = InetAddressFilter.of("2000::/3")
		.or(Inet4Address.class::isInstance);

	/** Azure's internal platform address; documentation prefix (RFC 9637). */
	private static final String[] INTERNAL = { "168.63.129.16", "3fff::/20" };

	private static final Pattern ADDRESS = Pattern.compile("(" + MetadataUrl.IPV4 + "|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)");

	private static final Pattern RANGE = Pattern.compile(ADDRESS + "(/\\d{1,3})?");

	private final InetAddressFilter filter;

	ExternalAddresses(List<String> allowed) {
		this.filter = GLOBAL_UNICAST.and(InetAddressFilter.externalAddresses())
			.andNot(INTERNAL)
			.or(allowed.toArray(String[]::new));
	}

	/**
	 * Validate an allowed address.
	 * @param range an address, or an address range
	 */
	static void check(String range) {
		try {
			// Boot parses '10/8' as 0.0.0.10/8, and resolves '10.0.0.300' by DNS
			if (RANGE.matcher(range).matches()) {
				InetAddressFilter.of(range);
				return;
			}
		}
		catch (IllegalArgumentException ex) {
			// Rejected below
		}
		throw new IllegalArgumentException(
				"'" + range + "' is neither an IP address nor an address range such as 10.2.0.0/16");
	}

	@Override
	public boolean matches(InetAddress address) {
		return this.filter.matches(plain(address));
	}

	/**
	 * Normalize an address: an IPv4-mapped address becomes IPv4, and the host name is
	 * removed, so that it cannot be resolved again.
	 * @param address the address
	 * @return the normalized address
	 */
	static InetAddress plain(InetAddress address) {
		try {
			return InetAddress.getByAddress(address.getAddress());
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException("An address has 4 or 16 bytes", ex);
		}
	}

}
