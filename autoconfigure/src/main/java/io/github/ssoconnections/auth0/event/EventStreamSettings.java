// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Settings of an event stream.
 *
 * @param idleTimeout the maximum time without a byte, heartbeats included, before a
 * reconnect, 1 s to 1 h
 * @param retryDelay the delay before the next attempt if the tenant rejects the stream:
 * too many streams, no such feature, a missing scope, or rejected credentials; 1 s to 1
 * day
 * @param bufferSize the number of events that may wait for the handler, 1 to 1000000;
 * with more, the stream is closed and resumed later
 */
public record EventStreamSettings(Duration idleTimeout, Duration retryDelay, int bufferSize) {

	private static final EventStreamSettings DEFAULTS = new EventStreamSettings(Duration.ofSeconds(90),
			Duration.ofMinutes(5), 10_000);

	public EventStreamSettings {
		Assert.isTrue(isBetween(idleTimeout, Duration.ofSeconds(1), Duration.ofHours(1)),
				"'idleTimeout' must be between 1 s and 1 h");
		Assert.isTrue(isBetween(retryDelay, Duration.ofSeconds(1), Duration.ofDays(1)),
				"'retryDelay' must be between 1 s and 1 day");
		Assert.isTrue(bufferSize >= 1 && bufferSize <= 1_000_000, "'bufferSize' must be between 1 and 1000000");
	}

	private static boolean isBetween(Duration value, Duration minimum, Duration maximum) {
		return value.compareTo(minimum) >= 0 && value.compareTo(maximum) <= 0;
	}

	/**
	 * Return the default settings: an idle timeout of 90 s, a retry delay of 5 min, 10000
	 * waiting events.
	 * @return the defaults
	 */
	public static EventStreamSettings defaults() {
		return DEFAULTS;
	}

	/**
	 * Return a copy of these settings with another idle timeout.
	 * @param idleTimeout the maximum time without a byte
	 * @return the settings
	 */
	public EventStreamSettings withIdleTimeout(Duration idleTimeout) {
		return new EventStreamSettings(idleTimeout, this.retryDelay, this.bufferSize);
	}

	/**
	 * Return a copy of these settings with another retry delay.
	 * @param retryDelay the delay if the tenant rejects the stream
	 * @return the settings
	 */
	public EventStreamSettings withRetryDelay(Duration retryDelay) {
		return new EventStreamSettings(this.idleTimeout, retryDelay, this.bufferSize);
	}

	/**
	 * Return a copy of these settings with another buffer size.
	 * @param bufferSize the number of events that may wait for the handler
	 * @return the settings
	 */
	public EventStreamSettings withBufferSize(int bufferSize) {
		return new EventStreamSettings(this.idleTimeout, this.retryDelay, bufferSize);
	}

}
