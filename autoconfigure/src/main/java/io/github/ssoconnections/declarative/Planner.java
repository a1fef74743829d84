// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.declarative.Matching.UnclearMatchException;
import io.github.ssoconnections.declarative.ReconciliationVendor.FurtherFields;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes one plan.
 */
final class Planner {

	private static final int CONCURRENCY = 4;

	private final ReconciliationVendor vendor;

	private final PlanOptions options;

	private final Instant now;

	private final FurtherFields further;

	private final List<Declared> declared;

	private final List<String> notes = new ArrayList<>();

	Planner(ReconciliationVendor vendor, Collection<DesiredConnection> desired, PlanOptions options, Instant now) {
		this.vendor = vendor;
		this.options = options;
		this.now = now;
		this.further = vendor.furtherFields();
		Matching.rejectDuplicates(vendor.hasUniqueNames(), desired);
		requireDeclared(desired, options.confirmedCreations(), "to create");
		requireDeclared(desired, options.sentSecrets(), "to send the secrets of");
		this.declared = desired.stream().map((one) -> new Declared(one, fields(vendor, one))).toList();
	}

	private static Map<String, @Nullable Object> fields(ReconciliationVendor vendor, DesiredConnection desired) {
		try {
			return vendor.toFields(desired);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidDeclarationException(desired.describe() + ": " + ex.getMessage());
		}
	}

	private static void requireDeclared(Collection<DesiredConnection> desired, Set<String> names, String purpose) {
		for (String name : names) {
			if (desired.stream().noneMatch((one) -> one.name().equals(name))) {
				throw new InvalidDeclarationException(
						"There is no declared connection '" + name + "' " + purpose + ": correct the name");
			}
		}
	}

	Mono<ConnectionPlan> plan() {
		return this.vendor.list().collectList().flatMap(this::plan);
	}

	private Mono<ConnectionPlan> plan(List<CurrentConnection> all) {
		Matching matching = new Matching(this.vendor.hasUniqueNames(), all);
		List<Match> matches = this.declared.stream().map((one) -> match(one, matching)).toList();
		List<Outcome> deletions = this.options.deletions()
			.stream()
			.flatMap((nameOrId) -> delete(nameOrId, matching).stream())
			.toList();
		return Flux.fromIterable(matches)
			.flatMapSequential((match) -> outcome(match, matching), CONCURRENCY)
			.concatWith(Flux.fromIterable(deletions))
			.collectList()
			.map((outcomes) -> plan(matching, outcomes));
	}

	private ConnectionPlan plan(Matching matching, List<Outcome> outcomes) {
		List<PlannedConnection> connections = outcomes.stream().map(Outcome::planned).filter(Objects::nonNull).toList();
		List<CurrentConnection> undeclared = new ArrayList<>(matching.undeclared());
		connections.stream()
			.filter((planned) -> planned.action() == PlanAction.DELETE)
			.map(PlannedConnection::current)
			.forEach(undeclared::remove);
		return new ConnectionPlan(this.vendor.account(), this.vendor.apiHost(), this.now, connections,
				outcomes.stream().flatMap((outcome) -> outcome.problems().stream()).toList(), undeclared, this.notes,
				this.further.requests());
	}

	private static Match match(Declared one, Matching matching) {
		try {
			return new Match(one, matching.find(one.desired()), null);
		}
		catch (UnclearMatchException ex) {
			return new Match(one, null, ex.getMessage());
		}
	}

	private List<Outcome> delete(String nameOrId, Matching matching) {
		try {
			List<CurrentConnection> found = matching.findDeleted(nameOrId);
			if (found.isEmpty()) {
				this.notes.add("There is no connection " + nameOrId + " to delete.");
			}
			return found.stream()
				.map((current) -> Outcome.of(new PlannedConnection(PlanAction.DELETE, current.name(), null, null,
						current, List.of(), List.of(), Set.of(), null, List.of(this.vendor.deletionWarning()))))
				.toList();
		}
		catch (UnclearMatchException ex) {
			return List
				.of(new Outcome(null, List.of(new PlanProblem(nameOrId, null, String.valueOf(ex.getMessage())))));
		}
	}

