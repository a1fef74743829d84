// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Connections that differ between two states.
 *
 * @param before the connections in the earlier state, by id
 * @param after the connections in the later state, by id
 */
record Difference(Map<String, CatalogEntry> before, Map<String, CatalogEntry> after) {

	static final Difference NONE = new Difference(Map.of(), Map.of());

	static Difference between(Map<String, CatalogEntry> before, Map<String, CatalogEntry> after) {
		Map<String, CatalogEntry> earlier = new HashMap<>();
		Map<String, CatalogEntry> later = new HashMap<>();
		after.forEach((id, entry) -> {
			CatalogEntry known = before.get(id);
			if (known != entry && !Objects.equals(known, entry)) {
				later.put(id, entry);
				if (known != null) {
					earlier.put(id, known);
				}
			}
		});
		before.forEach((id, entry) -> {
			if (!after.containsKey(id)) {
				earlier.put(id, entry);
			}
		});
		return new Difference(Map.copyOf(earlier), Map.copyOf(later));
	}

	static Difference of(String id, @Nullable CatalogEntry before, @Nullable CatalogEntry after) {
		return new Difference((before != null) ? Map.of(id, before) : Map.of(),
				(after != null) ? Map.of(id, after) : Map.of());
	}

}
