// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.testing.VirtualTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlinesTests {

	private VirtualTime time = new VirtualTime();

	private final List<String> ended = new ArrayList<>();

	private final Deadlines deadlines = new Deadlines(ClientTime.of(() -> this.time.scheduler()));

	@Test
	void endsWhatHasNoTimeLeftAndNotSooner() {
		add("one", 1000);
		pass(999);
		assertThat(this.ended).isEmpty();
		pass(1);
		assertThat(this.ended).containsExactly("one");
		pass(10_000);
		assertThat(this.ended).containsExactly("one");
	}

	@Test
	void endsInTheOrderOfTheTimes() {
		add("last", 3000);
		add("first", 1000);
		add("second", 2000);
		add("before all", 500);
		add("with the first", 1000);
		pass(500);
		assertThat(this.ended).containsExactly("before all");
		pass(500);
		assertThat(this.ended).containsExactly("before all", "first", "with the first");
		pass(1000);
		assertThat(this.ended).hasSize(4).endsWith("second");
		pass(1000);
		assertThat(this.ended).hasSize(5).endsWith("last");
	}

	@Test
	void forgetsWhatWasRemoved() {
		Named first = add("first", 1000);
		Named middle = add("middle", 1000);
		add("stays", 1000);
		Named last = add("last", 1000);
		this.deadlines.remove(middle);
		this.deadlines.remove(first);
		this.deadlines.remove(last);
		this.deadlines.remove(last);
		pass(1000);
		assertThat(this.ended).containsExactly("stays");
	}

	@Test
	void endsWhatIsAddedAfterAnotherWasRemoved() {
		this.deadlines.remove(add("removed", 1000));
		pass(400);
		add("later", 1000);
		pass(999);
		assertThat(this.ended).isEmpty();
		pass(1);
		assertThat(this.ended).containsExactly("later");
		pass(5000);
		add("much later", 1000);
		pass(1000);
		assertThat(this.ended).containsExactly("later", "much later");
	}

	@Test
	void hasOneTimerForAll() {
		List<Named> all = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			all.add(add("number " + i, 1000));
		}
		assertThat(this.time.scheduled()).isEqualTo(1);
		all.subList(1, 1000).forEach(this.deadlines::remove);
		for (int i = 0; i < 1000; i++) {
			this.deadlines.remove(add("again " + i, 1000));
		}
		assertThat(this.time.scheduled()).isEqualTo(1);
		assertThat(this.ended).isEmpty();
	}

	@Test
	void keepsItsTimerForTheNextCall() {
		for (int i = 0; i < 1000; i++) {
			this.deadlines.remove(add("number " + i, 60_000));
			pass(1);
		}
		assertThat(this.time.scheduled()).isEqualTo(1);
		pass(60_000);
		// Counts all that ever were
		assertThat(this.time.scheduled()).isEqualTo(1);
		assertThat(this.ended).isEmpty();
	}

	@Test
	void hasNotLostItsTimerWhenTheSchedulerIsAnother() {
		this.deadlines.remove(add("removed", 1000));
		this.time = new VirtualTime();
		add("after", 1000);
		pass(1000);
		assertThat(this.ended).containsExactly("after");
	}

	@Test
	void endsAtOnceWithoutTime() {
		add("now", 0);
		pass(0);
		assertThat(this.ended).containsExactly("now");
	}

	private Named add(String name, long millis) {
		Named deadline = new Named(name);
		this.deadlines.add(deadline, Duration.ofMillis(millis));
		return deadline;
	}

	private void pass(long millis) {
		this.time.pass(Duration.ofMillis(millis));
	}

	private final class Named extends Deadlines.Deadline {

		private final String name;

		Named(String name) {
			this.name = name;
		}

		@Override
		public void run() {
			DeadlinesTests.this.ended.add(this.name);
		}

	}

}
