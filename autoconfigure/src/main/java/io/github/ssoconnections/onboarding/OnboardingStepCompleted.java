// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * Event: a step of an onboarding was done by this application. Contains no secret.
 *
 * @param account the account
 * @param step the step
 * @param connectionId the vendor's id of the connection; {@code null} until it exists
 * @param state the state after the step; {@code null} if the step does not read it: the
 * hand-over, a link to a test, and the deletion
 */
public record OnboardingStepCompleted(Account account, OnboardingStep step, @Nullable String connectionId,
		@Nullable OnboardingState state) {
}
