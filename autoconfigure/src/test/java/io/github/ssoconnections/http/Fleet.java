// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Instances of an application that call one vendor, who writes down when.
 */
final class Fleet implements ApiVendor {

	private static final ApiOperation<Map<String, Object>> READ = ApiOperation.of("things.read", HttpMethod.GET,
			"/things/{id}", Effect.READ, new TypeReference<>() {
			});

	private final List<ApiClient> instances = new ArrayList<>();

	private final Queue<Long> requests = new ConcurrentLinkedQueue<>();

	private final AtomicInteger answered = new AtomicInteger();

	private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

	private final RateLimit limit;

	Fleet(RateLimit limit) {
		this.limit = limit;
	}

	/**
	 * Add an instance.
	 */
	ApiClient add(RateLimitSettings settings) {
		WebClient.Builder builder = WebClient.builder().exchangeFunction((request) -> {
			this.requests.add(System.nanoTime());
			return Mono.just(ClientResponse.create(HttpStatus.OK).body("{}").build());
		});
		// Nothing but the rate limit makes a call wait or fail here
		ApiClient instance = new ApiClient(builder, this,
				ApiClientSettings.defaults()
					.withTimeouts(Duration.ofMinutes(1), Duration.ofMinutes(10))
					.withRateLimit(settings),
				ApiClient.Instruments.NONE);
		this.instances.add(instance);
		return instance;
	}

	static Mono<Map<String, Object>> call(ApiClient instance) {
		return instance.execute(READ.call("id_1"));
	}

	/**
	 * Let each instance make calls, so many at a time.
	 */
	Mono<Void> call(int calls, int callers) {
		return Flux.fromIterable(this.instances)
			.flatMap((instance) -> Flux.range(0, calls)
				.flatMap((call) -> call(instance).doOnNext((answer) -> this.answered.incrementAndGet())
					.doOnError(this.failures::add)
					.onErrorComplete(), callers), this.instances.size())
			.then();
	}

	int answered() {
		return this.answered.get();
	}

	List<Throwable> failures() {
		return List.copyOf(this.failures);
	}

	/**
	 * Return when the requests came.
	 */
	List<Long> times() {
		List<Long> times = new ArrayList<>(this.requests);
		Collections.sort(times);
		return times;
	}

	/**
	 * Return the time from the first request to the last.
	 */
	Duration duration() {
		List<Long> times = times();
		return Duration.ofNanos(times.get(times.size() - 1) - times.get(0));
	}

	/**
	 * Return the largest number of requests that any window of the length holds.
	 */
	long mostIn(Duration window) {
		List<Long> times = times();
		long most = 0;
		int first = 0;
		for (int last = 0; last < times.size(); last++) {
			while (times.get(last) - times.get(first) >= window.toNanos()) {
				first++;
			}
			most = Math.max(most, last - first + 1);
		}
		return most;
	}

	@Override
	public String name() {
		return "stub";
	}

	@Override
	public Access access() {
		return new Access("https://vendor.example", Secret.of("key"));
	}

	@Override
	public Map<String, String> headers() {
		return Map.of();
	}

	@Override
	public Failure readFailure(@Nullable JsonNode body, HttpHeaders headers) {
		return new Failure(List.of(), null);
	}

	@Override
	public boolean turnedAway(int status, List<ApiError> errors) {
		return false;
	}

	@Override
	public RateLimit rateLimit(Access access) {
		return this.limit;
	}

	/**
	 * How long this machine keeps threads that are ready to run from running, Redis
	 * included: the longest time, and the sum of those in which a bucket fills up.
	 */
	static final class Stalls implements AutoCloseable {

		private static final long NAP_MILLIS = 5;

		private final Thread thread;

		private volatile boolean closed;

		private volatile long longest;

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
				this.longest = Math.max(this.longest, stall);
				this.sum += (stall > TimeUnit.MILLISECONDS.toNanos(250)) ? stall : 0;
			}
		}

		Duration longest() {
			return Duration.ofNanos(this.longest);
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
