// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.util.List;

import io.github.ssoconnections.index.DomainConflict;
import org.jspecify.annotations.Nullable;

/**
 * What an activation would change. A person sees it before {@link Onboarding#activate}.
 *
 * @param state the state of the onboarding
 * @param existingUsers the number of existing users with an address in a domain of the
 * connection that must sign in through it once it is active; {@code null} if the vendor
 * moves none (Auth0)
 * @param existingUsersComplete whether all were counted; otherwise there may be more
 * @param clientIds the clients whose users can sign in after the activation (Auth0)
 * @param organizationIds the organizations whose users can sign in after the activation
 * @param removedDomains the verified domains of the organization that the vendor removes
 * with the activation (Clerk)
 * @param conflicts the active connections that would compete for the same users
 * @param missing what is missing for users to sign in after the activation (Auth0), each
 * as a sentence
 * @param testNeeded whether a test has to succeed first (Clerk)
 * @param unknown what could not be found out, each as a sentence
 */
public record ActivationReview(OnboardingState state, @Nullable Long existingUsers, boolean existingUsersComplete,
		List<String> clientIds, List<String> organizationIds, List<String> removedDomains,
		List<DomainConflict> conflicts, List<String> missing, boolean testNeeded, List<String> unknown) {

	public ActivationReview {
		clientIds = List.copyOf(clientIds);
		organizationIds = List.copyOf(organizationIds);
		removedDomains = List.copyOf(removedDomains);
		conflicts = List.copyOf(conflicts);
		missing = List.copyOf(missing);
		unknown = List.copyOf(unknown);
	}

	ActivationReview withConflicts(List<DomainConflict> conflicts, List<String> unknown) {
		return new ActivationReview(this.state, this.existingUsers, this.existingUsersComplete, this.clientIds,
				this.organizationIds, this.removedDomains, conflicts, this.missing, this.testNeeded, unknown);
	}

}
