// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.regex.Pattern;

import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.ssoconnections.client.ratelimit.RateLimit;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.testing.Redis;
import io.lettuce.core.api.StatefulRedisConnection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rate limit of several instances, over a real Redis.
 */
@ExtendWith(OutputCaptureExtension.class)
class FleetRateLimitTests {

	private static final Duration WINDOW = Duration.ofSeconds(10);

	private static final RateLimit LIMIT = RateLimit.of(1000, WINDOW);

	/** For tests that are not about it: a slow machine is no reason to fall back. */
	private static final Duration PATIENT = Duration.ofSeconds(30);

	private static final Duration BOUND = Duration.ofMinutes(3);

	@RegisterExtension
	static final Redis redis = new Redis();

	// Takes almost a minute, as 5000 requests may not go out any faster. A slow machine
	// makes nothing wrong here, but two things imprecise. A thread that was held up
	// between its permit and its request sends late, and so into a window that others
	// have filled: the limit leaves room for 1 % of the window, and where this machine
	// held threads up for longer, the windows that must keep to it are shorter by as
	// much. And when no instance runs for half a second, the bucket is full and what
	// flows in is lost: such times do not count as time in which to use the limit.
	@Test
	@Tag("soak")
	void keepsEveryWindowOfTheFleetBelowTheLimitAndUsesIt() {
		Fleet fleet = new Fleet(LIMIT);
		for (int i = 0; i < 8; i++) {
			fleet.add(shared(redis.buckets(), "fleet", PATIENT).withInstances(8));
		}
		StatefulRedisConnection<String, byte[]> probe = redis.connect();
		long before = redis.roundTrips();
		Duration held;
		Duration stalled;
		try (Fleet.Stalls stalls = new Fleet.Stalls(() -> probe.sync().ping())) {
			fleet.call(625, 25).block(BOUND);
			held = stalls.longest();
			stalled = stalls.sum();
		}
		double roundTrips = (redis.roundTrips() - before) / 5000.0;
		Duration time = fleet.duration().minus(stalled);
		double used = 5000 * 10.0 / time.toMillis();
		System.out.printf("Fleet of 8: %d ms, held up %d ms, %d ms in all, most %d, used %.3f, round trips %.2f%n",
				fleet.duration().toMillis(), held.toMillis(), stalled.toMillis(), fleet.upstream().mostIn(WINDOW), used,
				roundTrips);
		assertThat(fleet.failures()).isEmpty();
		assertThat(fleet.responded()).isEqualTo(5000);
		assertThat(fleet.upstream().mostIn(shortened(WINDOW, held))).isLessThanOrEqualTo(LIMIT.limit());
		assertThat(used).isGreaterThanOrEqualTo(0.9);
		assertThat(roundTrips).isLessThan(2);
	}

	@Test
	@Tag("soak")
	void goesOnWithOwnSharesWhenTheStoreIsKilledAndTogetherWhenItIsBack(CapturedOutput output) {
		Duration window = Duration.ofSeconds(5);
		RateLimit limit = RateLimit.of(500, window);
		Fleet fleet = new Fleet(limit);
		for (int i = 0; i < 4; i++) {
			fleet.add(shared(redis.buckets(), "killed", Duration.ofMillis(500)).withInstances(4));
		}
		Duration held;
		try (Fleet.Stalls stalls = new Fleet.Stalls(() -> {
		})) {
			Disposable calls = fleet.call(10_000, 50).subscribe();
			wait(Duration.ofSeconds(6));
			int together = fleet.responded();
			redis.kill();
			wait(Duration.ofSeconds(8));
			int alone = fleet.responded() - together;
			redis.start();
			wait(Duration.ofSeconds(20));
			calls.dispose();
			held = stalls.longest();
			assertThat(together).isGreaterThan(250);
			assertThat(alone).isGreaterThan(300);
		}
		System.out.printf("Killed: held up %d ms, most %d%n", held.toMillis(), fleet.upstream().mostIn(window));
		assertThat(fleet.failures()).isEmpty();
		assertThat(fleet.upstream().mostIn(shortened(window, held))).isLessThanOrEqualTo(limit.limit());
		assertThat(count(output, "'killed' did not respond")).isEqualTo(4);
		assertThat(count(output, "'killed' is available again")).isEqualTo(4);
		assertThat(output).doesNotContain("onErrorDropped");
	}

	@Test
	void goesOnWithOwnShareWhenTheStoreHangs(CapturedOutput output) {
		Fleet fleet = new Fleet(LIMIT);
		ApiClient instance = fleet.add(shared(redis.buckets(), "hanging", Duration.ofMillis(250)).withInstances(8));
		Fleet.call(instance).block(BOUND);
		redis.connect().sync().clientPause(Duration.ofMinutes(5).toMillis());
		// That a call waits for 250 ms and no longer, SharedPermitsTests show on a clock
		// that nothing holds up
		assertThat(Flux.range(0, 100).flatMap((call) -> Fleet.call(instance), 100).collectList().block(BOUND))
			.hasSize(100);
		assertThat(count(output, "'hanging' did not respond")).isEqualTo(1);
	}

	@Test
	void sharesNothingWhenNamesDiffer() {
		RateLimit one = RateLimit.of(1, Duration.ofMinutes(10));
		Fleet fleet = new Fleet(one);
		ApiClient first = fleet.add(shared(redis.buckets(), "first", PATIENT));
		ApiClient second = fleet.add(shared(redis.buckets(), "second", PATIENT));
		assertThat(Fleet.call(first).block(BOUND)).isEmpty();
		assertThat(Fleet.call(second).block(BOUND)).isEmpty();
		assertThat(redis.keys()).containsExactlyInAnyOrder("first:1:600000:1", "second:1:600000:1");
	}

	@Test
	void sharesWhenNamesAreTheSame() {
		RateLimit one = RateLimit.of(1, Duration.ofMinutes(10));
		Fleet fleet = new Fleet(one);
		ApiClient first = fleet.add(shared(redis.buckets(), "same", PATIENT));
		ApiClient second = fleet.add(shared(redis.buckets(), "same", PATIENT));
		assertThat(Fleet.call(first).block(BOUND)).isEmpty();
		assertThat(Fleet.call(second).timeout(Duration.ofSeconds(2), Mono.empty()).block(BOUND)).isNull();
		assertThat(fleet.upstream().count()).isEqualTo(1);
	}

	@Test
	void removesBucketWhenItIsFullAgain() {
		Fleet fleet = new Fleet(LIMIT);
		ApiClient instance = fleet.add(shared(redis.buckets(), "kept", PATIENT));
		Fleet.call(instance).block(BOUND);
		assertThat(redis.connect().sync().pttl("kept:1000:10000:50")).isBetween(1L, 61_000L);
	}

	private static RateLimitSettings shared(AsyncProxyManager<String> buckets, String name, Duration timeout) {
		return RateLimitSettings.defaults().withShared(new RateLimitSettings.Shared(buckets, name, timeout));
	}

	private static Duration shortened(Duration window, Duration held) {
		Duration spare = window.dividedBy(100);
		Duration excess = held.multipliedBy(2).minus(spare);
		return excess.isNegative() ? window : window.minus(excess);
	}

	private static long count(CapturedOutput output, String text) {
		return Pattern.compile(Pattern.quote(text)).matcher(output).results().count();
	}

	private static void wait(Duration duration) {
		Mono.delay(duration).block(BOUND);
	}

}
