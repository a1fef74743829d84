// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Matches addresses of the public Internet, and those that are allowed besides.
 */
final class ExternalAddresses implements InetAddressFilter {

	/** All that is assigned for hosts; Boot knows what IPv4 and it reserve within. */
	private static final InetAddressFilter GLOBAL_UNICAST = InetAddressFilter.of("2000::/3")
		.or(Inet4Address.class::isInstance);

	/** A service within each machine at Azure; documentation (RFC 9637). */
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
	 * Check what is to be allowed.
	 * @param range an address, or a range of them
	 */
	static void check(String range) {
		try {
			// Boot reads '10/8' as 0.0.0.10/8, and looks '10.0.0.300' up in the DNS
			if (RANGE.matcher(range).matches()) {
				InetAddressFilter.of(range);
				return;
			}
		}
		catch (IllegalArgumentException ex) {
			// Told below
		}
		throw new IllegalArgumentException(
				"'" + range + "' is neither an IP address nor a range of them such as 10.2.0.0/16");
	}

	@Override
	public boolean matches(InetAddress address) {
		return this.filter.matches(plain(address));
	}

	/**
	 * Return an address in the form in which it can be judged and connected to: one of
	 * IPv4 as such, even if it comes within one of IPv6, and without a name that someone
	 * might look up again.
	 * @param address the address
	 * @return the plain form
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
