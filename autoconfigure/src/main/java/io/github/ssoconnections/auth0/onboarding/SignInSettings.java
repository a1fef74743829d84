// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.onboarding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.activation.ActivationPlan;
import io.github.ssoconnections.onboarding.OnboardingState;
import io.github.ssoconnections.onboarding.OnboardingStep;
import org.jspecify.annotations.Nullable;

/**
 * A connection, and who can sign in with it.
 *
 * @param connection the connection
 * @param plan what the activation enables, {@code null} if there is no plan
 * @param enabledClients the clients that it is enabled for
 * @param unknown what could not be read
 */
record SignInSettings(Auth0Connection connection, @Nullable ActivationPlan plan, List<String> enabledClients,
		List<String> unknown) {

	static SignInSettings planned(Auth0Connection connection, ActivationPlan plan) {
		return new SignInSettings(connection, plan, List.of(), List.of());
	}

	boolean isSuspended() {
		return this.connection.authentication() != null
				&& Boolean.FALSE.equals(this.connection.authentication().active());
	}

	boolean isActive() {
		return !isSuspended() && (!this.enabledClients.isEmpty()
				// Third-party clients use it without being enabled
				|| Boolean.TRUE.equals(this.connection.isDomainConnection()));
	}

	/**
	 * Return the clients that are enabled once the connection is active.
	 * @return those of the plan, and those that are enabled already
	 */
	Set<String> clientsAfterActivation() {
		Set<String> clients = new LinkedHashSet<>(this.enabledClients);
		if (this.plan != null) {
			clients.addAll(this.plan.clientIds());
		}
		return clients;
	}

	/**
	 * Return the clients of the plan, or those that the connection is enabled for.
	 * @return the ids
	 */
	List<String> clients() {
		return (this.plan != null) ? this.plan.clientIds() : this.enabledClients;
	}

	List<String> organizations() {
		return (this.plan != null) ? this.plan.organizationIds() : List.of();
	}

	@Nullable String organization() {
		return organizations().isEmpty() ? null : organizations().get(0);
	}

	OnboardingState toState(Account account, List<String> domains) {
		List<OnboardingStep> done = new ArrayList<>();
		if (organization() != null) {
			done.add(OnboardingStep.ORGANIZATION);
		}
		done.add(OnboardingStep.CONNECTION);
		if (isActive()) {
			done.add(OnboardingStep.ACTIVATION);
		}
		String displayName = this.connection.displayName();
		return new OnboardingState(account.vendor(), account.name(),
				(displayName != null) ? displayName : this.connection.name(), this.connection.id(), organization(),
				domains, clients(), done);
	}

}
