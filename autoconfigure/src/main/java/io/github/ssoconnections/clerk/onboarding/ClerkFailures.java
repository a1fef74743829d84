// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.onboarding;

import java.util.List;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.account.ClerkAccount;

/**
 * Failures that the onboarding finds itself, without a response of Clerk that says so.
 */
final class ClerkFailures {

	private ClerkFailures() {
	}

	static SsoApiException conflict(ClerkAccount clerk, String operation, String reason) {
		return new SsoApiException.Conflict(details(clerk, operation, reason, true));
	}

	static SsoApiException invalidRequest(ClerkAccount clerk, String operation, String reason) {
		return new SsoApiException.InvalidRequest(details(clerk, operation, reason, false));
	}

	private static SsoApiException.Details details(ClerkAccount clerk, String operation, String reason,
			boolean retryable) {
		return new SsoApiException.Details(clerk.client().account(), operation, null, reason, List.of(), null, null,
				retryable, null);
	}

}
