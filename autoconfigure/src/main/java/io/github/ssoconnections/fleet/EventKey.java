// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.ssoconnections.account.Account;

import org.springframework.util.Assert;

/**
 * Keys of events, by which a receiver recognizes one that it has handled already. A key
 * is the same in every instance, after each restart and in every later version.
 */
public final class EventKey {

	/**
	 * Maximum length of a key.
	 */
	public static final int MAX_LENGTH = 255;

	private static final Pattern KIND = Pattern.compile("[a-z0-9.-]{1,40}");

	private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.:|+=-]{1,128}");

	private EventKey() {
	}

	/**
	 * Return the key of an event. It consists of the arguments, such as
	 * {@code clerk/default/certificate.expiring/entconn_1/critical/2026-12-10T09:00:00Z},
	 * separated by {@code /}. An argument that is empty, longer than 128 characters or
	 * has others than letters and digits of ASCII and {@code _.:|+=-} is replaced by
	 * {@code ~} and its SHA-256 in hexadecimal digits, and so is a whole key that would
	 * be too long.
	 * @param account the account
	 * @param kind the kind of the event, 1 to 40 characters a-z, 0-9, '.' and '-'
	 * @param connectionId the vendor's id of the connection
	 * @param values what distinguishes the event from others of its kind at the
	 * connection, in this order, such as a state and a time, a {@link #digest digest} of
	 * fingerprints, or an offset
	 * @return the key, at most {@value #MAX_LENGTH} ASCII characters
	 */
	public static String of(Account account, String kind, String connectionId, String... values) {
		Assert.notNull(account, "'account' must not be null");
		Assert.isTrue(KIND.matcher(kind).matches(), "'kind' must consist of 1 to 40 characters a-z, 0-9, '.' and '-'");
		StringBuilder key = new StringBuilder();
		key.append(part(account.vendor())).append('/').append(account.name()).append('/').append(kind);
		key.append('/').append(part(connectionId));
		for (String value : values) {
			key.append('/').append(part(value));
		}
		return (key.length() <= MAX_LENGTH) ? key.toString() : "~" + sha256(key.toString());
	}

	/**
	 * Return a short digest of texts, such as fingerprints of certificates, which does
	 * not depend on their order.
	 * @param values the texts
	 * @return 32 hexadecimal digits, or {@code none} if there are no texts
	 */
	public static String digest(Collection<String> values) {
		if (values.isEmpty()) {
			return "none";
		}
		StringBuilder text = new StringBuilder();
		new TreeSet<>(values).forEach((value) -> text.append(value.length()).append(':').append(value));
		return sha256(text.toString()).substring(0, 32);
	}

	private static String part(String value) {
		return PART.matcher(value).matches() ? value : "~" + sha256(value);
	}

	private static String sha256(String text) {
		try {
			byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
