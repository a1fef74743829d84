// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import org.jspecify.annotations.Nullable;

/**
 * Result of {@link Onboarding#activate}.
 *
 * @param state the state after the activation
 * @param testNeeded the test that has to succeed first; {@code null} if the connection is
 * active
 */
public record Activation(OnboardingState state, @Nullable SignInTest testNeeded) {

	/**
	 * Return whether users can sign in.
	 * @return whether no test is needed
	 */
	public boolean isActive() {
		return this.testNeeded == null;
	}

}
