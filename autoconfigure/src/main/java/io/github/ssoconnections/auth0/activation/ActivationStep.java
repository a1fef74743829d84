// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.activation;

import org.jspecify.annotations.Nullable;

/**
 * Step of an activation or a deactivation.
 *
 * @param kind what the step is about
 * @param id the id of the client, the organization or, for the plan, the connection
 * @param outcome the outcome
 * @param call the call of the step, a method and a path below {@code /api/v2}
 * @param scope the scope that the call needs
 * @param assignMembershipOnLogin whether users become members of the organization when
 * they sign in, as Auth0 returned it: what was enabled before keeps its value, whatever
 * the plan says. {@code null} unless an organization is enabled
 */
public record ActivationStep(Kind kind, String id, Outcome outcome, String call, String scope,
		@Nullable Boolean assignMembershipOnLogin) {

	/**
	 * What a step is about.
	 */
	public enum Kind {

		/**
		 * The plan in the metadata of the connection.
		 */
		PLAN,

		/**
		 * The connection of an organization.
		 */
		ORGANIZATION,

		/**
		 * A client of the connection.
		 */
		CLIENT

	}

	/**
	 * Outcome of a step.
	 */
	public enum Outcome {

		/**
		 * The activation has enabled it, in this or an earlier call. A deactivation
		 * disables it.
		 */
		ENABLED,

		/**
		 * It was enabled before the activation, and was left as it is. A deactivation
		 * leaves it enabled.
		 */
		ENABLED_BEFORE,

		/**
		 * The deactivation has disabled it.
		 */
		DISABLED,

		/**
		 * The step has failed, or was not reached.
		 */
		OPEN

	}

	static ActivationStep open(Kind kind, String id, String call, String scope) {
		return new ActivationStep(kind, id, Outcome.OPEN, call, scope, null);
	}

	ActivationStep with(Outcome newOutcome) {
		return with(newOutcome, null);
	}

	ActivationStep with(Outcome newOutcome, @Nullable Boolean assigned) {
		return new ActivationStep(this.kind, this.id, newOutcome, this.call, this.scope, assigned);
	}

	boolean isAbout(ActivationStep other) {
		return this.kind == other.kind && this.id.equals(other.id);
	}

}
