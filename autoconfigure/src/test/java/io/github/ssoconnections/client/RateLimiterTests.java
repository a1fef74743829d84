// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.ratelimit.RateLimit;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.client.ratelimit.RateLimiter;
import io.github.ssoconnections.testing.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.ClientResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * When requests go out. All on virtual time.
 */
class RateLimiterTests {

	private static final Duration WINDOW = Duration.ofSeconds(10);

	private final VirtualTime time = new VirtualTime();

	private final Upstream upstream = new Upstream(this.time);

	private final List<Throwable> failures = new ArrayList<>();

	private final List<Object> responses = new ArrayList<>();

	@ParameterizedTest
	@CsvSource({ "1000, 50", "100, 5", "100, 1", "1000, 500", "1000, 1000", "7, 1", "1, 1" })
	void keepsEveryWindowBelowTheLimitAndUsesIt(long limit, long burst) {
		this.upstream.allows(new RateLimit(limit, WINDOW, burst));
		ApiClient client = this.upstream.client(patient());
		int calls = (int) Math.min(limit * 5, 5000);
		for (int i = 0; i < calls; i++) {
			call(client);
		}
		passSeconds(120);
		assertThat(this.upstream.mostIn(WINDOW)).isLessThanOrEqualTo(limit);
		if (limit >= 100 && burst <= limit / 10) {
			long seconds = (last() - this.upstream.times().get(0)) / 1_000_000_000;
			assertThat(this.upstream.count()).isEqualTo(calls);
			assertThat(calls / (double) seconds).isGreaterThanOrEqualTo(0.9 * limit / WINDOW.toSeconds());
		}
	}

	@ParameterizedTest
	@CsvSource({ "2, 1000", "1, 1000", "3, 1000", "50, 60000" })
	void keepsEveryWindowOfASmallLimitAndUsesIt(long limit, long millis) {
		Duration window = Duration.ofMillis(millis);
		this.upstream.allows(RateLimit.of(limit, window));
		ApiClient client = this.upstream.client(patient());
		for (int i = 0; i < 200; i++) {
			call(client);
		}
		passSeconds((int) (200 * millis / limit / 1000) * 11 / 10 + 1);
		assertThat(this.upstream.count()).isEqualTo(200);
		assertThat(this.upstream.mostIn(window)).isLessThanOrEqualTo(limit);
		double seconds = (last() - this.upstream.times().get(0)) / 1e9;
		assertThat(199 / seconds).isGreaterThanOrEqualTo(0.9 * limit * 1000 / millis);
	}

	@Test
	void keepsWindowsBelowTheLimitWhenCallsComeInBursts() {
		this.upstream.allows(RateLimit.of(100, WINDOW));
		ApiClient client = this.upstream.client(patient());
		for (int burst = 0; burst < 20; burst++) {
			for (int i = 0; i < burst * 7 % 60; i++) {
				call(client);
			}
			this.time.pass(Duration.ofMillis(burst * 977 % 5000));
		}
		passSeconds(120);
		assertThat(this.upstream.mostIn(WINDOW)).isLessThanOrEqualTo(100);
		assertThat(this.responses).hasSize(this.upstream.count());
	}

