// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class RenewedLockTests {

	private static final Duration AT_MOST_FOR = Duration.ofSeconds(60);

	private final VirtualFleetTime time = new VirtualFleetTime();

	private final TestLocks locks = new TestLocks(this.time);

	private final VirtualTimeScheduler scheduler = this.time.newScheduler();

	private final RenewedLock lock = newLock();

	private final List<String> notifications = new ArrayList<>();

	private RenewedLock newLock() {
		return new RenewedLock("test", this.locks, AT_MOST_FOR, this.time.fleetClock());
	}

	private void start() {
		listen("");
		this.lock.start(this.scheduler, Duration.ZERO);
	}

	private void listen(String name) {
		this.lock.addListener(new FleetLock.Listener() {

			@Override
			public void onAcquired() {
				RenewedLockTests.this.notifications.add(name + "acquired");
			}

			@Override
			public void onLost() {
				RenewedLockTests.this.notifications.add(name + "lost");
			}

		});
	}

	private void pass(double seconds) {
		this.time.pass(Duration.ofMillis(Math.round(seconds * 1000)));
	}

	@Test
	void doesNothingBeforeTheStart() {
		pass(100);
		assertThat(this.lock.isHeld()).isFalse();
		assertThat(this.locks.calls()).isEmpty();
		assertThat(this.scheduler.getScheduledTaskCount()).isZero();
	}

	@Test
	void makesItsFirstAttemptAfterTheDelay() {
		this.lock.start(this.scheduler, FleetSettings.defaults().firstAttempt());
		pass(100);
		assertThat(this.locks.calls()).startsWith("acquire 24.0", "renew 44.0");
	}

	@ParameterizedTest
	@CsvSource({ "0, 20.0, 40.0", "1, 16.0, 32.0" })
	void acquiresAtTheStartAndRenewsAfterAThirdAtTheLatest(double random, double first, double second) {
		this.time.random(random);
		start();
		pass(45);
		assertThat(this.locks.calls()).startsWith("acquire 0.0", "renew " + first, "renew " + second);
		assertThat(this.lock.isHeld()).isTrue();
		pass(600);
		assertThat(this.lock.isHeld()).isTrue();
		assertThat(this.notifications).containsExactly("acquired");
	}

	@Test
	void acquiresWhenItIsFree() {
		this.locks.holdElsewhere(Duration.ofSeconds(50));
		start();
		pass(59);
		assertThat(this.lock.isHeld()).isFalse();
		pass(1);
		assertThat(this.lock.isHeld()).isTrue();
		assertThat(this.locks.calls()).containsExactly("acquire 0.0", "acquire 20.0", "acquire 40.0", "acquire 60.0");
		assertThat(this.notifications).containsExactly("acquired");
	}

	@Test
	void isLostWhenAnotherInstanceHoldsIt() {
		start();
		this.locks.holdElsewhere(Duration.ofSeconds(30));
		pass(20);
		assertThat(this.lock.isHeld()).isFalse();
		assertThat(this.notifications).containsExactly("acquired", "lost");
		pass(20);
		assertThat(this.lock.isHeld()).isTrue();
		assertThat(this.locks.calls()).doesNotContain("release");
	}

	@Test
	void isLostBeforeItEndsWhenItIsNotRenewedInTime(CapturedOutput output) {
		start();
		pass(20);
		this.locks.failing(new IllegalStateException("canary"));
		pass(53.9);
		assertThat(this.lock.isHeld()).isTrue();
		pass(0.1);
		assertThat(this.lock.isHeld()).isFalse();
		assertThat(this.notifications).containsExactly("acquired", "lost");
		assertThat(this.locks.isFree()).as("Lost before another instance can acquire it").isFalse();
		assertThat(this.locks.calls()).containsExactly("acquire 0.0", "renew 20.0", "renew 40.0", "renew 45.0",
				"renew 55.0");
		assertThat(output).containsOnlyOnce("WARN").contains("The lock test could not be acquired or renewed");
		this.locks.recover();
		pass(60);
		assertThat(this.lock.isHeld()).isTrue();
	}

	@Test
	void staysHeldWhenOneRenewalFails() {
		start();
		this.locks.failing(new IllegalStateException("canary"));
		pass(22);
		this.locks.recover();
		pass(100);
		assertThat(this.notifications).containsExactly("acquired");
		assertThat(this.locks.calls()).startsWith("acquire 0.0", "renew 20.0", "renew 25.0", "renew 45.0");
	}

	@ParameterizedTest
	@ValueSource(doubles = { 35, 54, 70 })
	void isNotHeldWhenTheRenewalReturnsTooLate(double seconds) {
		start();
		this.locks.fault((call) -> this.time.block(Duration.ofMillis(Math.round(seconds * 1000))));
		pass(20);
		assertThat(this.lock.isHeld()).isFalse();
		this.locks.recover();
		assertThat(this.notifications).containsExactly("acquired", "lost");
		assertThat(this.locks.calls()).as("Another instance may hold it, which a release would affect")
			.containsExactly("acquire 0.0", "renew 20.0");
	}

	@Test
	void isNotHeldWhenTheAcquisitionReturnsTooLate() {
		this.locks.fault((call) -> this.time.block(Duration.ofSeconds(54)));
		start();
		assertThat(this.lock.isHeld()).isFalse();
		assertThat(this.notifications).isEmpty();
	}

	@Test
	void isNotHeldForLongerThanFromBeforeTheCall() {
		this.locks.fault((call) -> this.time.block(Duration.ofSeconds(30)));
		start();
		this.locks.failing(new IllegalStateException("canary"));
		pass(23.9);
		assertThat(this.lock.isHeld()).isTrue();
		pass(0.1);
		assertThat(this.lock.isHeld()).isFalse();
	}

	@Test
	void isNotHeldAfterTheVirtualMachineWasSuspended() {
		start();
		this.time.suspend(Duration.ofSeconds(54));
		assertThat(this.lock.isHeld()).isFalse();
		this.time.pass(Duration.ofSeconds(60));
		assertThat(this.notifications).startsWith("acquired", "lost");
		assertThat(this.locks.calls()).doesNotContain("renew 20.0");
	}

	@Test
	void isHeldWhenTheClockIsSetBack() {
		start();
		this.time.suspend(Duration.ofHours(-1));
		pass(100);
		assertThat(this.notifications).containsExactly("acquired");
		this.time.suspend(Duration.ofHours(-1));
		this.locks.failing(new IllegalStateException("canary"));
		pass(60);
		assertThat(this.lock.isHeld()).isFalse();
	}

	@Test
	void retriesWithBackoffAndWarnsOncePerOutage(CapturedOutput output) {
		this.locks.failing(new IllegalStateException("a\nb"));
		start();
		pass(160);
		assertThat(this.locks.calls()).containsExactly("acquire 0.0", "acquire 5.0", "acquire 15.0", "acquire 35.0",
				"acquire 75.0", "acquire 135.0");
		assertThat(output).containsOnlyOnce("WARN").contains("IllegalStateException: a?b");
		this.locks.recover();
		pass(60);
		assertThat(this.lock.isHeld()).isTrue();
		this.locks.failing(new IllegalStateException("c"));
		pass(60);
		assertThat(StringUtils.countOccurrencesOf(output.getAll(), "WARN")).isEqualTo(2);
	}

	@Test
	void releasesAndAcquiresAgainWhatCannotBeRenewed(CapturedOutput output) {
		this.locks.fault((call) -> {
			if (call.equals("renew")) {
				throw new UnsupportedOperationException();
			}
		});
		start();
		pass(120);
		assertThat(this.locks.calls()).containsExactly("acquire 0.0", "renew 20.0", "release 48.0", "acquire 48.0",
				"release 96.0", "acquire 96.0");
		assertThat(output).containsOnlyOnce("WARN").contains("cannot be extended");
	}

	@Test
	void releasesForAnotherInstance() {
		start();
		this.lock.release();
		assertThat(this.lock.isHeld()).isFalse();
		assertThat(this.locks.isFree()).isTrue();
		assertThat(this.notifications).containsExactly("acquired", "lost");
		pass(59.9);
		assertThat(this.lock.isHeld()).isFalse();
		assertThat(this.locks.calls()).containsExactly("acquire 0.0", "release 0.0");
		pass(0.1);
		assertThat(this.lock.isHeld()).as("No other instance has acquired it").isTrue();
	}

	@Test
	void doesNotReleaseWhatItHasLost() {
		start();
		this.time.block(Duration.ofSeconds(54));
		this.lock.release();
		pass(1);
		assertThat(this.locks.calls()).containsExactly("acquire 0.0");
	}

	@Test
	void releasesAtTheStop() {
		start();
		this.lock.stop().subscribe();
		assertThat(this.locks.isFree()).isTrue();
		pass(600);
		assertThat(this.locks.calls()).containsExactly("acquire 0.0", "release 0.0");
		this.lock.start(this.scheduler, Duration.ZERO);
		assertThat(this.lock.isHeld()).as("Started again").isTrue();
	}

	@Test
	void stopsWhenTheReleaseFails(CapturedOutput output) {
		start();
		this.locks.failing(new IllegalStateException("canary"));
		this.lock.stop().subscribe();
		assertThat(this.lock.isHeld()).isFalse();
		assertThat(output).contains("The lock test could not be released, and ends by itself after 60 s");
	}

	@Test
	void notifiesAListenerThatIsAddedLater() {
		start();
		listen("late ");
		this.lock.release();
		pass(1);
		assertThat(this.notifications).containsExactly("acquired", "late acquired", "lost", "late lost");
	}

	@Test
	void goesOnWhenAListenerThrows() {
		this.lock.addListener(new FleetLock.Listener() {

			@Override
			public void onAcquired() {
				throw new AssertionError("From the listener");
			}

		});
		start();
		pass(100);
		assertThat(this.lock.isHeld()).isTrue();
		assertThat(this.notifications).containsExactly("acquired");
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "0, 7", "0, 19.9", "1, 0", "1, 15.9", "0.5, 3.3" })
	void takesOverFromAnInstanceThatWasKilled(double random, double seconds) {
		this.time.random(random);
		start();
		RenewedLock other = newLock();
		pass(3);
		other.start(this.time.newScheduler(), Duration.ZERO);
		pass(100 + seconds);
		assertThat(other.isHeld()).isFalse();
		this.time.kill(this.scheduler);
		Duration killedAt = this.time.passed();
		while (!other.isHeld()) {
			pass(0.1);
		}
		assertThat(this.time.passed().minus(killedAt)).isLessThanOrEqualTo(AT_MOST_FOR.plus(AT_MOST_FOR.dividedBy(3)));
	}

}
