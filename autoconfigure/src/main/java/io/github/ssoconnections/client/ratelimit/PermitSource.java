// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.ratelimit;

import java.time.Duration;

import reactor.core.publisher.Mono;

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
