// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.handover.HandOverValues;
import io.github.ssoconnections.handover.IdpProduct;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What a vendor does in an {@link Onboarding}. Everything else is the same at every
 * vendor.
 */
public interface OnboardingVendor {

	/**
	 * Return the account.
	 * @return the account
	 */
	Account account();

	/**
	 * Check the connection of a request for what the vendor rejects, or accepts although
	 * sign-ins will fail. The request is valid. Makes no request.
	 * @param request the request
	 * @param document what was read of the IdP
	 * @param now the current time
	 * @return the findings
	 */
	List<Finding> check(OnboardingRequest request, IdpDocument document, Instant now);

	/**
	 * Validate a request before anything is sent.
	 * @param request the request
	 * @throws IllegalArgumentException if it cannot be sent
	 */
	void validate(OnboardingRequest request);

	/**
	 * Find the verified domains of the organization that the activation would remove.
	 * @param request the request
	 * @return the domains, empty if there are none
	 */
	Mono<List<String>> findRemovedDomains(OnboardingRequest request);

	/**
	 * Create an organization, unless it exists.
	 * @param organization the organization, with a name
	 * @return the id
	 */
	Mono<CreateResult<String>> createOrganization(CustomerOrganization organization);

	/**
	 * Create a connection that nobody can sign in with, unless it exists.
	 * @param request the request
	 * @param organizationId the organization, {@code null} for none
	 * @return the state
	 */
	Mono<CreateResult<OnboardingState>> createConnection(OnboardingRequest request, @Nullable String organizationId);

	/**
	 * Add the domains to the organization as pending, unless it has them.
	 * @param organizationId the organization
	 * @param domains the domains
	 * @return whether one was added
	 */
	Mono<Boolean> addDiscoveryDomains(String organizationId, List<String> domains);

	/**
	 * Read a connection.
	 * @param connectionId the connection
	 * @param now the current time
	 * @return the connection
	 */
	Mono<OnboardedConnection> get(String connectionId, Instant now);

	/**
	 * Read what the administrator of the customer's IdP enters.
	 * @param connectionId the connection
	 * @param product the IdP, {@code null} for the one that the connection suggests
	 * @return the values; fails with an {@link IllegalArgumentException} if the product
	 * does not support the protocol of the connection
	 */
	Mono<HandOverValues> handOver(String connectionId, @Nullable IdpProduct product);

	/**
	 * Change the display name.
	 * @param connectionId the connection
	 * @param name the name
	 * @return completes when it is changed
	 */
	Mono<Void> rename(String connectionId, String name);

	/**
	 * Return the rotation of the signing certificates.
	 * @param clock the clock
	 * @return the rotation
	 */
	ConnectionRotation rotation(Clock clock);

	/**
	 * Create a test.
	 * @param connectionId the connection
	 * @param clientId the client, {@code null} for the first one of the connection
	 * @return the test
	 */
	Mono<SignInTest> test(String connectionId, @Nullable String clientId);

	/**
	 * Find out what an activation would change, besides conflicts.
	 * @param connectionId the connection
	 * @return the review, without conflicts
	 */
	Mono<ActivationReview> review(String connectionId);

	/**
	 * Activate a connection.
	 * @param review the review
	 * @return the activation
	 */
	Mono<Activation> activate(ActivationReview review);

	/**
	 * Deactivate a connection.
	 * @param connectionId the connection
	 * @return the state
	 */
	Mono<OnboardingState> deactivate(String connectionId);

	/**
	 * Find out what is left of a customer whose connection is inactive.
	 * @param state the state
	 * @return the report
	 */
	Mono<Offboarding> findRemaining(OnboardingState state);

	/**
	 * Delete a connection.
	 * @param connectionId the connection
	 * @return completes when it is deleted
	 */
	Mono<Void> delete(String connectionId);

}
