// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.declarative.AppliedStep;
import io.github.ssoconnections.declarative.ApplyOptions;
import io.github.ssoconnections.declarative.ConnectionPlan;
import io.github.ssoconnections.declarative.CurrentConnection;
import io.github.ssoconnections.declarative.DesiredConnection;
import io.github.ssoconnections.declarative.ExportedConnections;
import io.github.ssoconnections.declarative.PlanAction;
import io.github.ssoconnections.declarative.PlanOptions;
import io.github.ssoconnections.declarative.PlanProblem;
import io.github.ssoconnections.declarative.PlannedConnection;
import io.github.ssoconnections.declarative.Reconciliation;
import io.github.ssoconnections.declarative.Reconciliations;
import io.github.ssoconnections.declarative.StepOutcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An account whose plan a test decides on, and what a command has done with it.
 */
final class FakeAccount implements Reconciliation, Session {

	final List<PlannedConnection> changes = new ArrayList<>();

	final List<PlanProblem> problems = new ArrayList<>();

	final List<CurrentConnection> undeclared = new ArrayList<>();

	final List<AppliedStep> steps = new ArrayList<>();

	final List<DesiredConnection> desired = new ArrayList<>();

	Flux<AppliedStep> applied = Flux.defer(() -> Flux.fromIterable(this.steps));

	PlanOptions options;

	boolean locked;

	RuntimeException failure;

	int opened;

	int closed;

	int applications;

	static PlannedConnection change(PlanAction action, String name) {
		return new PlannedConnection(action, name, null, null, null, List.of(), List.of(), Set.of(), null, List.of());
	}

	static PlannedConnection activation(String name, String... removedDomains) {
		return new PlannedConnection(PlanAction.UPDATE, name, null, null, current(name), List.of(), List.of(),
				Set.of(removedDomains), null, List.of());
	}

	static AppliedStep step(String name, StepOutcome outcome) {
		return new AppliedStep(PlanAction.CREATE, name, null, outcome,
				(outcome != StepOutcome.DONE) ? "a reason" : null, null);
	}

	static CurrentConnection current(String name) {
		return new CurrentConnection("ent_" + name, name, null, List.of(), Map.of(), Map.of(), "");
	}

	Session open(Map<String, String> environment) {
		this.opened++;
		return this;
	}

	ConnectionPlan plan() {
		return new ConnectionPlan(account(), "api.clerk.com", Instant.EPOCH, this.changes, this.problems,
				this.undeclared, List.of(), 0);
	}

	@Override
	public Account account() {
		return Account.ofDefault("clerk");
	}

	@Override
	public Mono<ConnectionPlan> plan(Collection<DesiredConnection> desired, PlanOptions options) {
		this.desired.addAll(desired);
		this.options = options;
		return (this.failure != null) ? Mono.error(this.failure) : Mono.fromSupplier(this::plan);
	}

	@Override
	public Flux<AppliedStep> apply(ConnectionPlan plan, ApplyOptions options) {
		return Flux.defer(() -> {
			this.applications++;
			return this.applied;
		});
	}

	@Override
	public Mono<ExportedConnections> export(String secretPrefix) {
		if (this.failure != null) {
			return Mono.error(this.failure);
		}
		return Mono.just(
				new ExportedConnections("clerk", List.of(new ExportedConnections.Exported(DesiredConnection.of("Acme"),
						List.of(secretPrefix + "X is hidden")))));
	}

	@Override
	public boolean hasSharedLock() {
		return this.locked;
	}

	@Override
	public Reconciliations reconciliations() {
		return new Reconciliations(List.of(this));
	}

	@Override
	public void close() {
		this.closed++;
	}

}
