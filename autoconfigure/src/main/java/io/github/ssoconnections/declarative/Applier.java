// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.declarative.ReconciliationVendor.FurtherFields;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Applies one plan, one connection after the other.
 */
final class Applier {

	private final ReconciliationVendor vendor;

	private final FurtherFields further;

	private final AtomicBoolean stopped = new AtomicBoolean();

	Applier(ReconciliationVendor vendor) {
		this.vendor = vendor;
		this.further = vendor.furtherFields();
	}

	/**
	 * Apply a plan.
	 * @param plan the plan
	 * @param lock the lock of the account
	 * @return the steps
	 */
	Flux<AppliedStep> apply(ConnectionPlan plan, ApplyLocks.Held lock) {
		return Flux.fromIterable(plan.changes()).concatMap((planned) -> step(planned, lock), 1);
	}

	private Mono<AppliedStep> step(PlannedConnection planned, ApplyLocks.Held lock) {
		if (this.stopped.get()) {
			return Mono
				.just(AppliedStep.of(planned, StepOutcome.NOT_RUN, "an earlier step failed for the account", null));
		}
		if (!lock.isHeld()) {
			return Mono.just(AppliedStep.of(planned, StepOutcome.NOT_RUN, "the lock of the account was lost", null));
		}
		if (planned.question() != null) {
			return Mono.just(AppliedStep.of(planned, StepOutcome.REJECTED, planned.question(), null));
		}
		String unresolved = unresolved(planned);
		if (unresolved != null) {
			return Mono.just(AppliedStep.of(planned, StepOutcome.REJECTED, unresolved, null));
		}
		return write(planned).thenReturn(AppliedStep.of(planned, StepOutcome.DONE, null, null))
			.onErrorResume(ChangedSincePlanException.class,
					(changed) -> Mono.just(AppliedStep.of(planned, StepOutcome.REJECTED, changed.getMessage(), null)))
			.onErrorResume(SsoApiException.class, (failure) -> failed(planned, failure))
			.onErrorResume(IllegalArgumentException.class, (failure) -> failed(planned, failure));
	}

	private Mono<AppliedStep> failed(PlannedConnection planned, RuntimeException failure) {
		if (failure instanceof SsoApiException.Unauthorized || failure instanceof SsoApiException.Forbidden
				|| failure instanceof SsoApiException.RateLimited || failure instanceof SsoApiException.Unavailable
				|| failure instanceof SsoApiException.OutcomeUnknown || failure instanceof SsoApiException.Gone) {
			this.stopped.set(true);
		}
		return Mono.just(AppliedStep.of(planned, StepOutcome.FAILED, failure.getMessage(), failure));
	}

	private static @Nullable String unresolved(PlannedConnection planned) {
		String[] reason = new String[1];
		Fields.visit(FieldPath.ROOT, planned.declared(), (path, value) -> {
			if (value instanceof SecretReference
					&& (planned.action() == PlanAction.CREATE || planned.isChanged(path))) {
				reason[0] = "the secret " + value + " of " + path + " has no value";
			}
		});
		return reason[0];
	}

	private Mono<Void> write(PlannedConnection planned) {
		CurrentConnection expected = planned.current();
		if (expected == null) {
			return this.vendor.create(planned);
		}
		boolean deletion = planned.action() == PlanAction.DELETE;
		Mono<CurrentConnection> current = deletion ? this.vendor.get(expected.id())
				: this.vendor.get(expected.id()).flatMap((found) -> readFurther(planned, found));
		return current
			.onErrorResume(SsoApiException.NotFound.class,
					(gone) -> deletion ? Mono.empty()
							: Mono.error(new ChangedSincePlanException("the connection was deleted since the plan")))
			.flatMap((found) -> requireUnchanged(planned, expected, found))
			.flatMap((found) -> deletion ? this.vendor.delete(found.id()) : this.vendor.update(planned, found));
	}

	// As the plan has read them: with further calls only if it made some
	private Mono<CurrentConnection> readFurther(PlannedConnection planned, CurrentConnection found) {
		Map<String, @Nullable Object> declared = planned.declared();
		boolean without = planned.notCompared()
			.stream()
			.anyMatch((path) -> this.vendor.rules().of(path).source() == FieldSource.FURTHER_CALL);
		return without ? Mono.just(found) : this.further.read(found, declared);
	}

	private Mono<CurrentConnection> requireUnchanged(PlannedConnection planned, CurrentConnection expected,
			CurrentConnection found) {
		FieldRules rules = this.vendor.rules();
		List<String> changed = new ArrayList<>();
		expected.fields().forEach((name, value) -> {
			if (found.fields().containsKey(name)
					&& !Fields.agree(rules, FieldPath.of(name), value, found.fields().get(name))) {
				changed.add(name);
			}
		});
		// Those too that only one of the reads has
		for (FieldChange change : planned.changes()) {
			FieldPath path = change.path();
			if (change.source() != FieldSource.WRITE_ONLY
					&& !rules.of(path).comparison().isSame(path.read(expected.fields()), path.read(found.fields()))) {
				changed.add(path.toString());
			}
		}
		return changed.isEmpty() ? Mono.just(found) : Mono.error(new ChangedSincePlanException(
				"the connection was changed since the plan, in " + changed.get(0) + ": make a new plan"));
	}

}
