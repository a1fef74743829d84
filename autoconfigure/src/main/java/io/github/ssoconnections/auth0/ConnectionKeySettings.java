// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a new key.
 */
public final class ConnectionKeySettings extends ApiBody<ConnectionKeySettings> {

	/**
	 * Set the algorithm of the key.
	 * @param signingAlg the algorithm, may be {@code null}
	 * @return this body
	 */
	public ConnectionKeySettings signingAlg(@Nullable SigningAlgorithm signingAlg) {
		return put("signing_alg", signingAlg);
	}

}
