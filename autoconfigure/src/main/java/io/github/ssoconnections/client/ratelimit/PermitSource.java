// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.ratelimit;

import java.time.Duration;
import java.util.function.Supplier;

import io.github.bucket4j.TimeMeter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Source of rate limit permits.
 */
interface PermitSource {

	/**
	 * Source without a limit.
	 */
	PermitSource UNLIMITED = new PermitSource() {

		@Override
		public Mono<Acquired> acquire(long wanted) {
			return Mono.just(new Acquired(wanted, Duration.ZERO));
		}

		@Override
		public boolean tryAcquire() {
			return true;
		}

		@Override
		public double remaining() {
			return Double.NaN;
		}

	};

	/**
	 * Return a source.
	 * @param limit the limit
	 * @param settings the settings, which decide whether permits are limited, and whether
	 * the limit is shared with other instances
	 * @param clock the clock
	 * @param scheduler supplies the scheduler of a shared limit for each use
	 * @return the source
	 */
	static PermitSource of(RateLimit limit, RateLimitSettings settings, TimeMeter clock,
			Supplier<Scheduler> scheduler) {
		if (!settings.enabled()) {
			return UNLIMITED;
		}
		LocalPermits localShare = new LocalPermits(limit.share(settings.instances()), clock);
		return (settings.shared() != null) ? new SharedPermits(settings.shared(), limit, localShare, clock, scheduler)
				: localShare;
	}

	/**
	 * Acquire permits.
	 * @param wanted the number of wanted permits, at least 1
	 * @return the acquired permits, possibly none; never fails
	 */
	Mono<Acquired> acquire(long wanted);

	/**
	 * Acquire one permit, if it is available immediately.
	 * @return whether it was acquired
	 */
	boolean tryAcquire();

	/**
	 * Return the number of available permits.
	 * @return the number, {@code NaN} if unknown
	 */
	double remaining();

	/**
	 * Acquired permits.
	 *
	 * @param permits the number of permits
	 * @param next the delay before the next attempt to acquire permits, zero if all
	 * wanted permits were acquired
	 */
	record Acquired(long permits, Duration next) {
	}

}
