// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;

import com.github.tomakehurst.wiremock.http.Response;

/**
 * A fault that was switched on. It counts how often it fired, so that a test can assert
 * that what it provoked really happened.
 */
public final class Fault {

	private final BiPredicate<String, String> target;

	private final Effect effect;

	private final AtomicInteger remaining;

	private final AtomicInteger fired = new AtomicInteger();

	private final CountDownLatch cleared = new CountDownLatch(1);

	Fault(BiPredicate<String, String> target, int times, Effect effect) {
		this.target = target;
		this.remaining = new AtomicInteger(times);
		this.effect = effect;
	}

	/**
	 * Return how many requests have met this fault. A request counts as soon as it
	 * arrives, before its response.
	 * @return the number, from 0
	 */
	public int fired() {
		return this.fired.get();
	}

	/**
	 * Switch this fault off. Requests that it delays get their response at once.
	 */
	public void clear() {
		this.remaining.set(0);
		this.cleared.countDown();
	}

	boolean fires(Exchange exchange) {
		if (!this.target.test(exchange.method(), exchange.path())
				|| this.remaining.getAndUpdate((left) -> Math.max(0, left - 1)) == 0) {
			return false;
		}
		this.fired.incrementAndGet();
		return true;
	}

	boolean isOver() {
		return this.remaining.get() == 0;
	}

	Response apply(Exchange exchange) {
		return this.effect.apply(exchange, this);
	}

	void waitUntilCleared(Duration atMost) {
		try {
			this.cleared.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * What happens to a request.
	 */
	@FunctionalInterface
	interface Effect {

		Response apply(Exchange exchange, Fault fault);

	}

}
