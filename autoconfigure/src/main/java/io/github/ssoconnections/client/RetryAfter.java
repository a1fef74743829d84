// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Parser for {@code Retry-After}, in seconds or as an HTTP date.
 */
final class RetryAfter {

	/** Number of digits that always fits into a {@code long}. */
	private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");

	private static final Pattern OVERFLOWING_SECONDS = Pattern.compile("\\d{19,}");

	private static final Duration MAX = Duration.ofSeconds(999_999_999_999_999_999L);

	private RetryAfter() {
	}

	static @Nullable Duration read(HttpHeaders headers, Clock clock) {
		String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
		if (value == null) {
			return null;
		}
		String text = value.strip();
		if (SECONDS.matcher(text).matches()) {
			return Duration.ofSeconds(Long.parseLong(text));
		}
		return OVERFLOWING_SECONDS.matcher(text).matches() ? MAX : readDate(text, clock);
	}

	private static @Nullable Duration readDate(String text, Clock clock) {
		HttpHeaders headers = new HttpHeaders();
		// Spring does not parse single-digit days of the asctime format
		headers.set(HttpHeaders.RETRY_AFTER, text.replaceFirst(" {2}(\\d) ", " 0$1 "));
		try {
			long date = headers.getFirstDate(HttpHeaders.RETRY_AFTER);
			Duration duration = Duration.between(clock.instant(), Instant.ofEpochMilli(date));
			return duration.isNegative() ? Duration.ZERO : duration;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
