// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

import io.github.ssoconnections.Assert;

/**
 * Bounded {@link ClerkWebhookStore} in memory.
 */
final class InMemoryWebhookStore implements ClerkWebhookStore {

	private static final int MAX_CAPACITY = 1_000_000;

	private final int capacity;

	private final Clock clock;

	private final Map<String, Entry> entries = new HashMap<>();

	private final TreeSet<Entry> byExpiry = new TreeSet<>(
			Comparator.comparing(Entry::expiresAt).thenComparing(Entry::id));

	InMemoryWebhookStore(int capacity, Clock clock) {
		Assert.isTrue(capacity >= 1 && capacity <= MAX_CAPACITY, "'capacity' must be between 1 and 1,000,000");
		Assert.notNull(clock, "'clock' must not be null");
		this.capacity = capacity;
		this.clock = clock;
	}

	@Override
	public synchronized boolean add(String messageId, Instant expiresAt) {
		Assert.notNull(messageId, "'messageId' must not be null");
		Assert.notNull(expiresAt, "'expiresAt' must not be null");
		removeExpired();
		if (this.entries.containsKey(messageId)) {
			return false;
		}
		if (this.entries.size() >= this.capacity) {
			remove(this.byExpiry.first().id());
		}
		Entry entry = new Entry(messageId, expiresAt);
		this.entries.put(messageId, entry);
		this.byExpiry.add(entry);
		return true;
	}

	private void removeExpired() {
		Instant now = this.clock.instant();
		while (!this.byExpiry.isEmpty() && !this.byExpiry.first().expiresAt().isAfter(now)) {
			remove(this.byExpiry.first().id());
		}
	}

	@Override
	public synchronized void remove(String messageId) {
		Entry entry = this.entries.remove(messageId);
		if (entry != null) {
			this.byExpiry.remove(entry);
		}
	}

	synchronized int size() {
		return this.entries.size();
	}

	private record Entry(String id, Instant expiresAt) {

	}

}
