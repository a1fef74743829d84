// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Delays before a reconnect. They grow with consecutive failures only.
 */
final class ReconnectDelays {

	static final Duration RECONNECT = Duration.ofSeconds(1);

	static final Duration MAX_BACKOFF = Duration.ofMinutes(2);

	private static final Duration MIN_REQUESTED = Duration.ofMillis(500);

	private static final Duration MAX_REQUESTED = Duration.ofSeconds(30);

	private static final Duration MAX_RETRY_AFTER = Duration.ofHours(1);

	private final Duration retryDelay;

	private final DoubleSupplier random;

	private int failures;

	ReconnectDelays(Duration retryDelay, DoubleSupplier random) {
		this.retryDelay = retryDelay;
		this.random = random;
	}

	void succeeded() {
		this.failures = 0;
	}

	/**
	 * Return the delay after the vendor has closed the stream.
	 * @param requested the delay that the vendor asks for
	 * @return about a second, or about the requested delay, from half a second to 30
	 * seconds
	 */
	Duration afterClose(@Nullable Duration requested) {
		Duration delay = (requested != null) ? requested : RECONNECT;
		if (delay.compareTo(MIN_REQUESTED) < 0) {
			delay = MIN_REQUESTED;
		}
		return jitter((delay.compareTo(MAX_REQUESTED) < 0) ? delay : MAX_REQUESTED, 0.5);
	}

	/**
	 * Return the delay after a failure.
	 * @return the delay, from a second to two minutes
	 */
	Duration afterFailure() {
		Duration delay = RECONNECT.multipliedBy(1L << Math.min(this.failures++, 20));
		return jitter((delay.compareTo(MAX_BACKOFF) < 0) ? delay : MAX_BACKOFF, 0.5);
	}

	/**
	 * Return the delay after the vendor was asked too often.
	 * @param retryAfter the delay that the vendor requests
	 * @return at least that delay, up to an hour
	 */
	Duration afterRateLimit(@Nullable Duration retryAfter) {
		Duration backoff = afterFailure();
		if (retryAfter == null || retryAfter.compareTo(backoff) < 0) {
			return backoff;
		}
		Duration delay = (retryAfter.compareTo(MAX_RETRY_AFTER) < 0) ? retryAfter : MAX_RETRY_AFTER;
		return delay.plus(Duration.ofMillis(Math.round(RECONNECT.toMillis() * this.random.getAsDouble())));
	}

	/**
	 * Return the delay after the tenant rejected the stream.
	 * @return the delay of the settings, with a jitter of a tenth
	 */
	Duration afterRejection() {
		return jitter(this.retryDelay, 0.1);
	}

	private Duration jitter(Duration delay, double part) {
		double factor = 1 - part + 2 * part * this.random.getAsDouble();
		return Duration.ofMillis(Math.round(delay.toMillis() * factor));
	}

}
