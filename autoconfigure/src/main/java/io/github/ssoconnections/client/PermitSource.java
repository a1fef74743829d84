// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;

import reactor.core.publisher.Mono;

/**
 * Where permits to send come from.
 */
interface PermitSource {

	/**
	 * Take permits.
	 * @param wanted how many are wanted, at least 1
	 * @return how many there are, possibly none; never an error
	 */
	Mono<Taken> take(long wanted);

	/**
	 * Take one permit if that needs no waiting.
	 * @return whether there was one
	 */
	boolean tryTakeNow();

	/**
	 * Return how many permits are left.
	 * @return the number, {@code NaN} if that is not known without asking
	 */
	double remaining();

	/**
	 * What was taken.
	 *
	 * @param permits the number of permits
	 * @param next when to ask for more, zero if these are as many as were wanted
	 */
	record Taken(long permits, Duration next) {
	}

}
