// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Connections of one account by id and by domain. Reads are safe during a write; writes
 * are not safe with each other.
 */
final class Connections {

	private final Map<String, CatalogEntry> byId = new ConcurrentHashMap<>();

	/** A single connection, or several by id: most domains have one. */
	private final Map<String, Object> byDomain = new ConcurrentHashMap<>();

	private volatile int incomplete;

	Map<String, CatalogEntry> byId() {
		return Collections.unmodifiableMap(this.byId);
	}

	Collection<String> domains() {
		return this.byDomain.keySet();
	}

	/**
	 * Return the number of connections whose domains are unknown.
	 * @return the number
	 */
	int incomplete() {
		return this.incomplete;
	}

	/**
	 * Return the connections that have exactly this domain.
	 * @param domain the domain in normal form
	 * @return the connections
	 */
	List<CatalogEntry> at(String domain) {
		Object value = this.byDomain.get(domain);
		if (value instanceof Map<?, ?> several) {
			return several.values().stream().map(CatalogEntry.class::cast).toList();
		}
		return (value instanceof CatalogEntry entry) ? List.of(entry) : List.of();
	}

	void put(String id, CatalogEntry entry) {
		CatalogEntry before = this.byId.put(id, entry);
		Set<String> domains = domainsOf(entry);
		for (String domain : domains) {
			this.byDomain.compute(domain, (key, present) -> replace(present, before, entry));
		}
		if (before != null) {
			removeFrom(domainsOf(before), domains, before);
		}
		int difference = incomplete(entry) - incomplete(before);
		if (difference != 0) {
			this.incomplete += difference;
		}
	}

	void remove(String id) {
		CatalogEntry before = this.byId.remove(id);
		if (before != null) {
			removeFrom(domainsOf(before), Set.of(), before);
			this.incomplete -= incomplete(before);
		}
	}

	private void removeFrom(Set<String> domains, Set<String> except, CatalogEntry entry) {
		for (String domain : domains) {
			if (!except.contains(domain)) {
				this.byDomain.computeIfPresent(domain, (key, present) -> replace(present, entry, null));
			}
		}
	}

	@SuppressWarnings("unchecked")
	private static @Nullable Object replace(@Nullable Object present, @Nullable CatalogEntry before,
			@Nullable CatalogEntry after) {
		if (present instanceof Map<?, ?> several) {
			Map<String, CatalogEntry> entries = (Map<String, CatalogEntry>) several;
			if (after != null) {
				entries.put(id(after), after);
			}
			else if (before != null) {
				entries.remove(id(before));
			}
			return entries.isEmpty() ? null : entries;
		}
		CatalogEntry single = (CatalogEntry) present;
		if (single == null || (before != null && id(single).equals(id(before)))) {
			return after;
		}
		if (after == null) {
			return single;
		}
		Map<String, CatalogEntry> entries = new ConcurrentHashMap<>();
		entries.put(id(single), single);
		entries.put(id(after), after);
		return entries;
	}

	private static int incomplete(@Nullable CatalogEntry entry) {
		return (entry != null && entry.details().incomplete()) ? 1 : 0;
	}

	private static String id(CatalogEntry entry) {
		return Objects.requireNonNull(entry.id());
	}

	static Set<String> domainsOf(CatalogEntry entry) {
		Set<String> domains = new LinkedHashSet<>();
		for (String domain : entry.domains()) {
			String name = DomainNames.normalize(domain.strip());
			if (name != null) {
				domains.add(name);
			}
		}
		return domains;
	}

}
