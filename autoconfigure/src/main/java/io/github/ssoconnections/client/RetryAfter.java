// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Reads {@code Retry-After}, in seconds or as an HTTP date.
 */
final class RetryAfter {

	/** As many digits as always fit into a {@code long}. */
	private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");

	private static final Pattern MORE_SECONDS = Pattern.compile("\\d{19,}");

	private static final Duration LONGEST = Duration.ofSeconds(999_999_999_999_999_999L);

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
		return MORE_SECONDS.matcher(text).matches() ? LONGEST : readDate(text, clock);
	}

	private static @Nullable Duration readDate(String text, Clock clock) {
		HttpHeaders headers = new HttpHeaders();
		// Of the three forms of a date, Spring does not read a day of one digit in the
		// oldest
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
