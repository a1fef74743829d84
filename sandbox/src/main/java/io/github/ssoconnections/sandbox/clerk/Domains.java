// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the vendor takes for a domain.
 */
final class Domains {

	private static final int MAX_LENGTH = 253;

	private static final Pattern FULLY_QUALIFIED = Pattern
		.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

	// A few that people meet: the whole list of public suffixes has thousands
	private static final Set<String> PUBLIC_SUFFIXES = Set.of("co.uk", "org.uk", "ac.uk", "gov.uk", "com.au", "net.au",
			"org.au", "co.nz", "co.jp", "ne.jp", "or.jp", "com.br", "com.mx", "co.in", "co.za", "com.cn", "com.sg",
			"com.tr", "github.io", "herokuapp.com", "vercel.app", "netlify.app");

	private Domains() {
	}

	static String normalize(String domain, String parameter) {
		String normalized = domain.toLowerCase(Locale.ROOT);
		if (normalized.length() > MAX_LENGTH || !FULLY_QUALIFIED.matcher(normalized).matches()) {
			throw ClerkException.unprocessable(ClerkError.value(parameter, "a fully qualified domain name"));
		}
		return normalized;
	}

	static boolean isRegistrable(String domain) {
		return !PUBLIC_SUFFIXES.contains(domain);
	}

}
