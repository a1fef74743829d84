// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.ssoconnections.Assert;
import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * How far an onboarding is. Contains no secret, and can be stored as JSON with any
 * mapper: an application needs no more of it than {@link #connectionId()} to go on.
 *
 * @param vendor the name of the vendor, such as {@code clerk}
 * @param account the name of the account
 * @param customer the display name of the customer
 * @param connectionId the vendor's id of the connection; {@code null} until it exists
 * @param organizationId the vendor's id of the organization; {@code null} if there is
 * none
 * @param domains the e-mail domains whose users sign in through the connection
 * @param clientIds the clients whose users sign in through the connection (Auth0)
 * @param done the steps that are done, in their order; a step is not among them if the
 * vendor did not return what it did
 */
public record OnboardingState(String vendor, String account, String customer, @Nullable String connectionId,
		@Nullable String organizationId, List<String> domains, List<String> clientIds, List<OnboardingStep> done) {

	public OnboardingState {
		Assert.hasText(vendor, "'vendor' must not be empty");
		Assert.hasText(account, "'account' must not be empty");
		Assert.notNull(customer, "'customer' must not be null");
		domains = (domains != null) ? List.copyOf(domains) : List.of();
		clientIds = (clientIds != null) ? List.copyOf(clientIds) : List.of();
		done = (done != null && !done.isEmpty()) ? List.copyOf(EnumSet.copyOf(done)) : List.of();
	}

	/**
	 * Return whether a step is done.
	 * @param step the step
	 * @return whether it is done
	 */
	public boolean isDone(OnboardingStep step) {
		return this.done.contains(step);
	}

	/**
	 * Return whether users can sign in.
	 * @return whether the activation is done
	 */
	@JsonIgnore
	public boolean isActive() {
		return isDone(OnboardingStep.ACTIVATION);
	}

	/**
	 * Return a copy with other steps.
	 * @param steps the steps that are done
	 * @return the state
	 */
	public OnboardingState withDone(Collection<OnboardingStep> steps) {
		return new OnboardingState(this.vendor, this.account, this.customer, this.connectionId, this.organizationId,
				this.domains, this.clientIds, List.copyOf(steps));
	}

	/**
	 * Return a copy with an organization.
	 * @param organizationId the vendor's id of the organization
	 * @return the state
	 */
	public OnboardingState withOrganization(String organizationId) {
		return new OnboardingState(this.vendor, this.account, this.customer, this.connectionId, organizationId,
				this.domains, this.clientIds, this.done);
	}

	/**
	 * Return the account.
	 * @return the account
	 */
	public Account toAccount() {
		return new Account(this.vendor, this.account);
	}

}
