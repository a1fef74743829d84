// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;

import io.github.ssoconnections.SsoApiException;
import reactor.core.publisher.Mono;

/**
 * Activates enterprise connections that somebody has signed in through as they are now,
 * and no others.
 */
public interface EnterpriseConnectionActivation {

	/**
	 * Return the activation for an account.
	 * @param service the service of the account
	 * @param client the account, whose changes are made one after the other
	 * @return the activation
	 */
	static EnterpriseConnectionActivation create(EnterpriseConnectionService service, ClerkClient client) {
		return new DefaultEnterpriseConnectionActivation(service, client);
	}

	/**
	 * Activate a connection if a test run has succeeded that was created after the last
	 * change to the connection; otherwise create a test run. One that is active already
	 * is left as it is. Clerk then silently removes verified organization domains that
	 * equal a domain of the connection.
	 * @param id the id of the enterprise connection
	 * @return {@link ActivationResult.Active} or {@link ActivationResult.TestNeeded}, or
	 * an {@link SsoApiException}
	 */
	Mono<ActivationResult> activate(String id);

	/**
	 * Wait for the end of the newest test run of a connection.
	 * @param id the id of the enterprise connection
	 * @param timeout how long to wait
	 * @return the run, which has succeeded or failed, or is still
	 * {@link TestRunStatus#PENDING} when the time is up; an
	 * {@link SsoApiException.NotFound} if there is none by then
	 */
	Mono<TestRun> awaitTestRun(String id, Duration timeout);

	/**
	 * Wait for the end of the test run that an activation has created. Clerk does not
	 * tell which it is: it is the newest one after the last one from before.
	 * @param test what came of the activation
	 * @param timeout how long to wait
	 * @return the run, which has succeeded or failed, or is still
	 * {@link TestRunStatus#PENDING} when the time is up; an
	 * {@link SsoApiException.NotFound} if it cannot be found by then
	 */
	Mono<TestRun> awaitTestRun(ActivationResult.TestNeeded test, Duration timeout);

}
