// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Options of a plan.
 *
 * @param furtherCalls whether fields are read that need a request for each connection:
 * the attribute mapping at Clerk; clients, organizations and discovery domains at Auth0
 * @param deletions the names or ids of connections to be deleted, which must not be
 * declared
 * @param confirmedCreations the names of connections to be created although there is an
 * undeclared one that may be the same
 * @param sentSecrets the names of connections whose declared secrets are sent, which
 * cannot be compared
 */
public record PlanOptions(boolean furtherCalls, Set<String> deletions, Set<String> confirmedCreations,
		Set<String> sentSecrets) {

	/** Options with further calls, without deletions. */
	public static final PlanOptions DEFAULT = new PlanOptions(true, Set.of(), Set.of(), Set.of());

	public PlanOptions {
		deletions = new LinkedHashSet<>(deletions);
		confirmedCreations = Set.copyOf(confirmedCreations);
		sentSecrets = Set.copyOf(sentSecrets);
	}

	/**
	 * Return a copy that makes no further calls.
	 * @return the options
	 */
	public PlanOptions withoutFurtherCalls() {
		return new PlanOptions(false, this.deletions, this.confirmedCreations, this.sentSecrets);
	}

	/**
	 * Return a copy with deletions.
	 * @param namesOrIds the names or ids of the connections to be deleted
	 * @return the options
	 */
	public PlanOptions withDeletions(String... namesOrIds) {
		return new PlanOptions(this.furtherCalls, new LinkedHashSet<>(List.of(namesOrIds)), this.confirmedCreations,
				this.sentSecrets);
	}

	/**
	 * Return a copy with confirmed creations.
	 * @param names the names of the connections
	 * @return the options
	 */
	public PlanOptions withConfirmedCreations(String... names) {
		return new PlanOptions(this.furtherCalls, this.deletions, Set.of(names), this.sentSecrets);
	}

	/**
	 * Return a copy with sent secrets.
	 * @param names the names of the connections
	 * @return the options
	 */
	public PlanOptions withSentSecrets(String... names) {
		return new PlanOptions(this.furtherCalls, this.deletions, this.confirmedCreations, Set.of(names));
	}

}
