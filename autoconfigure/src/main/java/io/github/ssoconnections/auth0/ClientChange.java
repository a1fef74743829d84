// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Change that enables or disables a connection for an application.
 */
public final class ClientChange extends ApiBody<ClientChange> {

	/**
	 * Create a change that enables the connection for an application.
	 * @param clientId the id of the application
	 * @return the change
	 */
	public static ClientChange enable(String clientId) {
		Assert.hasText(clientId, "'clientId' must not be empty");
		return new ClientChange().clientId(clientId).status(true);
	}

	/**
	 * Create a change that disables the connection for an application.
	 * @param clientId the id of the application
	 * @return the change
	 */
	public static ClientChange disable(String clientId) {
		Assert.hasText(clientId, "'clientId' must not be empty");
		return new ClientChange().clientId(clientId).status(false);
	}

	/**
	 * Set the application.
	 * @param clientId the id of the application, may be {@code null}
	 * @return this change
	 */
	public ClientChange clientId(@Nullable String clientId) {
		return put("client_id", clientId);
	}

	/**
	 * Set whether the connection is enabled for the application.
	 * @param status whether it is enabled, may be {@code null}
	 * @return this change
	 */
	public ClientChange status(@Nullable Boolean status) {
		return put("status", status);
	}

}
