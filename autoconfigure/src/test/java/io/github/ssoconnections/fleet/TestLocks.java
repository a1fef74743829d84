// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One lock in memory, which records the calls with their times in seconds.
 */
final class TestLocks implements Locks {

	private final List<String> calls = new ArrayList<>();

	private final VirtualFleetTime time;

	private Duration heldUntil = Duration.ZERO;

	private Object holder;

	private Consumer<String> fault = (call) -> {
	};

	TestLocks(VirtualFleetTime time) {
		this.time = time;
	}

	/**
	 * Let another instance hold the lock.
	 */
	void holdElsewhere(Duration atMostFor) {
		this.holder = new Object();
		this.heldUntil = this.time.passed().plus(atMostFor);
	}

	/**
	 * Do this before each call, or after it if it fails.
	 */
	void fault(Consumer<String> fault) {
		this.fault = fault;
	}

	/**
	 * Fail with this at each call.
	 */
	void failing(RuntimeException failure) {
		this.fault = (call) -> {
			throw failure;
		};
	}

	void recover() {
		this.fault = (call) -> {
		};
	}

	/**
	 * Return the calls since this was last called, such as {@code renew 20.0}.
	 */
	List<String> calls() {
		List<String> calls = List.copyOf(this.calls);
		this.calls.clear();
		return calls;
	}

	boolean isFree() {
		return this.heldUntil.compareTo(this.time.passed()) <= 0;
	}

	@Override
	public Optional<Held> acquire(String name, Duration atMostFor) {
		record("acquire");
		return isFree() ? Optional.of(hold(atMostFor)) : Optional.empty();
	}

	private void record(String call) {
		this.calls.add(call + " " + this.time.passed().toMillis() / 1000.0);
		this.fault.accept(call);
	}

	private Held hold(Duration atMostFor) {
		TestHeld held = new TestHeld();
		this.holder = held;
		this.heldUntil = this.time.passed().plus(atMostFor);
		return held;
	}

	private final class TestHeld implements Held {

		@Override
		public Optional<Held> renew(Duration atMostFor) {
			record("renew");
			return (TestLocks.this.holder == this && !isFree()) ? Optional.of(hold(atMostFor)) : Optional.empty();
		}

		@Override
		public void release() {
			record("release");
			if (TestLocks.this.holder == this) {
				TestLocks.this.heldUntil = TestLocks.this.time.passed();
			}
		}

	}

}
