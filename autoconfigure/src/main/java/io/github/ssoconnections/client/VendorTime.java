// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Conversion of times of the vendor's clock, which may differ from the local clock.
 */
final class VendorTime {

	/** {@code Date} has whole seconds, and the response has a latency. */
	private static final Duration TOLERANCE = Duration.ofSeconds(2);

	private VendorTime() {
	}

	/**
	 * Return the duration until a time.
	 * @param time the time of the vendor's clock, may be {@code null}
	 * @param headers the headers of the response
	 * @param clock the local clock
	 * @return the duration, or {@code null} if the time is {@code null} or in the past
	 */
	static @Nullable Duration until(@Nullable Instant time, HttpHeaders headers, Clock clock) {
		if (time == null) {
			return null;
		}
		Duration left = Duration.between(now(headers, clock.instant()), time);
		return (left.compareTo(Duration.ZERO) > 0) ? left : null;
	}

	private static Instant now(HttpHeaders headers, Instant local) {
		try {
			long date = headers.getDate();
			Instant remote = Instant.ofEpochMilli(date);
			boolean differs = Duration.between(local, remote).abs().compareTo(TOLERANCE) > 0;
			return (date >= 0 && differs) ? remote : local;
		}
		catch (IllegalArgumentException ex) {
			return local;
		}
	}

}
