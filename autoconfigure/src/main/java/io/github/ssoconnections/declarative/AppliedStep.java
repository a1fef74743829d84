// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * What became of a step of a plan.
 *
 * @param action what was to be done
 * @param name the name of the connection
 * @param connectionId the vendor's id, {@code null} for a creation
 * @param outcome what became of it
 * @param reason why it is not done, {@code null} if it is; contains no secret
 * @param failure the failure, for the outcome {@link StepOutcome#FAILED}
 */
public record AppliedStep(PlanAction action, String name, @Nullable String connectionId, StepOutcome outcome,
		@Nullable String reason, @JsonIgnore @Nullable Throwable failure) {

	static AppliedStep of(PlannedConnection planned, StepOutcome outcome, @Nullable String reason,
			@Nullable Throwable failure) {
		CurrentConnection current = planned.current();
		return new AppliedStep(planned.action(), planned.name(), (current != null) ? current.id() : null, outcome,
				reason, failure);
	}

}
