// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Times by the vendor's clock, which may be another than ours.
 */
final class VendorTime {

	/** {@code Date} has whole seconds, and an answer takes its time to come. */
	private static final Duration TOLERANCE = Duration.ofSeconds(2);

	private VendorTime() {
	}

	/**
	 * Return how long it is until a time.
	 * @param time the time by the vendor's clock, may be {@code null}
	 * @param headers the headers of the answer that names it
	 * @param clock our clock
	 * @return the duration, or {@code null} if there is no such time, or it is over
	 */
	static @Nullable Duration until(@Nullable Instant time, HttpHeaders headers, Clock clock) {
		if (time == null) {
			return null;
		}
		Duration left = Duration.between(now(headers, clock.instant()), time);
		return (left.compareTo(Duration.ZERO) > 0) ? left : null;
	}

	private static Instant now(HttpHeaders headers, Instant ours) {
		try {
			long date = headers.getDate();
			Instant theirs = Instant.ofEpochMilli(date);
			boolean apart = Duration.between(ours, theirs).abs().compareTo(TOLERANCE) > 0;
			return (date >= 0 && apart) ? theirs : ours;
		}
		catch (IllegalArgumentException ex) {
			return ours;
		}
	}

}
