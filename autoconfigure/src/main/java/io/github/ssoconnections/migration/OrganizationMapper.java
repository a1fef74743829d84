// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Decides on the organization of a connection.
 */
final class OrganizationMapper {

	private static final String SOURCE = "organizations";

	private static final String TARGET = "organization_id";

	private final OrganizationPairs pairs;

	private final @Nullable OrganizationScanState scan;

	OrganizationMapper(OrganizationPairs pairs, @Nullable OrganizationScanState scan) {
		this.pairs = pairs;
		this.scan = scan;
	}

	void map(Draft draft) {
		String given = draft.override().organizationId();
		if (given != null) {
			set(draft, given, "The organization was given.");
			return;
		}
		Set<String> decided = this.pairs.ofConnection(draft.source().id(), draft.source().name());
		if (decided.size() > 1) {
			draft.blocked(SOURCE, TARGET, "The pairs for its id and for its name are different: remove one.");
		}
		else if (decided.contains(OrganizationPairs.NO_ORGANIZATION)) {
			draft.changed(SOURCE, TARGET, "None: a pair says so.");
		}
		else if (!decided.isEmpty()) {
			set(draft, decided.iterator().next(), "The organization of its pair.");
		}
		else if (this.scan == null) {
			draft.notMapped(SOURCE, TARGET, "Its organizations at Auth0 were not looked up, and there is no pair.");
		}
		else if (!this.scan.complete()) {
			draft.blocked(SOURCE, TARGET,
					"The scan of the organizations is not complete: continue it, or give a pair.");
		}
		else {
			map(draft, this.scan.of(draft.source().id()));
		}
	}

	private void map(Draft draft, List<ScannedOrganization> organizations) {
		if (organizations.isEmpty()) {
			draft.mapped(SOURCE, TARGET, "None: the connection is in no organization.");
			return;
		}
		String names = organizations.stream()
			.map((organization) -> (organization.name() != null) ? organization.name() : organization.id())
			.sorted()
			.collect(Collectors.joining(", "));
		Set<String> targets = organizations.stream()
			.flatMap((organization) -> this.pairs.ofOrganization(organization).stream())
			.collect(Collectors.toSet());
		boolean allPaired = organizations.stream()
			.allMatch((organization) -> this.pairs.ofOrganization(organization).size() == 1);
		if (allPaired && targets.size() == 1) {
			set(draft, targets.iterator().next(), "The organization of the pair for " + names + ".");
		}
		else if (organizations.size() > 1) {
			draft.blocked(SOURCE, TARGET, "It is in " + organizations.size() + " organizations (" + names
					+ "), and at Clerk it can be in one: give a pair for the connection.");
		}
		else {
			draft.blocked(SOURCE, TARGET, "There is no unambiguous pair for its organization " + names + ".");
		}
	}

	private static void set(Draft draft, String organizationId, String note) {
		draft.target().connection().organizationId(organizationId);
		draft.changed(SOURCE, TARGET, note);
	}

}
