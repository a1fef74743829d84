// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.fleet.EventKey;
import org.jspecify.annotations.Nullable;

/**
 * Compares two states of a connection. What is unknown in one of them does not differ, as
 * responses of a vendor differ in what they contain.
 */
final class EntryDifference {

	private static final Component[] COMPONENTS = { new Component("name", CatalogEntry::name),
			new Component("protocol", CatalogEntry::protocol), new Component("provider", CatalogEntry::provider),
			new Component("active", CatalogEntry::active), new Component("domains", EntryDifference::domains),
			new Component("certificates", EntryDifference::fingerprints),
			new Component("allowSubdomains", (entry) -> entry.details().allowSubdomains()),
			new Component("idpEntityId", (entry) -> entry.details().idpEntityId()),
			new Component("organizationIds", (entry) -> toSet(entry.details().organizationIds())),
			new Component("clientIds", (entry) -> toSet(entry.details().clientIds())) };

	private EntryDifference() {
	}

	/**
	 * Compare two states.
	 * @param before the earlier state
	 * @param after the later state
	 * @return the names of the components that differ, {@code updatedAt} if only the time
	 * of the last change does; empty if nothing differs
	 */
	static List<String> of(CatalogEntry before, CatalogEntry after) {
		List<String> names = new ArrayList<>();
		for (Component component : COMPONENTS) {
			Object one = component.value().apply(before);
			Object other = component.value().apply(after);
			if (one != null && other != null && !one.equals(other)) {
				names.add(component.name());
			}
		}
		boolean later = before.details().updatedAt() != null && after.details().updatedAt() != null
				&& !Objects.equals(before.details().updatedAt(), after.details().updatedAt());
		return (names.isEmpty() && later) ? List.of("updatedAt") : List.copyOf(names);
	}

	/**
	 * Return a digest of a state. What is unknown is not part of it.
	 * @param entry the state
	 * @return the digest
	 */
	static String digest(CatalogEntry entry) {
		List<String> values = new ArrayList<>();
		for (Component component : COMPONENTS) {
			Object value = component.value().apply(entry);
			// Responses differ in what they contain: none and unknown are the same
			if (value != null && !Set.of().equals(value)) {
				values.add(component.name() + "=" + ((value instanceof Set<?> set) ? new TreeSet<>(set) : value));
			}
		}
		if (entry.details().updatedAt() != null) {
			values.add("updatedAt=" + entry.details().updatedAt());
		}
		return EventKey.digest(values);
	}

	private static @Nullable Object domains(CatalogEntry entry) {
		return (entry.details().incomplete() && entry.domains().isEmpty()) ? null
				: entry.domains().stream().map((domain) -> domain.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
	}

	static @Nullable Object fingerprints(CatalogEntry entry) {
		List<CatalogCertificate> certificates = entry.certificates();
		if (certificates == null || certificates.stream().anyMatch((one) -> one.sha256() == null)) {
			return null;
		}
		return certificates.stream().map(CatalogCertificate::sha256).collect(Collectors.toSet());
	}

	private static @Nullable Set<String> toSet(@Nullable Collection<String> values) {
		return (values != null) ? new HashSet<>(values) : null;
	}

	private record Component(String name, Function<CatalogEntry, @Nullable Object> value) {

	}

}