	@Test
	void sendsInOrderOfArrival() {
		List<String> order = new ArrayList<>();
		this.upstream.allows(RateLimit.of(100, WINDOW)).respondsWith((request) -> {
			order.add(request.url().getPath());
			return Upstream.status(200, "{}");
		});
		ApiClient client = this.upstream.client(patient());
		List<String> expected = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			expected.add("/things/id_" + i);
			client.execute(Upstream.READ.call("id_" + i)).subscribe();
		}
		passSeconds(60);
		assertThat(order).isEqualTo(expected);
	}

	@Test
	void failsByTheDeadlineAndSendsNothingWhenThereIsNoPermit() {
		this.upstream.allows(RateLimit.of(10, Duration.ofMinutes(10)));
		ApiClient client = this.upstream.client();
		call(client);
		call(client);
		passSeconds(29);
		assertThat(this.failures).isEmpty();
		passSeconds(1);
		assertThat(this.upstream.count()).isEqualTo(1);
		assertThat(this.failures).singleElement().isInstanceOfSatisfying(SsoApiException.RateLimited.class, (ex) -> {
			assertThat(ex.status()).isNull();
			assertThat(ex.isRetryable()).isTrue();
			assertThat(ex).hasMessageContaining("no rate limit permit was available before the call timeout");
		});
	}

	@Test
	void failsAtOnceWhenAsManyCallsWaitAsMay() {
		this.upstream.allows(new RateLimit(2, WINDOW, 1));
		ApiClient client = this.upstream
			.client(patient().withRateLimit(RateLimitSettings.defaults().withMaxWaitingCalls(3)));
		call(client);
		Disposable waiting = call(client);
		call(client);
		call(client);
		assertThat(this.failures).isEmpty();
		call(client);
		assertThat(this.failures).singleElement().isInstanceOfSatisfying(SsoApiException.RateLimited.class, (ex) -> {
			assertThat(ex.status()).isNull();
			assertThat(ex.isRetryable()).isTrue();
			assertThat(ex).hasMessageContaining("not sent: 3 calls are already waiting for a rate limit permit");
		});
		waiting.dispose();
		call(client);
		assertThat(this.failures).hasSize(1);
		passSeconds(60);
		assertThat(this.responses).hasSize(4);
		assertThat(this.upstream.count()).isEqualTo(4);
	}

	@Test
	void takesNoPermitWhenCallerHasGone() {
		this.upstream.allows(new RateLimit(2, WINDOW, 1));
		ApiClient client = this.upstream.client(patient());
		call(client);
		List<Disposable> gone = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			gone.add(call(client));
		}
		call(client);
		gone.forEach(Disposable::dispose);
		passSeconds(15);
		assertThat(this.upstream.count()).isEqualTo(2);
		assertThat(this.responses).hasSize(2);
	}

	@Test
	void sendsAsItComesWhenDisabled() {
		this.upstream.allows(RateLimit.of(1, WINDOW));
		ApiClient client = this.upstream
			.client(ApiClientSettings.defaults().withRateLimit(RateLimitSettings.disabled()));
		for (int i = 0; i < 500; i++) {
			call(client);
		}
		assertThat(this.upstream.count()).isEqualTo(500);
	}

	@Test
	void usesHalfOfTheLimitInTheBackground() {
		this.upstream.allows(RateLimit.of(100, WINDOW));
		ApiClient client = this.upstream.client(patient());
		inTheBackground(client, 300);
		passSeconds(100);
		assertThat(this.upstream.count()).isEqualTo(300);
		assertThat(this.upstream.mostIn(WINDOW)).isBetween(45L, 50L);
	}

	@Test
	void sendsInTheBackgroundWhenTheBurstIsOneRequest() {
		this.upstream.allows(new RateLimit(2, WINDOW, 1));
		inTheBackground(this.upstream.client(patient()), 10);
		passSeconds(60);
		assertThat(this.upstream.count()).isLessThanOrEqualTo(6);
		passSeconds(60);
		assertThat(this.upstream.count()).isEqualTo(10);
	}

	@Test
	void sendsAProbeInTheBackgroundWithOnePermit() {
		AtomicInteger count = new AtomicInteger();
		this.upstream.respondsWith((request) -> Upstream.status((count.getAndIncrement() == 0) ? 429 : 200, "{}"));
		inTheBackground(this.upstream.client(patient()), 3);
		passSeconds(60);
		assertThat(this.responses).hasSize(3);
		assertThat(this.upstream.count()).isEqualTo(4);
	}

	@Test
	void leavesHalfOfTheLimitToTheApplication() {
		this.upstream.allows(RateLimit.of(100, WINDOW));
		ApiClient client = this.upstream.client(patient());
		inTheBackground(client, 2_000);
		passSeconds(30);
		for (int second = 0; second < 60; second++) {
			int before = this.responses.size();
			for (int i = 0; i < 4; i++) {
				call(client);
			}
			passSeconds(1);
			assertThat(this.responses.size() - before).isGreaterThanOrEqualTo(4);
		}
		assertThat(this.failures).isEmpty();
	}

	@Test
	void servesOtherCallsBeforeThoseInTheBackground() {
		List<String> order = new ArrayList<>();
		this.upstream.allows(new RateLimit(2, WINDOW, 1)).respondsWith((request) -> {
			order.add(request.url().getPath());
			return Upstream.status(200, "{}");
		});
		ApiClient client = this.upstream.client(patient());
		call(client);
		client.execute(Upstream.READ.call("background")).contextWrite(CallOptions.background()).subscribe();
		for (int i = 0; i < 5; i++) {
			client.execute(Upstream.READ.call("ordinary")).subscribe();
		}
		passSeconds(60);
		assertThat(order).containsExactly("/things/id_1", "/things/ordinary", "/things/ordinary", "/things/ordinary",
				"/things/ordinary", "/things/ordinary", "/things/background");
	}

	private void inTheBackground(ApiClient client, int calls) {
		Flux.range(0, calls)
			.flatMap((number) -> client.execute(Upstream.READ.call("id_1")), 4)
			.contextWrite(CallOptions.background())
			.subscribe(this.responses::add, this.failures::add);
	}

	@Test
	void keepsToShareWhenThereAreSeveralInstances() {
		this.upstream.allows(RateLimit.of(1000, WINDOW));
		ApiClient client = this.upstream
			.client(patient().withRateLimit(RateLimitSettings.defaults().withInstances(10)));
		for (int i = 0; i < 500; i++) {
			call(client);
		}
		passSeconds(60);
		assertThat(this.upstream.mostIn(WINDOW)).isBetween(90L, 100L);
	}

	@Test
	void prefersLimitOfItsOwnToThatOfTheVendor() {
		this.upstream.allows(RateLimit.of(1000, WINDOW));
		ApiClient client = this.upstream
			.client(patient().withRateLimit(RateLimitSettings.defaults().withLimit(RateLimit.of(20, WINDOW))));
		for (int i = 0; i < 100; i++) {
			call(client);
		}
		passSeconds(100);
		assertThat(this.upstream.mostIn(WINDOW)).isBetween(18L, 20L);
	}

	@Test
	void stopsEveryCallerOn429AndSendsOneProbeFirst() {
		AtomicInteger count = new AtomicInteger();
		this.upstream.respondsWith((request) -> (count.getAndIncrement() == 0)
				? Upstream.status(429, "{}", "Retry-After", "5") : delayed(Duration.ofSeconds(2)));
		ApiClient client = this.upstream.client(patient());
		call(client);
		for (int i = 0; i < 100; i++) {
			call(client);
		}
		assertThat(this.upstream.count()).isEqualTo(1);
		this.time.pass(Duration.ofMillis(4999));
		assertThat(this.upstream.count()).isEqualTo(1);
		this.time.pass(Duration.ofMillis(1));
		assertThat(this.upstream.count()).isEqualTo(2);
		this.time.pass(Duration.ofMillis(1999));
		assertThat(this.upstream.count()).isEqualTo(2);
		this.time.pass(Duration.ofMillis(1));
		assertThat(this.upstream.count()).isGreaterThanOrEqualTo(101);
		passSeconds(10);
		assertThat(this.responses).hasSize(101);
	}

	@Test
	void sendsOneProbePerWindowWhileTheStormLasts() {
		long start = this.time.nanos();
		this.upstream.respondsWith((request) -> (this.time.nanos() - start < 20_000_000_000L)
				? Upstream.status(429, "{}", "Retry-After", "2") : Upstream.status(200, "{}"));
		ApiClient client = this.upstream.client();
		for (int i = 0; i < 100; i++) {
			call(client);
		}
		passSeconds(19);
		// The storm found the gate open for one, and from then on for one every two
		// seconds
		assertThat(this.upstream.count()).isBetween(5, 10);
		passSeconds(40);
		assertThat(this.responses.size() + this.failures.size()).isEqualTo(100);
		assertThat(this.failures).hasOnlyElementsOfType(SsoApiException.RateLimited.class);
		assertThat(this.responses).hasSizeGreaterThan(80);
	}

	@Test
	void stopsEveryCallerWhenTheVendorSaysThatNothingIsLeft() {
		AtomicInteger count = new AtomicInteger();
		this.upstream.respondsWith((request) -> (count.getAndIncrement() == 0)
				? Upstream.status(200, "{}", "Exhausted-Until", Instant.now().plusSeconds(10).toString())
				: delayed(Duration.ofSeconds(2)));
		ApiClient client = this.upstream.client();
		for (int i = 0; i < 51; i++) {
			call(client);
		}
		assertThat(this.responses).hasSize(1);
		assertThat(this.upstream.count()).isEqualTo(1);
		passSeconds(5);
		assertThat(this.upstream.count()).isEqualTo(1);
		passSeconds(6);
		assertThat(this.upstream.count()).as("One goes first").isEqualTo(2);
		passSeconds(4);
		assertThat(this.responses).hasSize(51);
		assertThat(this.failures).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "-5", "0" })
	void goesOnWhenThatTimeIsOver(int seconds) {
		this.upstream.respondsWith(200, "Exhausted-Until", Instant.now().plusSeconds(seconds).toString());
		ApiClient client = this.upstream.client();
		call(client);
		call(client);
		assertThat(this.responses).hasSize(2);
	}

	@Test
	void isSilentForAMinuteAtMostWhenTheVendorNamesALaterTime() {
		AtomicInteger count = new AtomicInteger();
		this.upstream.respondsWith((request) -> (count.getAndIncrement() == 0)
				? Upstream.status(200, "{}", "Exhausted-Until", Instant.now().plusSeconds(86400).toString())
				: Upstream.status(200, "{}"));
		ApiClient client = this.upstream.client(patient());
		call(client);
		call(client);
		passSeconds(59);
		assertThat(this.responses).hasSize(1);
		passSeconds(1);
		assertThat(this.responses).hasSize(2);
	}

	@Test
	void isSilentForAMinuteAtMostWhateverTheVendorAsksFor() {
		AtomicInteger count = new AtomicInteger();
		this.upstream.respondsWith((request) -> (count.getAndIncrement() == 0)
				? Upstream.status(429, "{}", "Retry-After", "86400") : Upstream.status(200, "{}"));
		ApiClient client = this.upstream.client();
		for (int i = 0; i < 100; i++) {
			call(client);
		}
		// No call waits for a permit that cannot become available before its deadline
		assertThat(this.failures).hasSize(100).hasOnlyElementsOfType(SsoApiException.RateLimited.class);
		passSeconds(59);
		call(client);
		passSeconds(1);
		assertThat(this.responses).hasSize(1);
		call(client);
		assertThat(this.responses).hasSize(2);
		assertThat(this.upstream.count()).isEqualTo(3);
	}

	@Test
	void pausesForASecondWhenTheVendorDoesNotSay() {
		AtomicInteger count = new AtomicInteger();
		this.upstream.respondsWith(
				(request) -> (count.getAndIncrement() == 0) ? Upstream.status(429, "{}") : Upstream.status(200, "{}"));
		ApiClient client = this.upstream.client(ApiClientSettings.defaults().withRetryPolicy(RetryPolicy.never()));
		call(client);
		call(client);
		this.time.pass(Duration.ofMillis(999));
		assertThat(this.upstream.count()).isEqualTo(1);
		this.time.pass(Duration.ofMillis(1));
		assertThat(this.responses).hasSize(1);
	}

	@Test
	void sendsAnotherProbeWhenTheFirstIsCancelled() {
		AtomicInteger count = new AtomicInteger();
		this.upstream.respondsWith((request) -> switch (count.getAndIncrement()) {
			case 0 -> Upstream.status(429, "{}", "Retry-After", "1");
			case 1 -> Mono.never();
			default -> Upstream.status(200, "{}");
		});
		ApiClient client = this.upstream.client(ApiClientSettings.defaults().withRetryPolicy(RetryPolicy.never()));
		call(client);
		Disposable probe = call(client);
		call(client);
		passSeconds(1);
		assertThat(this.upstream.count()).isEqualTo(2);
		probe.dispose();
		assertThat(this.responses).hasSize(1);
	}

	@Test
	void goesOnWhenTheProbeNeverComesBack() {
		AtomicInteger count = new AtomicInteger();
		this.upstream.respondsWith((request) -> switch (count.getAndIncrement()) {
			case 0 -> Upstream.status(429, "{}", "Retry-After", "1");
			case 1 -> Mono.never();
			default -> Upstream.status(200, "{}");
		});
		ApiClient client = this.upstream.client(ApiClientSettings.defaults().withRetryPolicy(RetryPolicy.never()));
		call(client);
		call(client);
		call(client);
		passSeconds(12);
		assertThat(this.responses).hasSize(1);
		assertThat(this.failures).hasOnlyElementsOfTypes(SsoApiException.RateLimited.class,
				SsoApiException.Unavailable.class);
	}

	@Test
	void sendsAnotherProbeWhenNobodySaysWhatBecameOfTheFirst() {
		RateLimiter limiter = limiter(Duration.ofSeconds(10));
		limiter.pause(Duration.ofSeconds(1));
		List<RateLimiter.Permit> permits = acquire(limiter, RateLimit.of(1000, WINDOW), 3);
		passSeconds(1);
		assertThat(permits).hasSize(1);
		this.time.pass(Duration.ofMillis(9999));
		assertThat(permits).hasSize(1);
		this.time.pass(Duration.ofMillis(1));
		assertThat(permits).hasSize(2);
		// The first may still come back, and opens nothing for the others
		limiter.release(permits.get(0));
		assertThat(permits).hasSize(2);
		limiter.release(permits.get(1));
		assertThat(permits).hasSize(3);
	}

	@Test
	void takesAPermitForTheProbeOnlyAfterAPause() {
		RateLimiter limiter = limiter(Duration.ofSeconds(10));
		limiter.pause(Duration.ofSeconds(1));
		List<RateLimiter.Permit> permits = acquire(limiter, new RateLimit(1000, WINDOW, 50), 40);
		passSeconds(1);
		assertThat(permits).hasSize(1);
		assertThat(limiter.remaining()).isEqualTo(49);
		limiter.release(permits.get(0));
		assertThat(permits).hasSize(40);
		assertThat(limiter.remaining()).isEqualTo(10);
	}

	@Test
	void grantsThePermitsAfterAProbeWhenTheyAreAvailableRatherThanAtItsTimeout() {
		RateLimiter limiter = limiter(Duration.ofMinutes(5));
		limiter.pause(Duration.ofSeconds(1));
		List<RateLimiter.Permit> permits = acquire(limiter, new RateLimit(10, WINDOW, 1), 3);
		passSeconds(1);
		assertThat(permits).hasSize(1);
		passSeconds(10);
		limiter.release(permits.get(0));
		assertThat(permits).hasSize(2);
		passSeconds(2);
		assertThat(permits).hasSize(3);
	}

	@Test
	void schedulesOneTimerForAllWaitingCalls() {
		RateLimiter limiter = limiter(Duration.ofSeconds(10));
		RateLimit limit = new RateLimit(10, WINDOW, 1);
		assertThat(limiter.tryAcquire(limit, false)).isNotNull();
		for (int i = 0; i < 100; i++) {
			assertThat(acquire(limiter, limit, 1)).isEmpty();
			this.time.pass(Duration.ofMillis(1));
		}
		// Each call has its own deadline
		assertThat(this.time.scheduled()).isEqualTo(100 + 1);
		limiter.pause(Duration.ofSeconds(60));
		assertThat(this.time.scheduled()).isEqualTo(100 + 1);
	}

	private static List<RateLimiter.Permit> acquire(RateLimiter limiter, RateLimit limit, int calls) {
		List<RateLimiter.Permit> permits = new ArrayList<>();
		for (int i = 0; i < calls; i++) {
			limiter.acquire(limit, Duration.ofHours(1).toNanos(), false).subscribe(permits::add);
		}
		return permits;
	}

	private RateLimiter limiter(Duration longestAttempt) {
		return new RateLimiter(RateLimitSettings.defaults(), longestAttempt, this.time.clock(), this.time::scheduler);
	}

	@Test
	void rejectsLimitsThatCannotBe() {
		assertThatIllegalArgumentException().isThrownBy(() -> RateLimit.of(0, WINDOW));
		assertThatIllegalArgumentException().isThrownBy(() -> RateLimit.of(1, Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(1, WINDOW, 2));
	}

	private static ApiClientSettings patient() {
		return ApiClientSettings.defaults().withTimeouts(Duration.ofSeconds(10), Duration.ofHours(2));
	}

	private Mono<ClientResponse> delayed(Duration delay) {
		return Mono.delay(delay, this.time.scheduler()).then(Mono.defer(() -> Upstream.status(200, "{}")));
	}

	private Disposable call(ApiClient client) {
		return client.execute(Upstream.READ.call("id_1")).subscribe(this.responses::add, this.failures::add);
	}

	private void passSeconds(int seconds) {
		this.time.pass(Duration.ofSeconds(seconds));
	}

	private long last() {
		return this.upstream.times().get(this.upstream.count() - 1);
	}

}
