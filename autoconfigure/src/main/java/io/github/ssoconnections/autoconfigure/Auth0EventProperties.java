// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;

import io.github.ssoconnections.auth0.event.EventStreamSettings;

import org.springframework.util.Assert;

/**
 * Properties of the event stream of a tenant at Auth0.
 */
public class Auth0EventProperties {

	/**
	 * Whether changes made elsewhere are taken from the event stream of the tenant. Needs
	 * the scope 'read:events'; takes one of the 1, 4 or 8 streams of the plan and one of
	 * the connections of 'max-connections'.
	 */
	private boolean enabled;

	/**
	 * Time without a byte of the stream, heartbeats included, after which it is opened
	 * again. 1s to 1h.
	 */
	private Duration idleTimeout = Duration.ofSeconds(90);

	/**
	 * Delay before the next attempt if the tenant rejects the stream, such as for too
	 * many streams or a missing scope, with a jitter of a tenth. 1s to 1d.
	 */
	private Duration retryDelay = Duration.ofMinutes(5);

	/**
	 * Number of events that may wait, 1 to 1000000. With more, the stream is closed and
	 * resumed later.
	 */
	private int bufferSize = 10_000;

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public Duration getIdleTimeout() {
		return this.idleTimeout;
	}

	public void setIdleTimeout(Duration idleTimeout) {
		Assert.isTrue(
				idleTimeout.compareTo(Duration.ofSeconds(1)) >= 0 && idleTimeout.compareTo(Duration.ofHours(1)) <= 0,
				"must be between 1s and 1h");
		this.idleTimeout = idleTimeout;
	}

	public Duration getRetryDelay() {
		return this.retryDelay;
	}

	public void setRetryDelay(Duration retryDelay) {
		Assert.isTrue(retryDelay.compareTo(Duration.ofSeconds(1)) >= 0 && retryDelay.compareTo(Duration.ofDays(1)) <= 0,
				"must be between 1s and 1d");
		this.retryDelay = retryDelay;
	}

	public int getBufferSize() {
		return this.bufferSize;
	}

	public void setBufferSize(int bufferSize) {
		Assert.isTrue(bufferSize >= 1 && bufferSize <= 1_000_000, "must be between 1 and 1000000");
		this.bufferSize = bufferSize;
	}

	/**
	 * Return the settings.
	 * @return the settings
	 */
	public EventStreamSettings toSettings() {
		return new EventStreamSettings(this.idleTimeout, this.retryDelay, this.bufferSize);
	}

}
