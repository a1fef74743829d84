// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.ssoconnections.Severity;
import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Finds conflicts between the connections of accounts that serve one sign-in page.
 */
final class Conflicts {

	static final Comparator<DomainConflict> ORDER = Comparator.comparing(DomainConflict::severity)
		.thenComparing(DomainConflict::kind)
		.thenComparing(DomainConflict::value);

	private static final Comparator<CatalogEntry> ACTIVE_FIRST = Comparator.comparing(Candidates::activity);

	private final Collection<Connections> accounts;

	Conflicts(Collection<Connections> accounts) {
		this.accounts = accounts;
	}

	/**
	 * Find all conflicts.
	 * @return the conflicts
	 */
	List<DomainConflict> all() {
		List<DomainConflict> conflicts = new ArrayList<>();
		Set<String> domains = new TreeSet<>();
		this.accounts.forEach((connections) -> domains.addAll(connections.domains()));
		for (String domain : domains) {
			addIfSeveral(domain, at(domain), conflicts);
		}
		byEntityId().forEach((entityId, entries) -> addIfDistinct(entityId, entries, conflicts));
		return conflicts;
	}

	/**
	 * Find the conflicts of a connection, as if it were active.
	 * @param entry the connection
	 * @return the conflicts
	 */
	List<DomainConflict> of(CatalogEntry entry) {
		List<DomainConflict> conflicts = new ArrayList<>();
		for (String domain : affected(Connections.domainsOf(entry), entry)) {
			List<CatalogEntry> others = at(domain).stream().filter((other) -> !isSame(other, entry)).toList();
			if (!others.isEmpty()) {
				List<CatalogEntry> all = new ArrayList<>(List.of(entry));
				all.addAll(others);
				conflicts.add(domainConflict(domain, all, 1 + active(others)));
			}
		}
		String entityId = entry.details().idpEntityId();
		List<CatalogEntry> sharing = (entityId != null) ? byEntityId().getOrDefault(entityId, List.of()) : List.of();
		if (entityId != null && sharing.stream().anyMatch((other) -> isSame(other, entry))) {
			addIfDistinct(entityId, sharing, conflicts);
		}
		return conflicts;
	}

	/**
	 * Find the conflicts of a new active connection.
	 * @param domains its domains, in normal form
	 * @return the conflicts
	 */
	List<DomainConflict> of(Collection<String> domains) {
		return domains.stream()
			.distinct()
			.filter((domain) -> !at(domain).isEmpty())
			.map((domain) -> domainConflict(domain, at(domain), 1 + active(at(domain))))
			.toList();
	}

	// With subdomains, also the domains below, which other connections may have
	private Set<String> affected(Set<String> domains, CatalogEntry entry) {
		Set<String> affected = new TreeSet<>(domains);
		if (Boolean.TRUE.equals(entry.details().allowSubdomains())) {
			for (Connections connections : this.accounts) {
				for (String other : connections.domains()) {
					if (domains.stream().anyMatch((domain) -> other.endsWith("." + domain))) {
						affected.add(other);
					}
				}
			}
		}
		return affected;
	}

	private List<CatalogEntry> at(String domain) {
		return Candidates.find(this.accounts, List.of(domain)).stream().map(ConnectionCandidate::entry).toList();
	}

	private static void addIfSeveral(String domain, List<CatalogEntry> entries, List<DomainConflict> conflicts) {
		if (entries.size() > 1) {
			conflicts.add(domainConflict(domain, entries, active(entries)));
		}
	}

	private static DomainConflict domainConflict(String domain, List<CatalogEntry> entries, long active) {
		Severity severity = (active > 1) ? Severity.ERROR : (active == 1) ? Severity.WARNING : Severity.INFO;
		return new DomainConflict(DomainConflict.Kind.DOMAIN, severity, domain,
				entries.stream().sorted(ACTIVE_FIRST).toList());
	}

	private static long active(List<CatalogEntry> entries) {
		return entries.stream().filter(Candidates::mayBeActive).count();
	}

	private Map<String, List<CatalogEntry>> byEntityId() {
		Map<String, List<CatalogEntry>> found = new LinkedHashMap<>();
		for (Connections connections : this.accounts) {
			for (CatalogEntry entry : connections.byId().values()) {
				String entityId = entry.details().idpEntityId();
				if (entityId != null && !entityId.isBlank()) {
					found.computeIfAbsent(entityId, (key) -> new ArrayList<>(1)).add(entry);
				}
			}
		}
		return found;
	}

	private void addIfDistinct(String entityId, List<CatalogEntry> entries, List<DomainConflict> conflicts) {
		if (entries.size() > 1 && !haveDomainInCommon(entries)) {
			conflicts.add(new DomainConflict(DomainConflict.Kind.IDP_ENTITY_ID, Severity.INFO, entityId,
					entries.stream().sorted(ACTIVE_FIRST).toList()));
		}
	}

	// Then the conflict of the domain counts
	private boolean haveDomainInCommon(List<CatalogEntry> entries) {
		Set<String> seen = new HashSet<>();
		for (CatalogEntry entry : entries) {
			for (String domain : Connections.domainsOf(entry)) {
				if (!seen.add(domain)) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean isSame(CatalogEntry one, @Nullable CatalogEntry other) {
		return other != null && one.vendor().equals(other.vendor()) && one.account().equals(other.account())
				&& String.valueOf(one.id()).equals(other.id());
	}

}
