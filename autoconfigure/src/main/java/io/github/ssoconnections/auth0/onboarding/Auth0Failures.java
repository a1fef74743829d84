// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.onboarding;

import java.util.List;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.account.Auth0Account;

/**
 * Failures that the onboarding finds itself, without a response of Auth0 that says so.
 */
final class Auth0Failures {

	private Auth0Failures() {
	}

	static SsoApiException conflict(Auth0Account auth0, String operation, String reason) {
		return new SsoApiException.Conflict(details(auth0, operation, reason, true));
	}

	static SsoApiException notFound(Auth0Account auth0, String operation, String reason) {
		return new SsoApiException.NotFound(details(auth0, operation, reason, true));
	}

	static SsoApiException invalidRequest(Auth0Account auth0, String operation, String reason) {
		return new SsoApiException.InvalidRequest(details(auth0, operation, reason, false));
	}

	private static SsoApiException.Details details(Auth0Account auth0, String operation, String reason,
			boolean retryable) {
		return new SsoApiException.Details(auth0.client().account(), operation, null, reason, List.of(), null, null,
				retryable, null);
	}

}
