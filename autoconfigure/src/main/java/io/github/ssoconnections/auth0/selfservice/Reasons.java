// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;

/**
 * Failures with the reason that Auth0 leaves out.
 */
final class Reasons {

	private Reasons() {
	}

	static SsoApiException.Details add(Account account, SsoApiException failure, String reason) {
		return new SsoApiException.Details(account, failure.operation(), failure.status(), reason, failure.errors(),
				failure.traceId(), failure.retryAfter(), failure.isRetryable(), failure.getCause());
	}

}
