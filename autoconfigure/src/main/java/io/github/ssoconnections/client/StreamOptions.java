// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;

import reactor.core.scheduler.Scheduler;

import org.springframework.http.MediaType;
import org.springframework.util.Assert;

/**
 * Options of a request whose response has no end.
 *
 * @param mediaType the media type; a response of another type is malformed
 * @param idleTimeout the maximum time without a byte, after which the request fails
 * @param scheduler runs the timeouts
 */
public record StreamOptions(MediaType mediaType, Duration idleTimeout, Scheduler scheduler) {

	private static final Duration TRANSPORT_MARGIN = Duration.ofSeconds(30);

	public StreamOptions {
		Assert.notNull(mediaType, "'mediaType' must not be null");
		Assert.isTrue(idleTimeout.compareTo(Duration.ZERO) > 0, "'idleTimeout' must be positive");
		Assert.notNull(scheduler, "'scheduler' must not be null");
	}

	/**
	 * Return the timeout of the transport, a safety net behind the idle timeout.
	 */
	Duration transportTimeout() {
		return this.idleTimeout.plus(TRANSPORT_MARGIN);
	}

}
