// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.handover.HandOverSheet;
import io.github.ssoconnections.handover.IdpProduct;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Onboarding of the customers of one account: the same steps at every vendor.
 * <ol>
 * <li>{@link #check} what the customer's administrator has sent</li>
 * <li>{@link #create} the connection; nobody can sign in with it</li>
 * <li>{@link #handOver(String) hand over} what the administrator enters at the IdP</li>
 * <li>{@link #test} the sign-in</li>
 * <li>{@link #review} and {@link #activate}</li>
 * </ol>
 * Every step can be called again after a failure or a restart, and does nothing twice.
 * Nothing is stored but at the vendor; the id of the connection is enough to go on.
 * <p>
 * Every failure is an {@link SsoApiException}. An invalid argument fails the method call
 * with an {@link IllegalArgumentException}, and nothing is sent.
 */
public interface Onboarding {

	/**
	 * Create an onboarding.
	 * @param vendor the vendor, with its account
	 * @param tools what every onboarding uses
	 * @return the onboarding
	 */
	static Onboarding create(OnboardingVendor vendor, OnboardingTools tools) {
		return new DefaultOnboarding(vendor, tools);
	}

	/**
	 * Return the account.
	 * @return the account
	 */
	Account account();

	/**
	 * Check what the administrator of an IdP has sent, before anything else is known.
	 * Nothing is written, and nothing is sent to the vendor.
	 * @param idp the settings
	 * @return the check, with findings about the metadata or the discovery document and
	 * the certificates, and nothing else. An unreadable certificate is an
	 * {@link IllegalArgumentException}
	 */
	Mono<OnboardingCheck> check(IdpSettings idp);

	/**
	 * Check what a connection would be created from. Nothing is written. Metadata and
	 * discovery documents at URLs are fetched through the address filter. Conflicts are
	 * those of the index, which is refreshed first if it is older than 15 minutes.
	 * @param request the request
	 * @return the check; metadata that cannot be read, also at a URL, is a finding
	 */
	Mono<OnboardingCheck> check(OnboardingRequest request);

	/**
	 * Create the organization, the connection and the discovery domains of a request,
	 * each unless it exists. The connection is created inactive. The same call again
	 * finishes what has failed.
	 * @param request the request
	 * @return the state; {@link SsoApiException.Conflict} if a connection exists that is
	 * alike and differs in its organization, its clients or its IdP, or an organization
	 * of the same name has another display name. {@link PartialOnboarding#of} of a
	 * failure returns the steps that are done
	 */
	Mono<OnboardingState> create(OnboardingRequest request);

	/**
	 * Read a connection, and what belongs to it.
	 * @param connectionId the vendor's id of the connection
	 * @return the connection
	 */
	Mono<OnboardedConnection> get(String connectionId);

	/**
	 * Make the sheet of what the customer's administrator enters, for the IdP that the
	 * connection suggests.
	 * @param connectionId the vendor's id of the connection
	 * @return the sheet, without secrets
	 */
	default Mono<HandOverSheet> handOver(String connectionId) {
		return handOver(connectionId, null);
	}

	/**
	 * Make the sheet of what the customer's administrator enters.
	 * @param connectionId the vendor's id of the connection
	 * @param product the IdP, in whose console's words the sheet is; {@code null} for the
	 * one that the connection suggests
	 * @return the sheet, without secrets; fails with an {@link IllegalArgumentException}
	 * if the product does not support the protocol of the connection, or the values are
	 * unknown
	 */
	Mono<HandOverSheet> handOver(String connectionId, @Nullable IdpProduct product);

	/**
	 * Change the display name.
	 * @param connectionId the vendor's id of the connection
	 * @param name the display name
	 * @return completes when it is changed
	 */
	Mono<Void> rename(String connectionId, String name);

	/**
	 * Return the rotation of the signing certificates.
	 * @return the rotation
	 */
	ConnectionRotation rotation();

	/**
	 * Create the link with which a person tests the connection. At Clerk, the result is
	 * recorded and permits the activation. At Auth0, it is the sign-in URL of the first
	 * client of the connection, and no result is known.
	 * @param connectionId the vendor's id of the connection
	 * @return the test
	 */
	default Mono<SignInTest> test(String connectionId) {
		return test(connectionId, null);
	}

	/**
	 * Create the link with which a person tests the connection with a client, see
	 * {@link #test(String)}.
	 * @param connectionId the vendor's id of the connection
	 * @param clientId the client whose sign-in is tested (Auth0), {@code null} for the
	 * first one of the connection. Clerk has no clients, and ignores it
	 * @return the test
	 */
	Mono<SignInTest> test(String connectionId, @Nullable String clientId);

	/**
	 * Find out what an activation would change. Nothing is written. Conflicts are those
	 * of the index, which is refreshed first if it is older than 15 minutes, or does not
	 * have the connection.
	 * @param connectionId the vendor's id of the connection
	 * @return the review
	 */
	Mono<ActivationReview> review(String connectionId);

	/**
	 * Activate a connection, with consent to what the review names, and to nothing else.
	 * At Clerk, a test must have succeeded since the last change; otherwise the result
	 * has a new one.
	 * @param review the review, from {@link #review}
	 * @return the activation; {@link SsoApiException.Conflict} if more would be removed
	 * or enabled than the review names, and nothing is changed
	 */
	Mono<Activation> activate(ActivationReview review);

	/**
	 * Deactivate a connection: no new sign-ins. Sessions and refresh tokens stay valid.
	 * It can be activated again.
	 * @param connectionId the vendor's id of the connection
	 * @return the state
	 */
	Mono<OnboardingState> deactivate(String connectionId);

	/**
	 * End the onboarding of a customer: deactivate the connection, and report what is
	 * left. Deletes nothing.
	 * @param connectionId the vendor's id of the connection
	 * @return the report
	 */
	Mono<Offboarding> offboard(String connectionId);

	/**
	 * Delete a connection. It must be inactive. At Auth0, its users are deleted, too. A
	 * connection that there is not counts as deleted.
	 * @param connectionId the vendor's id of the connection
	 * @return completes when the vendor has accepted the deletion, as Auth0 deletes the
	 * users afterwards; {@link SsoApiException.Conflict} if users can sign in with it
	 */
	Mono<Void> delete(String connectionId);

}
