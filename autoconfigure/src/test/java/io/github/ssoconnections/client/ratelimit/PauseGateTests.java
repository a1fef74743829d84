// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.ratelimit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.client.ratelimit.RateLimiter.Permit;
import io.github.ssoconnections.testing.VirtualTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When a request may pass after a 429.
 */
class PauseGateTests {

	private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(10);

	private final VirtualTime time = new VirtualTime();

	private final PauseGate gate = new PauseGate(this.time.clock(), PROBE_TIMEOUT);

	@Test
	void isOpenAtFirst() {
		assertThat(this.gate.isClosed()).isFalse();
		assertThat(this.gate.waitNanos()).isZero();
		assertThat(this.gate.pass()).isSameAs(Permit.ORDINARY);
		assertThat(this.gate.release(Permit.ORDINARY)).isFalse();
	}

	@Test
	void delaysEveryPermitDuringThePause() {
		this.gate.close(Duration.ofSeconds(3));
		pass(1);
		assertThat(this.gate.isClosed()).isTrue();
		assertThat(this.gate.waitNanos()).isEqualTo(seconds(2));
		assertThat(this.gate.pauseLeft().toNanos()).isEqualTo(seconds(2));
		assertThat(this.gate.isPausedUntil(seconds(3))).isTrue();
		assertThat(this.gate.isPausedUntil(seconds(3) + 1)).isFalse();
	}

	@Test
	void extendsThePauseAndNeverShortensIt() {
		this.gate.close(Duration.ofSeconds(3));
		this.gate.close(Duration.ofSeconds(1));
		assertThat(this.gate.pauseLeft().toNanos()).isEqualTo(seconds(3));
		this.gate.close(Duration.ofSeconds(5));
		assertThat(this.gate.pauseLeft().toNanos()).isEqualTo(seconds(5));
		pass(6);
		assertThat(this.gate.pauseLeft().toNanos()).isZero();
	}

	@Test
	void opensWhenTheProbeIsReleased() {
		Permit probe = probe();
		assertThat(probe).isNotSameAs(Permit.ORDINARY);
		assertThat(this.gate.waitNanos()).isEqualTo(PROBE_TIMEOUT.toNanos());
		assertThat(this.gate.release(probe)).isTrue();
		assertThat(this.gate.isClosed()).isFalse();
		assertThat(this.gate.pass()).isSameAs(Permit.ORDINARY);
		assertThat(this.gate.release(probe)).isFalse();
	}

	@Test
	void replacesAProbeThatIsNotReleasedInTime() {
		Permit lost = probe();
		pass(9);
		assertThat(this.gate.waitNanos()).isEqualTo(seconds(1));
		pass(1);
		assertThat(this.gate.waitNanos()).isZero();
		Permit next = this.gate.pass();
		assertThat(this.gate.release(lost)).isFalse();
		assertThat(this.gate.isClosed()).isTrue();
		assertThat(this.gate.release(next)).isTrue();
	}

	@Test
	void staysClosedWhenTheProbeIsRateLimited() {
		Permit probe = probe();
		this.gate.close(Duration.ofSeconds(2));
		assertThat(this.gate.release(probe)).isFalse();
		assertThat(this.gate.isClosed()).isTrue();
		assertThat(this.gate.waitNanos()).isEqualTo(seconds(2));
	}

	private Permit probe() {
		this.gate.close(Duration.ofSeconds(1));
		pass(1);
		assertThat(this.gate.waitNanos()).isZero();
		return this.gate.pass();
	}

	private void pass(long seconds) {
		this.time.pass(Duration.ofSeconds(seconds));
	}

	private static long seconds(long seconds) {
		return TimeUnit.SECONDS.toNanos(seconds);
	}

}
