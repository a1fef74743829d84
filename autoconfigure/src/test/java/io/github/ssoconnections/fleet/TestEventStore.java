// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import reactor.core.publisher.Mono;

/**
 * A store that records what is added, and may fail.
 */
final class TestEventStore implements PublishedEventStore {

	private final PublishedEventStore store;

	private final List<String> added = new ArrayList<>();

	private Mono<Void> fault = Mono.empty();

	TestEventStore(Clock clock) {
		this.store = PublishedEventStore.inMemory(100, clock);
	}

	/**
	 * Do this before each call.
	 */
	void fault(Mono<Void> fault) {
		this.fault = fault;
	}

	/**
	 * Return the keys that were added, with their times.
	 */
	List<String> added() {
		return this.added;
	}

	@Override
	public Mono<Boolean> contains(String key) {
		return this.fault.then(this.store.contains(key));
	}

	@Override
	public Mono<Void> add(String key, Duration keepFor) {
		return this.fault.then(this.store.add(key, keepFor)).doOnSuccess((done) -> this.added.add(key + " " + keepFor));
	}

}
