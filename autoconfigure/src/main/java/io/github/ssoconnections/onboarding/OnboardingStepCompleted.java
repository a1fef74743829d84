// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import io.github.ssoconnections.account.Account;

/**
 * Event: a step of an onboarding was done by this application. Contains no secret.
 *
 * @param account the account
 * @param step the step
 * @param state the state after the step
 */
public record OnboardingStepCompleted(Account account, OnboardingStep step, OnboardingState state) {
}
