// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;

import io.github.ssoconnections.SsoApiException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Activation of enterprise connections after a successful test run.
 */
public interface EnterpriseConnectionActivation {

	/**
	 * Create an instance for an account.
	 * @param service the service of the account
	 * @param client the client of the account, which serializes updates per connection
	 * @param verifiedDomains the verified domains of organizations, read before an
	 * activation; {@code ClerkOrganizationDomains} has them
	 * @return the instance
	 */
	static EnterpriseConnectionActivation create(EnterpriseConnectionService service, ClerkClient client,
			VerifiedDomains verifiedDomains) {
		return new DefaultEnterpriseConnectionActivation(service, client, verifiedDomains);
	}

	/**
	 * Activate a connection as {@link #activate(String, Collection)} does, without
	 * consent to the removal of any domain.
	 * @param id the id of the enterprise connection
	 * @return {@link ActivationResult.Active} or {@link ActivationResult.TestNeeded}, or
	 * an {@link SsoApiException}
	 */
	default Mono<ActivationResult> activate(String id) {
		return activate(id, Set.of());
	}

	/**
	 * Activate a connection if a test run has succeeded that was created after the last
	 * change to the connection; otherwise create a test run. An active connection is not
	 * changed.
	 * <p>
	 * On activation, Clerk removes verified domains of the organization that equal a
	 * domain of the connection, with their pending invitations and suggestions, and
	 * without notice. They are read before, and must all be among the given ones.
	 * {@code ClerkReviewedActivation} has the details of each, and restores them.
	 * @param id the id of the enterprise connection
	 * @param removedDomains the verified domains to whose removal the caller consents
	 * @return {@link ActivationResult.Active} or {@link ActivationResult.TestNeeded}, or
	 * an {@link SsoApiException}: {@link SsoApiException.Conflict} names the domains
	 * without consent, and the connection is not changed
	 */
	Mono<ActivationResult> activate(String id, Collection<String> removedDomains);

	/**
	 * Wait until the newest test run of a connection has completed.
	 * @param id the id of the enterprise connection
	 * @param timeout the maximum time to wait
	 * @return the run, which has succeeded or failed, or is {@link TestRunStatus#PENDING}
	 * after the timeout; {@link SsoApiException.NotFound} if there is no run after the
	 * timeout
	 */
	Mono<TestRun> awaitTestRun(String id, Duration timeout);

	/**
	 * Wait until the test run that an activation created has completed. Clerk returns no
	 * id of the run: it is the newest run after the last run before the activation.
	 * @param test the result of the activation
	 * @param timeout the maximum time to wait
	 * @return the run, which has succeeded or failed, or is {@link TestRunStatus#PENDING}
	 * after the timeout; {@link SsoApiException.NotFound} if the run is not found before
	 * the timeout
	 */
	Mono<TestRun> awaitTestRun(ActivationResult.TestNeeded test, Duration timeout);

	/**
	 * Verified domains of organizations.
	 */
	@FunctionalInterface
	interface VerifiedDomains {

		/**
		 * List the names of the domains of an organization that are verified, or whose
		 * ownership is.
		 * @param organizationId the id of the organization
		 * @return the names
		 */
		Flux<String> list(String organizationId);

	}

}
