// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.testing.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConnectionsHealthIndicatorTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final Duration TTL = Duration.ofSeconds(30);

	private static final Duration TIMEOUT = Duration.ofSeconds(3);

	private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

	private static final SsoApiException.Details DETAILS = new SsoApiException.Details(Account.ofDefault("clerk"),
			"x.list", 400, "canary of acme.com", List.of(), "canary-trace", null, false, null);

	private final VirtualTime time = new VirtualTime();

	private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);

	private final AtomicInteger requests = new AtomicInteger();

	@Test
	void isUpWhenVendorResponds() {
		Health health = health(indicator(Mono.just("a page")));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsOnlyKeys("checkedAt").containsEntry("checkedAt", NOW);
	}

	@Test
	void isUpWhenResponseIsEmpty() {
		assertThat(health(indicator(Mono.empty())).getStatus()).isEqualTo(Status.UP);
	}

	@ParameterizedTest
	@MethodSource
	void distinguishesFailures(Throwable failure, Status status, String reason) {
		Health health = health(indicator(Mono.error(failure)));
		assertThat(health.getStatus()).isEqualTo(status);
		assertThat(health.getDetails()).containsOnlyKeys("reason", "checkedAt").containsEntry("reason", reason);
		assertThat(health.toString()).doesNotContain("canary");
	}

	static Object[][] distinguishesFailures() {
		return new Object[][] { { new SsoApiException.Unauthorized(DETAILS), Status.DOWN, "unauthorized" },
				{ new SsoApiException.Forbidden(DETAILS), Status.DOWN, "forbidden" },
				{ new SsoApiException.RateLimited(DETAILS), Status.UNKNOWN, "rate-limited" },
				{ new SsoApiException.Unavailable(DETAILS), Status.UNKNOWN, "unavailable" },
				{ new TimeoutException("canary"), Status.UNKNOWN, "unavailable" },
				{ new SsoApiException.MalformedResponse(DETAILS, false), Status.UNKNOWN, "malformed-response" },
				{ new SsoApiException.Gone(DETAILS), Status.UNKNOWN, "failed" },
				{ new IllegalStateException("canary"), Status.UNKNOWN, "failed" } };
	}

	@Test
	void sendsNothingBeforeTheFirstCheck() {
		indicator(Mono.just("a page")).health();
		assertThat(this.requests).hasValue(0);
	}

	@Test
	void sendsOneRequestForAThousandConcurrentChecks() {
		Sinks.One<String> response = Sinks.one();
		ConnectionsHealthIndicator indicator = indicator(response.asMono());
		AtomicInteger asked = new AtomicInteger();
		Mono<List<Health>> all = Flux.range(0, 1000)
			.flatMap((i) -> Mono.defer(indicator::health).doOnSubscribe((subscription) -> {
				if (asked.incrementAndGet() == 1000) {
					response.tryEmitValue("a page");
				}
			}).subscribeOn(Schedulers.parallel()), 1000)
			.collectList();
		assertThat(all.block(LONG)).hasSize(1000)
			.allSatisfy((health) -> assertThat(health.getStatus()).isEqualTo(Status.UP));
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void sendsAnotherRequestAfterTheTimeToLiveOnly() {
		ConnectionsHealthIndicator indicator = indicator(Mono.just("a page"));
		health(indicator);
		this.nanoTime.addAndGet(TTL.toNanos() - 1);
		health(indicator);
		assertThat(this.requests).hasValue(1);
		this.nanoTime.addAndGet(1);
		health(indicator);
		health(indicator);
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void keepsFailuresAsLongAsSuccesses() {
		AtomicReference<Mono<?>> response = new AtomicReference<>(Mono.error(new SsoApiException.Unavailable(DETAILS)));
		ConnectionsHealthIndicator indicator = indicator(Mono.defer(response::get));
		assertThat(health(indicator).getStatus()).isEqualTo(Status.UNKNOWN);
		response.set(Mono.just("a page"));
		assertThat(health(indicator).getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(this.requests).hasValue(1);
		this.nanoTime.addAndGet(TTL.toNanos());
		assertThat(health(indicator).getStatus()).isEqualTo(Status.UP);
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void goesOnWithCheckWhenProbeIsCancelled() {
		TestPublisher<String> response = TestPublisher.create();
		ConnectionsHealthIndicator indicator = indicator(response.mono());
		for (int i = 0; i < 10; i++) {
			Disposable probe = indicator.health().subscribe();
			probe.dispose();
		}
		response.assertNotCancelled();
		response.emit("a page");
		assertThat(health(indicator).getStatus()).isEqualTo(Status.UP);
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void completesOtherChecksWhenOneIsCancelled() {
		TestPublisher<String> response = TestPublisher.create();
		ConnectionsHealthIndicator indicator = indicator(response.mono());
		Disposable impatient = indicator.health().subscribe();
		StepVerifier.create(indicator.health())
			.then(impatient::dispose)
			.then(() -> response.emit("a page"))
			.assertNext((health) -> assertThat(health.getStatus()).isEqualTo(Status.UP))
			.expectComplete()
			.verify(LONG);
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void completesWithinTheTimeoutWhenVendorDoesNotRespond() {
		this.time.endsAfter(TIMEOUT, indicator(Mono.never()).health()).assertNext((health) -> {
			assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
			assertThat(health.getDetails()).containsEntry("reason", "unavailable");
		}).expectComplete().verify(LONG);
	}

	@Test
	void sharesTheCheckOfAVendorThatHangs() {
		ConnectionsHealthIndicator indicator = indicator(Mono.never());
		Flux<Health> probes = Flux.interval(Duration.ofSeconds(1), this.time.scheduler())
			.take(3)
			.flatMap((i) -> indicator.health());
		StepVerifier.create(probes)
			.then(this.time.passes(Duration.ofSeconds(4)))
			.expectNextCount(3)
			.expectComplete()
			.verify(LONG);
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void disablesRetriesAndIgnoresTheContextOfTheProbe() {
		AtomicReference<CallOptions> options = new AtomicReference<>();
		AtomicReference<Boolean> leaked = new AtomicReference<>();
		ConnectionsHealthIndicator indicator = indicator(Mono.deferContextual((context) -> {
			options.set(CallOptions.from(context));
			leaked.set(context.hasKey("of the probe"));
			return Mono.just("a page");
		}));
		indicator.health().contextWrite((context) -> context.put("of the probe", "x")).block(LONG);
		assertThat(options.get().maxAttempts()).isEqualTo(1);
		assertThat(options.get().timeout()).isPositive().isLessThan(TIMEOUT);
		assertThat(leaked.get()).isFalse();
	}

	@Test
	void leavesDetailsOutWhenTold() {
		Health health = indicator(Mono.error(new SsoApiException.Unauthorized(DETAILS))).health(false).block(LONG);
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).isEmpty();
	}

	@Test
	void rejectsTimesThatAreNotPositive() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ConnectionsHealthIndicator(Mono.empty(), Duration.ZERO, TIMEOUT));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ConnectionsHealthIndicator(Mono.empty(), TTL, Duration.ZERO));
	}

	private ConnectionsHealthIndicator indicator(Mono<?> probe) {
		Mono<?> counted = probe.doOnSubscribe((subscription) -> this.requests.incrementAndGet());
		return new ConnectionsHealthIndicator(counted, TTL, TIMEOUT, this.nanoTime::get,
				Clock.fixed(NOW, ZoneOffset.UTC), this.time::scheduler);
	}

	private static Health health(ConnectionsHealthIndicator indicator) {
		return indicator.health().block(LONG);
	}

}
