// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.util.Objects;

import io.github.ssoconnections.declarative.ConnectionPlan;
import io.github.ssoconnections.declarative.Declaration;
import io.github.ssoconnections.declarative.PlanOptions;
import io.github.ssoconnections.declarative.Reconciliation;

/**
 * Compares an account with a declaration.
 */
final class Comparison {

	private final Surroundings surroundings;

	private final Reconciliation reconciliation;

	Comparison(Surroundings surroundings, Reconciliation reconciliation) {
		this.surroundings = surroundings;
		this.reconciliation = reconciliation;
	}

	ConnectionPlan plan(Declaration declaration, PlanOptions options) {
		Progress progress = this.surroundings.progress();
		progress.show("Reading the connections of " + this.reconciliation.account() + " …");
		ConnectionPlan plan = this.reconciliation.plan(declaration.connections(), options).block();
		progress.clear();
		return Objects.requireNonNull(plan);
	}

	int show(Declaration declaration, PlanOptions options, OutputFormat format, boolean failOnUndeclared) {
		ConnectionPlan plan = plan(declaration, options);
		this.surroundings.result(Results.plan(plan, format));
		boolean undeclared = failOnUndeclared && !plan.undeclared().isEmpty();
		return (plan.isEmpty() && !undeclared) ? ExitCode.DONE : ExitCode.CHANGES;
	}

}
