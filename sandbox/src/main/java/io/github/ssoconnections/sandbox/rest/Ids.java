// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.rest;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * Ids and tokens that look like the vendors' and never come again.
 */
public final class Ids {

	private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	private static final SecureRandom RANDOM = new SecureRandom();

	private Ids() {
	}

	/**
	 * Make an id.
	 * @param prefix what it starts with
	 * @param length how many letters and digits follow, enough to be unique
	 * @return the id
	 */
	public static String next(String prefix, int length) {
		return RANDOM.ints(length, 0, ALPHABET.length())
			.mapToObj((index) -> ALPHABET.substring(index, index + 1))
			.collect(Collectors.joining("", prefix, ""));
	}

}
