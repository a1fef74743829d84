// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.ratelimit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import java.util.function.Supplier;

import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.RemoteAsyncBucketBuilder;
import io.github.ssoconnections.client.Fleet;
import io.github.ssoconnections.client.Upstream;
import io.github.ssoconnections.testing.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * When the shared bucket is requested, and the fallback when it does not respond. All on
 * virtual time.
 */
class SharedPermitsTests {

	private static final RateLimit LIMIT = RateLimit.of(1000, Duration.ofSeconds(10));

	/** A tenth of the limit, of which 5 may go out at once. */
	private static final int INSTANCES = 10;

	private final VirtualTime time = new VirtualTime();

	private final List<Long> requested = new ArrayList<>();

	private final List<PermitSource.Acquired> taken = new ArrayList<>();

	private Supplier<CompletableFuture<Long>> store = () -> CompletableFuture.completedFuture(0L);

	private SharedPermits permits;

	@BeforeEach
	void setUp() {
		AsyncProxyManager<String> buckets = buckets((wanted) -> {
			this.requested.add(wanted);
			return this.store.get();
		});
		this.permits = new SharedPermits(new RateLimitSettings.Shared(buckets, "name", Duration.ofMillis(250)), LIMIT,
				new LocalPermits(LIMIT.share(INSTANCES), this.time.clock()), this.time.clock(), this.time::scheduler);
	}

	@SuppressWarnings("unchecked")
	private static AsyncProxyManager<String> buckets(LongFunction<CompletableFuture<Long>> store) {
		AsyncProxyManager<String> buckets = mock();
		RemoteAsyncBucketBuilder<String> builder = mock();
		AsyncBucketProxy bucket = mock();
		given(buckets.builder()).willReturn(builder);
		given(builder.build(anyString(), any(Supplier.class))).willReturn(bucket);
		given(bucket.tryConsumeAsMuchAsPossible(anyLong()))
			.willAnswer((invocation) -> store.apply(invocation.getArgument(0)));
		return buckets;
	}

	@AfterEach
	void tearDown() {
		Hooks.resetOnErrorDropped();
	}

	// The same over a real Redis, on the clock of the machine, in FleetRateLimitTests
	@Test
	void keepsEveryWindowOfAFleetBelowTheLimitAndUsesIt() {
		LocalPermits store = new LocalPermits(LIMIT, this.time.clock());
		AsyncProxyManager<String> buckets = buckets((wanted) -> {
			this.requested.add(wanted);
			return CompletableFuture.completedFuture(store.acquireNow(wanted).permits());
		});
		Fleet fleet = new Fleet(LIMIT, new Upstream(this.time));
		for (int i = 0; i < 8; i++) {
			fleet.add(RateLimitSettings.defaults()
				.withShared(new RateLimitSettings.Shared(buckets, "fleet", Duration.ofMillis(250)))
				.withInstances(8));
		}
		fleet.call(625, 25).subscribe();
		pass(Duration.ofMinutes(2));
		assertThat(fleet.failures()).isEmpty();
		assertThat(fleet.responded()).isEqualTo(5000);
		assertThat(fleet.upstream().mostIn(Duration.ofSeconds(10))).isLessThanOrEqualTo(LIMIT.limit());
		assertThat(5000 * 10.0 / fleet.duration().toMillis()).isGreaterThanOrEqualTo(0.9);
		assertThat(this.requested.size() / 5000.0).isLessThan(2);
	}

	@Test
	void requestsAllThatAreWanted() {
		this.store = () -> CompletableFuture.completedFuture(7L);
		take(7);
		assertThat(this.requested).containsExactly(7L);
		assertThat(last()).isEqualTo(new PermitSource.Acquired(7, Duration.ZERO));
	}

	@Test
	void requestsNothingBeforeTheStoreIsWorthAsking() {
		take(7);
		assertThat(last().permits()).isZero();
		for (int i = 0; i < 100; i++) {
			take(8);
			assertThat(last().permits()).isZero();
			assertThat(last().next()).isPositive();
		}
		assertThat(this.requested).containsExactly(7L);
		pass(last().next());
		take(8);
		assertThat(this.requested).containsExactly(7L, 8L);
	}

	@Test
	void requestsLessOftenWhenOthersTakeThePermitsButOnceASecondAtLeast() {
		long requested = 0;
		for (int i = 0; i < 20; i++) {
			take(100);
			requested++;
			pass(last().next());
		}
		assertThat(this.requested).hasSize((int) requested);
		take(100);
		assertThat(last().next()).isBetween(Duration.ofMillis(750), Duration.ofMillis(1250));
		this.store = () -> CompletableFuture.completedFuture(50L);
		for (int i = 0; i < 2; i++) {
			pass(last().next());
			take(100);
		}
		assertThat(last().next()).isLessThan(Duration.ofMillis(70));
	}

	@Test
	void waitsForTheStoreNoLongerThanTheTimeout() {
		this.store = CompletableFuture::new;
		take(1);
		pass(Duration.ofMillis(249));
		assertThat(this.taken).isEmpty();
		pass(Duration.ofMillis(1));
		assertThat(last().permits()).isEqualTo(1);
	}

	@Test
	void goesOnWithOwnShareAtOnceWhenTheStoreFails() {
		this.store = () -> CompletableFuture.failedFuture(new IllegalStateException());
		take(100);
		assertThat(last().permits()).isEqualTo(5);
	}

	@Test
	void goesOnWithOwnShareAtOnceWhenTheStoreCannotBeAsked() {
		this.store = () -> {
			throw new IllegalStateException();
		};
		take(100);
		assertThat(last().permits()).isEqualTo(5);
	}

	@Test
	void leavesTheStoreAloneForFiveSecondsWhenItFailed() {
		this.store = () -> CompletableFuture.failedFuture(new IllegalStateException());
		take(1);
		for (int i = 0; i < 49; i++) {
			pass(Duration.ofMillis(100));
			take(1);
			assertThat(last().permits()).isEqualTo(1);
		}
		assertThat(this.requested).hasSize(1);
		pass(Duration.ofMillis(100));
		take(1);
		assertThat(this.requested).hasSize(2);
	}

	@Test
	void staysWithinOwnShareUntilAllInstancesMayHaveNoticedThatTheStoreIsBack() {
		this.store = () -> CompletableFuture.failedFuture(new IllegalStateException());
		take(1);
		pass(Duration.ofSeconds(5));
		this.store = () -> CompletableFuture.completedFuture(this.requested.get(this.requested.size() - 1));
		take(100);
		assertThat(last().permits()).isEqualTo(5);
		pass(Duration.ofMillis(9999));
		take(100);
		assertThat(last().permits()).isEqualTo(5);
		pass(Duration.ofMillis(1));
		take(100);
		assertThat(last().permits()).isEqualTo(100);
	}

	@Test
	void dropsNoErrorWhenAFailureComesAfterTheTimeout() {
		List<Throwable> dropped = new ArrayList<>();
		Hooks.onErrorDropped(dropped::add);
		CompletableFuture<Long> late = new CompletableFuture<>();
		this.store = () -> late;
		take(1);
		pass(Duration.ofMillis(250));
		late.completeExceptionally(new IllegalStateException());
		assertThat(late).isNotCancelled();
		assertThat(dropped).isEmpty();
	}

	private void take(long wanted) {
		this.permits.acquire(wanted).subscribe(this.taken::add);
	}

	private PermitSource.Acquired last() {
		return this.taken.get(this.taken.size() - 1);
	}

	private void pass(Duration duration) {
		this.time.pass(duration);
	}

}
