// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Link with which a person tests a connection.
 *
 * @param connectionId the vendor's id of the connection
 * @param url the address to open, {@code null} if the vendor gave none, or none can be
 * made. At Clerk it permits the test sign-in, and is short-lived; at Auth0 it is the
 * ordinary sign-in of a client
 * @param recorded whether the vendor records the result, as a {@link TestAttempt}.
 * Otherwise, as at Auth0, nothing is claimed: the person sees the result
 * @param missing what is missing for a sign-in, each as a sentence; empty if nothing is
 * known to be missing
 * @param lastAttempt the last attempt before this one; {@code null} if there was none
 */
public record SignInTest(String connectionId, @Nullable Secret url, boolean recorded, List<String> missing,
		@Nullable TestAttempt lastAttempt) {

	public SignInTest {
		missing = List.copyOf(missing);
	}

	/**
	 * Attempt to sign in with a test link. Contains no personal data.
	 *
	 * @param id the vendor's id
	 * @param status {@code pending}, {@code success}, {@code failed}, or another value of
	 * the vendor; {@code null} if it is absent from the response
	 * @param createdAt when the link was created
	 * @param failure why it failed, in the words of the vendor; {@code null} if it did
	 * not fail or there is no reason
	 * @param isCurrent whether it succeeded after the last change of the connection
	 */
	public record TestAttempt(String id, @Nullable String status, @Nullable Instant createdAt, @Nullable String failure,
			boolean isCurrent) {
	}

}
