// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The test runs of every connection. A run is pending until its connection's runs have
 * been listed once, or {@link #complete()} is called: polling sees both states, and no
 * test has to wait. Where a person completes runs, listing leaves them as they are.
 */
final class TestRuns {

	static final List<String> STATUSES = List.of("pending", "success", "failed");

	private final Map<String, List<TestRun>> runs = new HashMap<>();

	private final InstantSource clock;

	private boolean completedByPerson;

	TestRuns(InstantSource clock) {
		this.clock = clock;
	}

	void clear() {
		this.runs.clear();
	}

	void completedByPerson(boolean completedByPerson) {
		this.completedByPerson = completedByPerson;
	}

	TestRun start(Connection connection) {
		TestRun run = TestRun.pending(connection, this.clock.instant());
		List<TestRun> started = this.runs.computeIfAbsent(connection.id(), (id) -> new ArrayList<>());
		started.add(run);
		return run;
	}

	boolean replace(Connection connection, TestRun run) {
		List<TestRun> all = this.runs.getOrDefault(connection.id(), List.of());
		for (int i = 0; i < all.size(); i++) {
			if (all.get(i).id().equals(run.id())) {
				all.set(i, run);
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the runs of a connection as they are now: the next call sees none pending.
	 * @param connection the connection
	 * @return the runs, newest first
	 */
	List<TestRun> list(Connection connection) {
		List<TestRun> current = new ArrayList<>(this.runs.getOrDefault(connection.id(), List.of()));
		if (!this.completedByPerson) {
			this.runs.computeIfPresent(connection.id(), (id, all) -> completed(all));
		}
		Collections.reverse(current);
		return current;
	}

	void complete() {
		this.runs.replaceAll((id, all) -> completed(all));
	}

	private static List<TestRun> completed(List<TestRun> all) {
		List<TestRun> completed = new ArrayList<>(all);
		completed.replaceAll(TestRun::complete);
		return completed;
	}

}
