// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.time.Instant;

/**
 * How much an account differs from what is declared.
 *
 * @param missing the number of declared connections that do not exist
 * @param changed the number of connections with a field that differs
 * @param undeclared the number of connections that are not declared
 * @param unclear the number of declared connections that cannot be compared
 * @param at the time of the comparison
 */
public record Drift(int missing, int changed, int undeclared, int unclear, Instant at) {

	static Drift of(ConnectionPlan plan) {
		return new Drift((int) plan.count(PlanAction.CREATE), (int) plan.count(PlanAction.UPDATE),
				plan.undeclared().size(), plan.problems().size(), plan.createdAt());
	}

}
