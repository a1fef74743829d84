// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.url;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Parser of IPv4 addresses in all forms that browsers support: octal, hexadecimal, and
 * with less than four numbers.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-ipv4-parser">IPv4 in URLs</a>
 */
final class Ipv4 {

	private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9A-Fa-f]*)\\.?");

	private static final int PARTS = 4;

	private Ipv4() {
	}

	/**
	 * Return whether a host must be an IPv4 address.
	 * @param host the host
	 * @return whether its last label is a number
	 */
	static boolean isMeant(String host) {
		return ENDS_IN_NUMBER.matcher(host).matches();
	}

	/**
	 * Parse an address.
	 * @param host the host
	 * @return the address with four decimal numbers, {@code null} if it is invalid
	 */
	static @Nullable String parse(String host) {
		String[] labels = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).split("\\.", -1);
		List<BigInteger> numbers = new ArrayList<>();
		for (String label : labels) {
			BigInteger number = number(label.toLowerCase(Locale.ROOT));
			if (number == null || numbers.size() == PARTS) {
				return null;
			}
			numbers.add(number);
		}
		// The last number fills the remaining bytes
		BigInteger last = numbers.remove(numbers.size() - 1);
		if (last.bitLength() > 8 * (PARTS - numbers.size())
				|| numbers.stream().anyMatch((number) -> number.bitLength() > 8)) {
			return null;
		}
		long address = last.longValueExact();
		for (int i = 0; i < numbers.size(); i++) {
			address |= numbers.get(i).longValueExact() << (8 * (PARTS - 1 - i));
		}
		return (address >> 24) + "." + ((address >> 16) & 0xFF) + "." + ((address >> 8) & 0xFF) + "."
				+ (address & 0xFF);
	}

	private static @Nullable BigInteger number(String label) {
		int radix = label.startsWith("0x") ? 16 : (label.length() > 1 && label.startsWith("0")) ? 8 : 10;
		String digits = label.substring((radix == 16) ? 2 : 0);
		if (label.isEmpty() || !digits.chars().allMatch((digit) -> Character.digit(digit, radix) >= 0)) {
			return null;
		}
		return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits, radix);
	}

}
