// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.ratelimit;

import java.time.Duration;

import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;

/**
 * Gate that closes after a 429. When the pause is over, a single probe passes; the gate
 * opens when the probe is released. Not thread-safe.
 */
final class PauseGate {

	private final TimeMeter clock;

	private final long probeNanos;

	private boolean closed;

	private long pausedUntil;

	private RateLimiter.@Nullable Permit probe;

	private long probeUntil;

	/**
	 * Create a gate.
	 * @param clock the clock
	 * @param probeTimeout the time after which a probe is considered lost
	 */
	PauseGate(TimeMeter clock, Duration probeTimeout) {
		this.clock = clock;
		this.probeNanos = probeTimeout.toNanos();
		this.pausedUntil = clock.currentTimeNanos();
	}

	void close(Duration pause) {
		long until = this.clock.currentTimeNanos() + pause.toNanos();
		this.pausedUntil = (until - this.pausedUntil > 0) ? until : this.pausedUntil;
		this.closed = true;
		this.probe = null;
	}

	boolean isClosed() {
		return this.closed;
	}

	boolean isPausedUntil(long deadline) {
		return this.pausedUntil - deadline >= 0;
	}

	/**
	 * Return the time until a request may pass.
	 * @return the time in nanoseconds, zero if a request may pass now
	 */
	long waitNanos() {
		if (!this.closed) {
			return 0;
		}
		long now = this.clock.currentTimeNanos();
		long left = this.pausedUntil - now;
		if (left <= 0 && this.probe != null) {
			left = this.probeUntil - now;
		}
		return Math.max(left, 0);
	}

	Duration pauseLeft() {
		return Duration.ofNanos(Math.max(this.pausedUntil - this.clock.currentTimeNanos(), 0));
	}

	/**
	 * Let a request pass.
	 * @return its permit, which is that of a probe while the gate is closed
	 */
	RateLimiter.Permit pass() {
		if (!this.closed) {
			return RateLimiter.Permit.ORDINARY;
		}
		RateLimiter.Permit permit = new RateLimiter.Permit();
		this.probe = permit;
		this.probeUntil = this.clock.currentTimeNanos() + this.probeNanos;
		return permit;
	}

	/**
	 * Open the gate after a probe.
	 * @param permit the released permit
	 * @return whether it was that of the current probe
	 */
	boolean release(RateLimiter.Permit permit) {
		if (permit != this.probe) {
			return false;
		}
		this.probe = null;
		this.closed = false;
		return true;
	}

}
