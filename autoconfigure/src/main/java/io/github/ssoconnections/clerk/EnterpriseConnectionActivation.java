// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;

import io.github.ssoconnections.SsoApiException;
import reactor.core.publisher.Mono;

/**
 * Activation of enterprise connections after a successful test run.
 */
public interface EnterpriseConnectionActivation {

	/**
	 * Create an instance for an account.
	 * @param service the service of the account
	 * @param client the client of the account, which serializes updates per connection
	 * @return the instance
	 */
	static EnterpriseConnectionActivation create(EnterpriseConnectionService service, ClerkClient client) {
		return new DefaultEnterpriseConnectionActivation(service, client);
	}

	/**
	 * Activate a connection if a test run has succeeded that was created after the last
	 * change to the connection; otherwise create a test run. An active connection is not
	 * changed. On activation, Clerk removes verified organization domains that equal a
	 * domain of the connection, without notice; {@code ClerkReviewedActivation} names
	 * them before.
	 * @param id the id of the enterprise connection
	 * @return {@link ActivationResult.Active} or {@link ActivationResult.TestNeeded}, or
	 * an {@link SsoApiException}
	 */
	Mono<ActivationResult> activate(String id);

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

}
