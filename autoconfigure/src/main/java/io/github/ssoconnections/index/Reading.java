// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Connections that a refresh has read so far.
 */
final class Reading {

	private static final int MAX_SHARED_TEXTS = 1_000;

	private final Map<String, CatalogEntry> before;

	private final int maxConnections;

	private final Map<String, CatalogEntry> found = new LinkedHashMap<>();

	private final Map<String, String> sharedTexts = new HashMap<>();

	private int skipped;

	private boolean tooMany;

	private volatile int size;

	Reading(Map<String, CatalogEntry> before, int maxConnections) {
		this.before = before;
		this.maxConnections = maxConnections;
	}

	Map<String, CatalogEntry> found() {
		return this.found;
	}

	/**
	 * Return the number of connections, on any thread.
	 * @return the number
	 */
	int size() {
		return this.size;
	}

	int skipped() {
		return this.skipped;
	}

	boolean isTooMany() {
		return this.tooMany;
	}

	void addSkipped(int number) {
		this.skipped += number;
	}

	void add(CatalogEntry read) {
		CatalogEntry entry = KnownBefore.complete(read, (read.id() != null) ? this.before.get(read.id()) : null);
		if (entry.id() == null) {
			this.skipped++;
		}
		else if (this.found.size() >= this.maxConnections && !this.found.containsKey(entry.id())) {
			this.tooMany = true;
		}
		else {
			// What is unchanged is kept, so that a refresh needs no second copy of the
			// index
			CatalogEntry earlier = this.before.get(entry.id());
			this.found.put(entry.id(), Objects.equals(earlier, entry) ? earlier : shared(entry, earlier));
			this.size = this.found.size();
		}
	}

	private CatalogEntry shared(CatalogEntry entry, @Nullable CatalogEntry earlier) {
		return new CatalogEntry(entry.vendor(), entry.account(),
				(earlier != null) ? kept(entry.id(), earlier.id()) : entry.id(),
				(earlier != null) ? kept(entry.name(), earlier.name()) : entry.name(), shared(entry.protocol()),
				shared(entry.provider()), entry.active(),
				(earlier != null) ? kept(entry.domains(), earlier.domains()) : entry.domains(),
				(earlier != null) ? kept(entry.certificates(), earlier.certificates()) : entry.certificates(),
				(earlier != null) ? kept(entry.details(), earlier.details()) : entry.details());
	}

	private static <T extends @Nullable Object> T kept(T value, T earlier) {
		return Objects.equals(value, earlier) ? earlier : value;
	}

	private @Nullable String shared(@Nullable String text) {
		if (text == null || this.sharedTexts.size() >= MAX_SHARED_TEXTS) {
			return text;
		}
		return this.sharedTexts.computeIfAbsent(text, (key) -> key);
	}

}
