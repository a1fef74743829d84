// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;

/**
 * Failure of a request that this library rejects before it is sent.
 */
final class RejectedRequest {

	private RejectedRequest() {
	}

	static SsoApiException of(Account account, String operation, String reason) {
		return new SsoApiException.InvalidRequest(new SsoApiException.Details(account, operation, null,
				"not sent: " + reason, List.of(), null, null, false, null));
	}

}
