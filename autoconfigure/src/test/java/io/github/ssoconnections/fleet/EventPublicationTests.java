// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.ssoconnections.account.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class EventPublicationTests {

	private final VirtualFleetTime time = new VirtualFleetTime();

	private final TestLocks locks = new TestLocks(this.time);

	private final TestEventStore store = new TestEventStore(this.time.clock());

	private VirtualInstance alone() {
		return new VirtualInstance(this.time, null, null);
	}

	private VirtualInstance withLocks() {
		return new VirtualInstance(this.time, this.locks, null).start();
	}

	private VirtualInstance withStore() {
		return new VirtualInstance(this.time, this.locks, this.store).start();
	}

	private static void publish(VirtualInstance instance, String... keys) {
		for (String key : keys) {
			instance.publication().publish(key, "event " + key);
		}
	}

	private void pass(Duration time) {
		this.time.pass(time);
	}

	@Test
	void publishesAtOnceOnTheCallingThreadWithoutLocks() {
		VirtualInstance instance = alone();
		publish(instance, "a");
		assertThat(instance.events()).containsExactly("event a");
		instance.start();
		publish(instance, "a");
		assertThat(instance.events()).containsExactly("event a");
		assertThat(instance.publication().lock().isHeld()).isTrue();
		assertThat(instance.scheduler().getScheduledTaskCount()).isZero();
	}

	@Test
	void publishesWhatAListenerPublishesAfterwards() {
		VirtualInstance instance = alone();
		instance.listener((event) -> {
			if (event.equals("event a")) {
				publish(instance, "b");
				assertThat(instance.events()).containsExactly("event a");
			}
		});
		publish(instance, "a");
		assertThat(instance.events()).containsExactly("event b");
	}

	@Test
	void saysOnceThatEveryInstancePublishes(CapturedOutput output) {
		VirtualInstance instance = alone().start();
		instance.publications().stop();
		instance.start();
		assertThat(output).containsOnlyOnce("Every instance of this application publishes the events of its refreshes");
		withLocks();
		assertThat(output).containsOnlyOnce("Every instance of this application publishes");
	}

	@Test
	void publishesInTheInstanceThatHoldsTheLock() {
		VirtualInstance holder = withLocks();
		VirtualInstance other = withLocks();
		publish(other, "a");
		publish(holder, "a", "b");
		assertThat(holder.events()).containsExactly("event a", "event b");
		pass(Duration.ofHours(1));
		assertThat(other.events()).isEmpty();
		assertThat(holder.events()).isEmpty();
	}

	@Test
	void publishesInOrderWhatIsPendingWhenItTakesOver() {
		VirtualInstance holder = withLocks();
		VirtualInstance other = withLocks();
		publish(other, "a", "b", "c", "a");
		pass(Duration.ofMinutes(1));
		holder.kill();
		publish(other, "d");
		pass(Duration.ofSeconds(80));
		assertThat(other.events()).containsExactly("event b", "event c", "event a", "event d");
		publish(other, "e");
		assertThat(other.events()).containsExactly("event e");
		pass(Duration.ofHours(1));
		assertThat(other.events()).isEmpty();
	}

	@Test
	void takesOverAtOnceWhenTheHolderStops() {
		VirtualInstance holder = withLocks();
		VirtualInstance other = withLocks();
		holder.publications().stop();
		assertThat(this.locks.isFree()).isTrue();
		pass(Duration.ofSeconds(20));
		assertThat(other.holdsLock()).isTrue();
	}

	@Test
	void keepsEventsUntilTheStart() {
		VirtualInstance instance = new VirtualInstance(this.time, this.locks, this.store);
		publish(instance, "a");
		pass(Duration.ofMinutes(1));
		assertThat(instance.events()).isEmpty();
		assertThat(instance.scheduler().getScheduledTaskCount()).isZero();
		instance.start();
		assertThat(instance.events()).containsExactly("event a");
	}

	@Test
	void keepsEventsAsLongAsTheHolderMayNotHavePublishedThem() {
		VirtualInstance holder = withLocks();
		VirtualInstance other = withLocks();
		publish(other, "a");
		pass(FleetSettings.defaults().retention(Duration.ofHours(1)).minusMinutes(1));
		publish(other, "b");
		pass(Duration.ofMinutes(2));
		holder.kill();
		pass(Duration.ofSeconds(80));
		assertThat(other.events()).containsExactly("event b");
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.1, 7, 19.9 })
	void publishesWhatIsPendingWhenAnotherInstanceStartsAsTheHolderStops(double seconds) {
		VirtualInstance holder = withLocks();
		VirtualInstance other = withLocks();
		publish(other, "a");
		pass(Duration.ofMillis(Math.round(seconds * 1000)));
		holder.publications().stop();
		VirtualInstance started = withLocks();
		pass(FleetSettings.defaults().retention(Duration.ofHours(1)).plusMinutes(2));
		assertThat(other.events()).containsExactly("event a");
		assertThat(started.events()).isEmpty();
	}

	@Test
	void publishesWhatNoHolderHasPublishedInsteadOfDroppingIt() {
		VirtualInstance holder = withStore();
		VirtualInstance other = withStore();
		publish(other, "a", "b");
		publish(holder, "a");
		other.publication().publishChange("on", "off", "event on");
		pass(FleetSettings.defaults().retention(Duration.ofHours(1)));
		assertThat(other.events()).isEmpty();
		pass(Duration.ofMinutes(1));
		assertThat(other.events()).containsExactly("event b", "event on");
		publish(holder, "b");
		holder.publication().publishChange("on", "off", "event on");
		assertThat(holder.events()).containsExactly("event a");
		assertThat(holder.holdsLock()).isTrue();
	}

	@Test
	void dropsWhatTheHolderHasPublishedThoughStatesHaveComeBack() {
		VirtualInstance holder = withStore();
		VirtualInstance other = withStore();
		for (VirtualInstance instance : List.of(other, holder)) {
			instance.publication().publishChange("on", "off", "event 1");
			instance.publication().publishChange("off", "on", "event 2");
			instance.publication().publishChange("on", "off", "event 3");
		}
		assertThat(holder.events()).hasSize(3);
		pass(FleetSettings.defaults().retention(Duration.ofHours(1)).plusMinutes(1));
		assertThat(other.events()).isEmpty();
		holder.kill();
		pass(Duration.ofSeconds(80));
		assertThat(other.events()).isEmpty();
		assertThat(other.holdsLock()).isTrue();
	}

	@Test
	void keepsEventsThatAreDueWhileTheStoreFails() {
		Duration retention = FleetSettings.defaults().retention(Duration.ofHours(1)).plusMinutes(1);
		withStore();
		VirtualInstance other = withStore();
		publish(other, "a");
		this.store.fault(Mono.error(new IllegalStateException("canary")));
		pass(retention);
		assertThat(other.events()).isEmpty();
		this.store.fault(Mono.empty());
		pass(retention);
		assertThat(other.events()).containsExactly("event a");
	}

	@Test
	void keepsEventsForTwoRefreshesWithJitterAndTheTimeToTakeOver() {
		assertThat(FleetSettings.defaults().retention(Duration.ofHours(1)))
			.isEqualTo(Duration.ofMinutes(2 * (66 + 30)).plusSeconds(80));
		assertThat(FleetSettings.defaults().retention(Duration.ofMinutes(5)))
			.isEqualTo(Duration.ofMinutes(2 * (33 + 30)).plusSeconds(80));
	}

	@Test
	void keepsEventsWhileNoInstanceIsKnownToHoldTheLock() {
		VirtualInstance holder = withLocks();
		VirtualInstance other = withLocks();
		this.locks.failing(new IllegalStateException("canary"));
		pass(Duration.ofMinutes(1));
		publish(other, "a");
		pass(Duration.ofDays(1));
		holder.kill();
		this.locks.recover();
		pass(Duration.ofMinutes(1));
		assertThat(other.events()).containsExactly("event a");
	}

	@Test
	void keepsEventsOfAnOutageForTheTimeAfterIt() {
		this.locks.holdElsewhere(Duration.ofSeconds(30));
		VirtualInstance other = withLocks();
		this.locks.failing(new IllegalStateException("canary"));
		publish(other, "a");
		pass(Duration.ofDays(1));
		this.locks.recover();
		this.locks.holdElsewhere(Duration.ofMinutes(190));
		pass(Duration.ofMinutes(192));
		assertThat(other.events()).containsExactly("event a");
	}

	@Test
	void keepsAtMostTenThousandEventsWithoutTheLock(CapturedOutput output) {
		VirtualInstance holder = withLocks();
		VirtualInstance other = withLocks();
		IntStream.rangeClosed(1, 10_003).forEach((number) -> publish(other, "k" + number));
		assertThat(output).containsOnlyOnce("More than 10000 events of clerk");
		holder.kill();
		pass(Duration.ofSeconds(80));
		assertThat(other.events()).hasSize(10_000).startsWith("event k4").endsWith("event k10003");
		assertThat(output).containsOnlyOnce("3 events of clerk were dropped before this instance took over");
	}

	@Test
	void keepsAtMostTenThousandEventsWithTheLock(CapturedOutput output) {
		VirtualInstance holder = withStore();
		this.store.fault(Mono.delay(Duration.ofMillis(1), holder.scheduler()).then());
		IntStream.rangeClosed(1, 10_003).forEach((number) -> publish(holder, "k" + number));
		assertThat(output).containsOnlyOnce("More than 10000 events of clerk");
		pass(Duration.ofMinutes(1));
		assertThat(holder.events()).hasSize(10_000).startsWith("event k1", "event k5").endsWith("event k10003");
		assertThat(output).containsOnlyOnce("3 events of clerk were dropped because listeners or the store were");
	}

	@Test
	void publishesNothingWhoseKeyTheStoreHas() {
		VirtualInstance holder = withStore();
		VirtualInstance other = withStore();
		publish(holder, "a");
		publish(other, "a", "b");
		holder.kill();
		pass(Duration.ofSeconds(80));
		assertThat(other.events()).containsExactly("event b");
		VirtualInstance restarted = new VirtualInstance(this.time, null, this.store).start();
		publish(restarted, "a", "b", "c");
		assertThat(restarted.events()).containsExactly("event c");
	}

	@Test
	void publishesAgainWhatIsNotInTheStoreYet() {
		VirtualInstance holder = withStore();
		VirtualInstance other = withStore();
		publish(other, "a");
		holder.listener((event) -> this.store.fault(Mono.never()));
		publish(holder, "a");
		holder.kill();
		this.store.fault(Mono.empty());
		assertThat(holder.events()).containsExactly("event a");
		assertThat(this.store.added()).isEmpty();
		pass(Duration.ofSeconds(80));
		assertThat(other.events()).containsExactly("event a");
	}

	@Test
	void publishesNoStateThatWasSuperseded() {
		VirtualInstance holder = withStore();
		VirtualInstance other = withStore();
		for (VirtualInstance instance : List.of(holder, other)) {
			instance.publication().publishChange("b", "a", "to b");
			instance.publication().publishChange("c", "b", "to c");
			instance.publication().publishChange("b", "c", "back to b");
			instance.publication().publishChange("d", "b", "to d");
			instance.publication().publishChange("x", "w", "to x");
		}
		assertThat(holder.events()).containsExactly("to b", "to c", "back to b", "to d", "to x");
		holder.publications().stop();
		other.publication().publishChange("e", "d", "to e");
		pass(Duration.ofSeconds(80));
		assertThat(other.events()).containsExactly("to e");
	}

	@Test
	void publishesTheStatesThatTheHolderHasNotPublished() {
		VirtualInstance holder = withStore();
		VirtualInstance other = withStore();
		holder.publication().publishChange("b", "a", "to b");
		other.publication().publishChange("b", "a", "to b");
		other.publication().publishChange("c", "b", "to c");
		other.publication().publishChange("b", "c", "back to b");
		other.publication().publishChange("d", "b", "to d");
		holder.kill();
		pass(Duration.ofSeconds(80));
		assertThat(other.events()).containsExactly("to c", "back to b", "to d");
	}

	@Test
	void publishesOneEventOfEachStateWhenItTakesOver() {
		VirtualInstance holder = withStore();
		VirtualInstance other = withStore();
		other.publication().publishChange("on", "off", "event 1");
		other.publication().publishChange("off", "on", "event 2");
		other.publication().publishChange("on", "off", "event 3");
		holder.kill();
		pass(Duration.ofSeconds(80));
		assertThat(other.events()).containsExactly("event 2", "event 3");
	}

	@Test
	void keepsKeysForThatTime() {
		VirtualInstance holder = withStore();
		publish(holder, "a");
		holder.publication().publishChange("b", null, "event b");
		holder.publication().markPublished("c", null);
		holder.publication().refreshedEvery(Duration.ofMinutes(10)).publishChange("d", null, "event d");
		Duration retention = FleetSettings.defaults().retention(Duration.ofHours(1));
		assertThat(this.store.added()).containsExactly("a PT9600H", "b " + retention.multipliedBy(2),
				"c " + retention.multipliedBy(2), "d PT4H14M40S");
	}

	@Test
	void publishesAStateThatComesBackAgain() {
		VirtualInstance holder = withStore();
		holder.publication().publishChange("on", "off", "event 1");
		holder.publication().publishChange("off", "on", "event 2");
		holder.publication().publishChange("on", "off", "event 3");
		holder.publication().publishChange("on", "off", "event 3 found again");
		assertThat(holder.events()).containsExactly("event 1", "event 2", "event 3");
		holder.publication().markPublished("off", "on");
		holder.publication().publishChange("off", "on", "of the own operation");
		holder.publication().publishChange("on", "off", "event 4");
		assertThat(holder.events()).containsExactly("event 4");
	}

	@Test
	void doesNotPublishWhatAnInstanceHasPublishedItself() {
		VirtualInstance holder = withStore();
		VirtualInstance other = withStore();
		publish(other, "a", "b");
		other.publication().markPublished("a", null);
		publish(holder, "a");
		assertThat(holder.events()).isEmpty();
		holder.kill();
		pass(Duration.ofSeconds(80));
		assertThat(other.events()).containsExactly("event b");
	}

	@Test
	void doesNotPublishWhatItHasPublishedItselfWithoutAStore() {
		VirtualInstance holder = withLocks();
		VirtualInstance other = withLocks();
		publish(other, "a", "b");
		other.publication().markPublished("a", null);
		holder.kill();
		pass(Duration.ofSeconds(80));
		assertThat(other.events()).containsExactly("event b");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void publishesNoStateThatItHasReplacedItself(boolean stored) {
		VirtualInstance holder = stored ? withStore() : withLocks();
		VirtualInstance other = stored ? withStore() : withLocks();
		other.publication().publishChange("b", "a", "to b");
		other.publication().publishChange("c", "b", "to c");
		other.publication().publishChange("x", "w", "to x");
		other.publication().markPublished("a", "c");
		holder.kill();
		pass(Duration.ofSeconds(80));
		assertThat(other.events()).containsExactly("to x");
		other.publication().publishChange("b", "a", "to b again");
		assertThat(other.events()).containsExactly("to b again");
	}

	@Test
	void publishesNoStateThatItReplacesDuringTheLookUp() {
		VirtualInstance holder = withStore();
		this.store.fault(Mono.delay(Duration.ofSeconds(1), holder.scheduler()).then());
		holder.publication().publishChange("b", "a", "to b");
		holder.publication().markPublished("a", "b");
		pass(Duration.ofSeconds(10));
		assertThat(holder.events()).isEmpty();
		holder.publication().publishChange("b", "a", "to b again");
		pass(Duration.ofSeconds(10));
		assertThat(holder.events()).containsExactly("to b again");
	}

	@Test
	void addsTheKeyOfAnOwnOperationAfterTheEventInProgress() {
		VirtualInstance holder = withStore();
		this.store.fault(Mono.delay(Duration.ofSeconds(1), holder.scheduler()).then());
		holder.listener((event) -> holder.publication().markPublished("a", "b"));
		holder.publication().publishChange("b", "a", "to b");
		pass(Duration.ofSeconds(10));
		assertThat(this.store.added()).extracting((added) -> added.substring(0, 1)).containsExactly("b", "a", "a", "b");
		this.store.fault(Mono.empty());
		assertThat(this.store.contains("a").block(Duration.ofSeconds(20))).isTrue();
		assertThat(this.store.contains("b").block(Duration.ofSeconds(20))).isFalse();
	}

	@Test
	void publishesWhenTheStoreFails(CapturedOutput output) {
		VirtualInstance holder = withStore();
		this.store.fault(Mono.error(new IllegalStateException("a\nb")));
		publish(holder, "a", "b");
		assertThat(holder.events()).containsExactly("event a", "event b");
		assertThat(output).containsOnlyOnce("WARN")
			.contains("The store of published events has failed: events of clerk are published nevertheless")
			.contains("IllegalStateException: a?b");
		this.store.fault(Mono.empty());
		publish(holder, "c");
		this.store.fault(Mono.error(new IllegalStateException("c")));
		publish(holder, "d");
		assertThat(holder.events()).containsExactly("event c", "event d");
		assertThat(StringUtils.countOccurrencesOf(output.getAll(), "WARN")).as("One for each outage").isEqualTo(2);
	}

	@Test
	void publishesWhenTheStoreDoesNotRespond() {
		VirtualInstance holder = withStore();
		this.store.fault(Mono.never());
		publish(holder, "a");
		pass(PublishedKeys.TIMEOUT.minusMillis(100));
		assertThat(holder.events()).isEmpty();
		pass(Duration.ofMillis(100));
		assertThat(holder.events()).containsExactly("event a");
		publish(holder, "b");
		pass(PublishedKeys.TIMEOUT.multipliedBy(2));
		assertThat(holder.events()).containsExactly("event b");
	}

	@Test
	void publishesNothingWhenTheLockIsLostMeanwhile() {
		VirtualInstance holder = withStore();
		VirtualInstance other = withStore();
		this.store.fault(Mono.delay(Duration.ofSeconds(5), holder.scheduler()).then());
		publish(holder, "a");
		holder.publication().lock().release();
		this.store.fault(Mono.empty());
		pass(Duration.ofSeconds(20));
		assertThat(holder.events()).isEmpty();
		assertThat(other.holdsLock()).isTrue();
		other.kill();
		pass(Duration.ofMinutes(3));
		assertThat(holder.events()).as("Pending").containsExactly("event a");
	}

	@Test
	void goesOnWhenAListenerThrows(CapturedOutput output) {
		VirtualInstance holder = withLocks();
		holder.listener((event) -> {
			throw new AssertionError("From the listener");
		});
		publish(holder, "a", "b");
		assertThat(holder.events()).containsExactly("event a", "event b");
		assertThat(output).containsOnlyOnce("A listener for String has failed");
	}

	@Test
	void publishesWhatIsPendingBeforeItStops() {
		VirtualInstance holder = withStore();
		this.store.fault(Mono.delay(Duration.ofSeconds(1), holder.scheduler()).then());
		publish(holder, "a", "b");
		holder.publications().stop(() -> holder.listener((event) -> {
			throw new AssertionError("After the stop");
		}));
		assertThat(this.locks.isFree()).isFalse();
		pass(Duration.ofSeconds(4));
		assertThat(holder.events()).containsExactly("event a", "event b");
		assertThat(this.store.added()).hasSize(2);
		assertThat(this.locks.isFree()).isTrue();
	}

	@Test
	void stopsAfterAWhileWhenThePublicationDoesNotEnd() {
		VirtualInstance holder = withStore();
		this.store.fault(Mono.never());
		publish(holder, "a");
		holder.publications().stop(() -> {
		});
		pass(EventPublication.STOP_TIMEOUT);
		assertThat(this.locks.isFree()).isTrue();
		assertThat(holder.scheduler().isDisposed()).isTrue();
		assertThat(holder.events()).isEmpty();
	}

	@Test
	void namesLocksByAccountWithinTheColumnOfShedLock() {
		List<String> names = new ArrayList<>();
		Locks locks = (name, atMostFor) -> {
			names.add(name + " " + atMostFor);
			return Optional.empty();
		};
		VirtualInstance instance = new VirtualInstance(this.time, locks, null);
		instance.publications().forAccount(new Account("auth0", "europe"));
		instance.start();
		assertThat(names).containsExactly("sso-connections-clerk-default PT1M", "sso-connections-auth0-europe PT1M");
		String longest = "p".repeat(16) + "-auth0-" + "a".repeat(40);
		assertThat(FleetSettings.isLockPrefix("p".repeat(16))).isTrue();
		assertThat(FleetSettings.isLockPrefix("p".repeat(17))).isFalse();
		assertThat(Account.isName("a".repeat(40))).isTrue();
		assertThat(longest).hasSizeLessThanOrEqualTo(64);
	}

	@Test
	void returnsTheSamePublicationForAnAccount() {
		VirtualInstance instance = withLocks();
		assertThat(instance.publication()).isSameAs(instance.publication());
	}

}
