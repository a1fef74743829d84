// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;

import io.github.ssoconnections.SsoApiException;

/**
 * Refuses what would do harm, once the connection was read and before anything is sent to
 * change it.
 */
final class Refusal {

	private Refusal() {
	}

	static SsoApiException of(String operation, String reason) {
		return new SsoApiException.InvalidRequest(new SsoApiException.Details(ClerkVendor.NAME, operation, null,
				"not sent: " + reason, List.of(), null, null, false, null));
	}

}
