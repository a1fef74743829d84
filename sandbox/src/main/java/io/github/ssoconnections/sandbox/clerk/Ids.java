// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * Ids that look like the vendor's and never come again.
 */
final class Ids {

	private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	private static final SecureRandom RANDOM = new SecureRandom();

	private Ids() {
	}

	static String next(String prefix) {
		return RANDOM.ints(27, 0, ALPHABET.length())
			.mapToObj((index) -> ALPHABET.substring(index, index + 1))
			.collect(Collectors.joining("", prefix, ""));
	}

}
