// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An application that is to use a connection, or is not to use it any more.
 */
public final class ClientChange extends ApiBody<ClientChange> {

	/**
	 * Return a change that lets an application use the connection.
	 * @param clientId the id of the application
	 * @return the change
	 */
	public static ClientChange enable(String clientId) {
		Assert.hasText(clientId, "'clientId' must not be empty");
		return new ClientChange().clientId(clientId).status(true);
	}

	/**
	 * Return a change that takes the connection from an application.
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
	 * Set whether the application uses the connection from now on.
	 * @param status whether it does, may be {@code null}
	 * @return this change
	 */
	public ClientChange status(@Nullable Boolean status) {
		return put("status", status);
	}

}
