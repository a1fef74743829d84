// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.ssoconnections.catalog.CatalogEntry;

/**
 * Finds the connections that may serve a domain.
 */
final class Candidates {

	private static final Comparator<ConnectionCandidate> ORDER = Comparator
		.comparing((ConnectionCandidate candidate) -> activity(candidate.entry()))
		.thenComparing(ConnectionCandidate::reason)
		.thenComparing((candidate) -> -candidate.domain().length())
		.thenComparing((candidate) -> String.valueOf(candidate.entry().id()));

	private Candidates() {
	}

	/**
	 * Find the candidates.
	 * @param accounts the connections of the accounts
	 * @param forms the domain in normal forms
	 * @return the candidates, in order
	 */
	static List<ConnectionCandidate> find(Collection<Connections> accounts, List<String> forms) {
		List<ConnectionCandidate> found = new ArrayList<>();
		for (Connections connections : accounts) {
			Set<String> ids = new HashSet<>();
			for (String form : forms) {
				addExact(connections, form, ids, found);
			}
			for (String form : forms) {
				for (String parent = DomainNames.parent(form); parent != null; parent = DomainNames.parent(parent)) {
					addParent(connections, parent, ids, found);
				}
			}
		}
		found.sort(ORDER);
		return found;
	}

	private static void addExact(Connections connections, String domain, Set<String> ids,
			List<ConnectionCandidate> found) {
		for (CatalogEntry entry : connections.at(domain)) {
			if (ids.add(String.valueOf(entry.id()))) {
				found.add(new ConnectionCandidate(entry, reason(entry, domain), domain));
			}
		}
	}

	private static void addParent(Connections connections, String parent, Set<String> ids,
			List<ConnectionCandidate> found) {
		for (CatalogEntry entry : connections.at(parent)) {
			if (Boolean.TRUE.equals(entry.details().allowSubdomains()) && ids.add(String.valueOf(entry.id()))) {
				found.add(new ConnectionCandidate(entry, MatchReason.SUBDOMAIN, parent));
			}
		}
	}

	private static MatchReason reason(CatalogEntry entry, String domain) {
		String tenant = entry.details().tenantDomain();
		return (tenant != null && domain.equals(DomainNames.normalize(tenant.strip()))) ? MatchReason.TENANT_DOMAIN
				: MatchReason.DOMAIN;
	}

	static int activity(CatalogEntry entry) {
		return (entry.active() == null) ? 1 : entry.active() ? 0 : 2;
	}

	static boolean mayBeActive(CatalogEntry entry) {
		return !Boolean.FALSE.equals(entry.active());
	}

}
