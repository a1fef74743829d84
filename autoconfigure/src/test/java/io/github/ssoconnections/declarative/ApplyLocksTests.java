// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.fleet.FleetSettings;
import io.github.ssoconnections.fleet.Locks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ApplyLocks}, in virtual time.
 */
class ApplyLocksTests {

	private static final Account CLERK = Account.ofDefault("clerk");

	private static final ApplyOptions OPTIONS = ApplyOptions.DEFAULT.withHolder("nightly job");

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final Stored stored = new Stored();

	@AfterEach
	void dispose() {
		this.time.dispose();
	}

	private ApplyLocks locks(@Nullable Locks locks) {
		return new ApplyLocks(locks, FleetSettings.defaults(), this.time, this.time);
	}

	private ApplyLocks.Held acquire(ApplyLocks locks, Account account) {
		ApplyLocks.Held[] held = new ApplyLocks.Held[1];
		locks.acquire(account, OPTIONS).subscribe((lock) -> held[0] = lock);
		this.time.advanceTime();
		assertThat(held[0]).isNotNull();
		return held[0];
	}

	@Test
	void namesTheHolderAfterTheWait() {
		ApplyLocks locks = locks(null);
		ApplyLocks.Held held = acquire(locks, CLERK);
		assertThat(held.isHeld()).isTrue();
		acquire(locks, new Account("clerk", "europe"));
		StepVerifier.create(locks.acquire(CLERK, OPTIONS.withHolder("me").withLockTimeout(Duration.ofSeconds(5))))
			.then(() -> this.time.advanceTimeBy(Duration.ofMillis(4900)))
			.then(() -> this.time.advanceTimeBy(Duration.ofMillis(200)))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(AccountLockedException.class)
				.hasMessage("Nothing was written: another plan is being applied to clerk by nightly job"))
			.verify(Fixture.TIMEOUT);
		held.release().block(Fixture.TIMEOUT);
		acquire(locks, CLERK);
	}

	@Test
	void waitsUntilTheLockIsReleased() {
		ApplyLocks locks = locks(null);
		ApplyLocks.Held held = acquire(locks, CLERK);
		StepVerifier.create(locks.acquire(CLERK, OPTIONS))
			.then(() -> this.time.advanceTimeBy(Duration.ofSeconds(3)))
			.then(() -> held.release().block(Fixture.TIMEOUT))
			.then(() -> this.time.advanceTimeBy(Duration.ofSeconds(1)))
			.expectNextCount(1)
			.expectComplete()
			.verify(Fixture.TIMEOUT);
	}

	@Test
	void holdsASharedLockAndRenewsIt() {
		ApplyLocks one = locks(this.stored);
		ApplyLocks.Held held = acquire(one, CLERK);
		assertThat(this.stored.holders).containsOnlyKeys("sso-connections-apply-clerk-default");
		this.time.advanceTimeBy(Duration.ofMinutes(5));
		assertThat(held.isHeld()).isTrue();
		assertThat(this.stored.renewals).isEqualTo(15);
		StepVerifier.create(locks(this.stored).acquire(CLERK, OPTIONS.withLockTimeout(Duration.ZERO)))
			.then(this.time::advanceTime)
			.expectErrorSatisfies((failure) -> assertThat(failure).hasMessageEndingWith("by host-1"))
			.verify(Fixture.TIMEOUT);
		StepVerifier.create(held.release()).then(this.time::advanceTime).expectComplete().verify(Fixture.TIMEOUT);
		assertThat(this.stored.holders).isEmpty();
		this.time.advanceTimeBy(Duration.ofMinutes(5));
		assertThat(this.stored.renewals).as("not after the release").isEqualTo(15);
		acquire(locks(this.stored), CLERK);
	}

	@Test
	void losesASharedLockThatIsNotRenewed() {
		ApplyLocks.Held held = acquire(locks(this.stored), CLERK);
		this.stored.failure = new IllegalStateException("no database");
		this.time.advanceTimeBy(Duration.ofSeconds(53));
		assertThat(held.isHeld()).isTrue();
		this.time.advanceTimeBy(Duration.ofSeconds(2));
		assertThat(held.isHeld()).isFalse();
		StepVerifier.create(held.release()).then(this.time::advanceTime).expectComplete().verify(Fixture.TIMEOUT);
		assertThat(this.stored.holders).as("another instance may hold it").isNotEmpty();
	}

	@Test
	void beginsNoStepAfterTheLockIsLost() {
		ApplyLocks.Held held = acquire(locks(this.stored), CLERK);
		ReconciliationVendor vendor = mock(ReconciliationVendor.class);
		given(vendor.create(any())).willReturn(Mono.fromRunnable(() -> {
			this.stored.failure = new IllegalStateException("no database");
			this.time.advanceTimeBy(Duration.ofMinutes(1));
		}));
		PlannedConnection creation = new PlannedConnection(PlanAction.CREATE, "acme", DesiredConnection.of("acme"),
				Map.of(), null, List.of(), List.of(), Set.of(), null, List.of());
		ConnectionPlan plan = new ConnectionPlan(CLERK, "api.clerk.com", Instant.EPOCH, List.of(creation, creation),
				List.of(), List.of(), List.of(), 0);
		assertThat(new Applier(vendor).apply(plan, held).collectList().block(Fixture.TIMEOUT))
			.extracting(AppliedStep::outcome)
			.containsExactly(StepOutcome.DONE, StepOutcome.NOT_RUN);
		then(vendor).should().create(any());
	}

	@Test
	void losesASharedLockThatSomebodyElseHolds() {
		ApplyLocks.Held held = acquire(locks(this.stored), CLERK);
		this.stored.holders.put("sso-connections-apply-clerk-default", "host-2");
		this.time.advanceTimeBy(Duration.ofSeconds(21));
		assertThat(held.isHeld()).isFalse();
	}

	@Test
	void releasesTheLocalLockIfTheSharedOneCannotBeReached() {
		ApplyLocks locks = locks(this.stored);
		this.stored.failure = new IllegalStateException("no database");
		StepVerifier.create(locks.acquire(CLERK, OPTIONS))
			.then(this.time::advanceTime)
			.expectErrorMessage("no database")
			.verify(Fixture.TIMEOUT);
		this.stored.failure = null;
		acquire(locks, CLERK);
	}

	@Test
	void releasesASharedLockThatIsAcquiredAfterACancellation() {
		Disposable[] waiting = new Disposable[1];
		this.stored.beforeAcquire = () -> waiting[0].dispose();
		ApplyLocks locks = locks(this.stored);
		waiting[0] = locks.acquire(CLERK, OPTIONS).subscribe();
		this.time.advanceTime();
		assertThat(this.stored.acquisitions).isEqualTo(1);
		assertThat(this.stored.holders).isEmpty();
		this.stored.beforeAcquire = () -> {
		};
		acquire(locks, CLERK);
	}

	@Test
	void limitsTheNameOfASharedLock() {
		acquire(locks(this.stored), new Account("clerk", "a".repeat(40)));
		assertThat(this.stored.holders.keySet()).singleElement()
			.satisfies((name) -> assertThat(name.length()).isLessThanOrEqualTo(64));
	}

	private static final class Stored implements Locks {

		private final Map<String, String> holders = new ConcurrentHashMap<>();

		private int renewals;

		private int acquisitions;

		private Runnable beforeAcquire = () -> {
		};

		private @Nullable RuntimeException failure;

		private void fail() {
			if (this.failure != null) {
				throw this.failure;
			}
		}

		@Override
		public Optional<Held> acquire(String name, Duration atMostFor) {
			fail();
			this.acquisitions++;
			this.beforeAcquire.run();
			return (this.holders.putIfAbsent(name, "host-1") == null) ? Optional.of(held(name)) : Optional.empty();
		}

		@Override
		public Optional<String> holder(String name) {
			return Optional.ofNullable(this.holders.get(name));
		}

		private Held held(String name) {
			return new Held() {

				@Override
				public Optional<Held> renew(Duration atMostFor) {
					fail();
					Stored.this.renewals++;
					return Stored.this.holders.get(name).equals("host-1") ? Optional.of(held(name)) : Optional.empty();
				}

				@Override
				public void release() {
					Stored.this.holders.remove(name);
				}

			};
		}

	}

}
