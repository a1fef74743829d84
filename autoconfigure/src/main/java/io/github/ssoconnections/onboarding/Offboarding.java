// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.util.List;

/**
 * Result of {@link Onboarding#offboard}: nobody can sign in any more.
 *
 * @param state the state
 * @param remaining what is left at the vendor, each as a sentence
 * @param deletion what {@link Onboarding#delete} would delete besides the connection,
 * each as a sentence
 */
public record Offboarding(OnboardingState state, List<String> remaining, List<String> deletion) {

	public Offboarding {
		remaining = List.copyOf(remaining);
		deletion = List.copyOf(deletion);
	}

}
