// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.webhook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.ssoconnections.clerk.webhook.InvalidWebhookException.Reason;

import org.springframework.http.HttpHeaders;

/**
 * Headers of a webhook.
 *
 * @param id the id of the message
 * @param timestamp the time of the attempt, in seconds
 * @param signature the signatures, separated by spaces
 */
record SignedHeaders(String id, String timestamp, String signature) {

	private static final List<String> NAMES = List.of("id", "timestamp", "signature");

	private static final String SVIX = "svix-";

	private static final String STANDARD = "webhook-";

	// A full stop separates the signed values, and must not be part of one
	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

	private static final String VERSION = "v1,";

	static SignedHeaders of(HttpHeaders headers) {
		Map<String, List<String>> values = new HashMap<>();
		headers.forEach(
				(name, all) -> values.computeIfAbsent(name.toLowerCase(Locale.ROOT), (lowerCase) -> new ArrayList<>())
					.addAll(all));
		boolean svix = isPresent(SVIX, values);
		boolean standard = isPresent(STANDARD, values);
		if (svix && standard) {
			return ofBoth(values);
		}
		return of(svix ? SVIX : STANDARD, values, Reason.MISSING_HEADER);
	}

	private static boolean isPresent(String family, Map<String, List<String>> values) {
		return NAMES.stream().anyMatch((name) -> values.containsKey(family + name));
	}

	private static SignedHeaders ofBoth(Map<String, List<String>> values) {
		SignedHeaders svix = of(SVIX, values, Reason.MIXED_HEADERS);
		if (!svix.equals(of(STANDARD, values, Reason.MIXED_HEADERS))) {
			throw new InvalidWebhookException(Reason.MIXED_HEADERS);
		}
		return svix;
	}

	private static SignedHeaders of(String family, Map<String, List<String>> values, Reason ifMissing) {
		return new SignedHeaders(value(family + "id", values, ifMissing),
				value(family + "timestamp", values, ifMissing), value(family + "signature", values, ifMissing));
	}

	private static String value(String name, Map<String, List<String>> values, Reason ifMissing) {
		List<String> all = values.getOrDefault(name, List.of());
		if (all.size() > 1) {
			throw new InvalidWebhookException(Reason.DUPLICATE_HEADER);
		}
		if (all.isEmpty() || all.get(0).isBlank()) {
			throw new InvalidWebhookException(ifMissing);
		}
		return all.get(0).strip();
	}

	/**
	 * Check the id.
	 * @return the id
	 */
	String checkedId() {
		if (!ID.matcher(this.id).matches()) {
			throw new InvalidWebhookException(Reason.INVALID_ID);
		}
		return this.id;
	}

	/**
	 * Parse the timestamp.
	 * @return the seconds
	 */
	long seconds() {
		if (!SECONDS.matcher(this.timestamp).matches()) {
			throw new InvalidWebhookException(Reason.INVALID_TIMESTAMP);
		}
		return Long.parseLong(this.timestamp);
	}

	/**
	 * Return the signatures of the supported version.
	 * @return the signatures, as the bytes of their Base64; at least one
	 */
	List<byte[]> signatures() {
		List<byte[]> signatures = Stream.of(this.signature.split(" "))
			.filter((signature) -> signature.startsWith(VERSION))
			.map((signature) -> signature.substring(VERSION.length()).getBytes(StandardCharsets.UTF_8))
			.toList();
		if (signatures.isEmpty()) {
			throw new InvalidWebhookException(Reason.NO_SIGNATURE);
		}
		return signatures;
	}

	/**
	 * Return what is signed before the body.
	 * @return the text
	 */
	String signedPrefix() {
		return this.id + "." + this.timestamp + ".";
	}

}
