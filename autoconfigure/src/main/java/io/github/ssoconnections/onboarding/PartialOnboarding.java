// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.util.Arrays;
import java.util.Optional;

import io.github.ssoconnections.PartialChange;

/**
 * Onboarding that failed at one of its steps. It is suppressed by the failure; the same
 * call again finishes it.
 */
public final class PartialOnboarding extends RuntimeException implements PartialChange {

	private final transient OnboardingState state;

	private final OnboardingStep failed;

	/**
	 * Create a partial result.
	 * @param state the state with the steps that are done
	 * @param failed the step that failed
	 */
	public PartialOnboarding(OnboardingState state, OnboardingStep failed) {
		super("done: " + (state.done().isEmpty() ? "nothing" : state.done().toString()) + ", failed: " + failed, null,
				false, false);
		this.state = state;
		this.failed = failed;
	}

	/**
	 * Return the partial result of a failure.
	 * @param failure the failure
	 * @return the partial result, empty if it failed before the first step
	 */
	public static Optional<PartialOnboarding> of(Throwable failure) {
		return Arrays.stream(failure.getSuppressed())
			.filter(PartialOnboarding.class::isInstance)
			.map(PartialOnboarding.class::cast)
			.reduce((earlier, latest) -> latest);
	}

	/**
	 * Return the state with the steps that are done.
	 * @return the state
	 */
	public OnboardingState state() {
		return this.state;
	}

	/**
	 * Return the step that failed.
	 * @return the step
	 */
	public OnboardingStep failed() {
		return this.failed;
	}

}