	private Mono<Outcome> outcome(Match match, Matching matching) {
		Declared one = match.declared();
		if (match.problem() != null) {
			return Mono.just(Outcome.of(one.desired(), List.of(match.problem())));
		}
		return (match.current() != null) ? compare(one, match.current()) : create(one, matching);
	}

	private Mono<Outcome> create(Declared one, Matching matching) {
		Map<String, @Nullable Object> fields;
		try {
			fields = this.vendor.toCreation(one.desired(), one.fields());
		}
		catch (IllegalArgumentException ex) {
			return Mono.just(Outcome.of(one.desired(), List.of(String.valueOf(ex.getMessage()))));
		}
		List<FieldChange> changes = new ArrayList<>();
		Fields.visit(FieldPath.ROOT, this.vendor.toComparable(fields), (path, value) -> {
			FieldRule rule = this.vendor.rules().of(path);
			if (value != null) {
				changes.add(new FieldChange(path, rule.source(), null, show(rule, value)));
			}
		});
		String question = question(one.desired(), matching.findSimilar(one.desired()));
		return removedDomains(null, fields).map((removed) -> Outcome.of(new PlannedConnection(PlanAction.CREATE,
				one.desired().name(), one.desired(), fields, null, changes, List.of(), removed, question, List.of())));
	}

	private static @Nullable Object show(FieldRule rule, Object value) {
		return (value instanceof Secret || value instanceof SecretReference) ? Secret.MASK
				: rule.comparison().describe(value);
	}

	private @Nullable String question(DesiredConnection desired, List<CurrentConnection> similar) {
		if (similar.isEmpty() || this.options.confirmedCreations().contains(desired.name())) {
			return null;
		}
		return "It may be an undeclared connection of the same " + (this.vendor.hasUniqueNames() ? "" : "name or ")
				+ "domains: "
				+ String.join(", ", similar.stream().map((one) -> one.name() + " (" + one.id() + ")").toList())
				+ ". Correct the declaration, or confirm the creation by name: a second connection has a new ACS URL.";
	}

	private Mono<Outcome> compare(Declared one, CurrentConnection found) {
		Mono<CurrentConnection> read = this.options.furtherCalls() ? this.further.read(found, one.fields())
				: Mono.just(found);
		return read.flatMap((current) -> {
			FieldDifferences differences = new FieldDifferences(this.vendor.rules(),
					this.vendor.toComparable(one.fields()), current,
					this.options.sentSecrets().contains(one.desired().name()));
			differences.addLost(this.vendor.findLost(current, differences.changes()), one.fields());
			if (!differences.problems().isEmpty()) {
				return Mono.just(Outcome.of(one.desired(), differences.problems()));
			}
			PlanAction action = differences.changes().isEmpty() ? PlanAction.NONE : PlanAction.UPDATE;
			Mono<Set<String>> removed = (action != PlanAction.NONE) ? removedDomains(current, one.fields())
					: Mono.just(Set.of());
			return removed.map((domains) -> Outcome
				.of(new PlannedConnection(action, one.desired().name(), one.desired(), one.fields(), current,
						differences.changes(), differences.notCompared(), domains, null, List.of())));
		});
	}

	// Without further calls, an activation that removes one is rejected when it is
	// applied
	private Mono<Set<String>> removedDomains(@Nullable CurrentConnection current,
			Map<String, @Nullable Object> declared) {
		return this.options.furtherCalls() ? this.further.findRemovedDomains(current, declared) : Mono.just(Set.of());
	}

	private record Declared(DesiredConnection desired, Map<String, @Nullable Object> fields) {

	}

	private record Match(Declared declared, @Nullable CurrentConnection current, @Nullable String problem) {

	}

	private record Outcome(@Nullable PlannedConnection planned, List<PlanProblem> problems) {

		static Outcome of(PlannedConnection planned) {
			return new Outcome(planned, List.of());
		}

		static Outcome of(DesiredConnection desired, List<String> problems) {
			return new Outcome(null,
					problems.stream().map((text) -> new PlanProblem(desired.name(), desired.origin(), text)).toList());
		}

	}

}
