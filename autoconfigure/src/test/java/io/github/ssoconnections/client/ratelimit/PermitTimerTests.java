// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.ratelimit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.testing.VirtualTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When the next attempt to acquire permits begins.
 */
class PermitTimerTests {

	private final VirtualTime time = new VirtualTime();

	private final List<Long> attempts = new ArrayList<>();

	private final PermitTimer timer = new PermitTimer(this.time.clock(), this.time::scheduler, this::attempt);

	@Test
	void keepsAnEarlierTime() {
		schedule(2);
		schedule(3);
		schedule(2);
		this.time.pass(Duration.ofSeconds(10));
		assertThat(this.attempts).containsExactly(2L);
		assertThat(this.time.scheduled()).isEqualTo(1);
	}

	@Test
	void replacesALaterTime() {
		schedule(3);
		schedule(2);
		this.time.pass(Duration.ofSeconds(10));
		assertThat(this.attempts).containsExactly(2L);
	}

	@Test
	void comparesTimesRatherThanDelays() {
		schedule(3);
		this.time.pass(Duration.ofSeconds(2));
		schedule(2);
		this.time.pass(Duration.ofSeconds(10));
		assertThat(this.attempts).containsExactly(3L);
	}

	@Test
	void isScheduledAgainOnceItHasFired() {
		schedule(1);
		this.time.pass(Duration.ofSeconds(1));
		schedule(4);
		this.time.pass(Duration.ofSeconds(10));
		assertThat(this.attempts).containsExactly(1L, 5L);
	}

	private void schedule(long seconds) {
		this.timer.schedule(TimeUnit.SECONDS.toNanos(seconds));
	}

	private void attempt() {
		this.timer.fired();
		this.attempts.add(TimeUnit.NANOSECONDS.toSeconds(this.time.nanos()));
	}

}
