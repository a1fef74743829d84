// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Keys of published events in the memory of one instance, with the times at which they
 * are removed.
 */
final class InMemoryPublishedEventStore implements PublishedEventStore {

	private final Map<String, Instant> keys = new LinkedHashMap<>();

	private final int maxSize;

	private final Clock clock;

	InMemoryPublishedEventStore(int maxSize, Clock clock) {
		Assert.isTrue(maxSize > 0, "'maxSize' must be positive");
		Assert.notNull(clock, "'clock' must not be null");
		this.maxSize = maxSize;
		this.clock = clock;
	}

	@Override
	public Mono<Boolean> contains(String key) {
		return Mono.fromSupplier(() -> isKept(key));
	}

	@Override
	public Mono<Void> add(String key, Duration keepFor) {
		return Mono.fromRunnable(() -> keep(key, keepFor));
	}

	private synchronized boolean isKept(String key) {
		Instant until = this.keys.get(key);
		return until != null && until.isAfter(this.clock.instant());
	}

	private synchronized void keep(String key, Duration keepFor) {
		this.keys.remove(key);
		if (keepFor.isZero()) {
			return;
		}
		if (this.keys.size() >= this.maxSize) {
			removeFirstToExpire();
		}
		this.keys.put(key, this.clock.instant().plus(keepFor));
	}

	private void removeFirstToExpire() {
		Instant now = this.clock.instant();
		this.keys.values().removeIf((until) -> !until.isAfter(now));
		if (this.keys.size() >= this.maxSize) {
			this.keys.remove(Collections.min(this.keys.entrySet(), Map.Entry.comparingByValue()).getKey());
		}
	}

}
