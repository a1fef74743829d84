// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;

import io.github.ssoconnections.client.ratelimit.RateLimit;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Instances of an application that call one vendor.
 */
public final class Fleet {

	// Nothing but the rate limit makes a call wait or fail here
	private static final ApiClientSettings PATIENT = ApiClientSettings.defaults()
		.withTimeouts(Duration.ofMinutes(1), Duration.ofMinutes(10));

	private final Upstream upstream;

	private final List<ApiClient> instances = new ArrayList<>();

	private final AtomicInteger responded = new AtomicInteger();

	private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

	Fleet(RateLimit limit) {
		this(limit, new Upstream());
	}

	public Fleet(RateLimit limit, Upstream upstream) {
		this.upstream = upstream.allows(limit);
	}

	/**
	 * Add an instance.
	 */
	public ApiClient add(RateLimitSettings settings) {
		ApiClient instance = this.upstream.client(PATIENT.withRateLimit(settings));
		this.instances.add(instance);
		return instance;
	}

	static Mono<Map<String, Object>> call(ApiClient instance) {
		return instance.execute(Upstream.READ.call("id_1"));
	}

	/**
	 * Let each instance make calls, so many at a time.
	 */
	public Mono<Void> call(int calls, int callers) {
		return Flux.fromIterable(this.instances)
			.flatMap((instance) -> Flux.range(0, calls)
				.flatMap((call) -> call(instance).doOnNext((response) -> this.responded.incrementAndGet())
					.doOnError(this.failures::add)
					.onErrorComplete(), callers), this.instances.size())
			.then();
	}

	public int responded() {
		return this.responded.get();
	}

	public List<Throwable> failures() {
		return List.copyOf(this.failures);
	}

	/**
	 * Return what the instances call, which writes down when.
	 */
	public Upstream upstream() {
		return this.upstream;
	}

	/**
	 * Return the time from the first request to the last.
	 */
	public Duration duration() {
		List<Long> times = this.upstream.times().stream().sorted().toList();
		return Duration.ofNanos(times.get(times.size() - 1) - times.get(0));
	}

	/**
	 * How long this machine keeps threads that are ready to run from running, Redis and
	 * the scheduler on which permits are given out included: the longest time, and the
	 * sum of those in which a bucket fills up.
	 */
	static final class Stalls implements AutoCloseable {

		private static final long NAP_MILLIS = 5;

		private final Thread thread;

		private volatile boolean closed;

		private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

		private volatile long sum;

		Stalls(Runnable roundTrip) {
			this.thread = new Thread(() -> measure(roundTrip), "stalls");
			this.thread.setDaemon(true);
			this.thread.start();
		}

		private void measure(Runnable roundTrip) {
			while (!this.closed) {
				long start = System.nanoTime();
				try {
					Thread.sleep(NAP_MILLIS);
				}
				catch (InterruptedException ex) {
					return;
				}
				roundTrip.run();
				long stall = System.nanoTime() - start - TimeUnit.MILLISECONDS.toNanos(NAP_MILLIS);
				this.longest.accumulate(stall);
				long scheduled = System.nanoTime();
				Schedulers.parallel().schedule(() -> this.longest.accumulate(System.nanoTime() - scheduled));
				this.sum += (stall > TimeUnit.MILLISECONDS.toNanos(250)) ? stall : 0;
			}
		}

		Duration longest() {
			return Duration.ofNanos(this.longest.get());
		}

		Duration sum() {
			return Duration.ofNanos(this.sum);
		}

		@Override
		public void close() {
			this.closed = true;
			try {
				this.thread.join(5_000);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
