// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Map;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import reactor.core.publisher.Mono;

/**
 * Look-up from the ids of SAML connections to the ids of enterprise connections, for
 * moving code and stored ids off the deprecated SAML API. A SAML connection and its
 * enterprise connection are one object under two APIs: nothing has to be created, and a
 * second connection would have another ACS URL.
 * <p>
 * The id of the SAML connection of an enterprise connection is that of
 * {@link EnterpriseConnection#saml()}.
 */
public interface EnterpriseConnectionIds {

	/**
	 * Create an instance for an account.
	 * @param connections the service of enterprise connections
	 * @param samlConnections the service of SAML connections
	 * @param client the client of both services
	 * @return the instance
	 */
	@SuppressWarnings("deprecation")
	static EnterpriseConnectionIds create(EnterpriseConnectionService connections,
			SamlConnectionService samlConnections, ClerkClient client) {
		Assert.notNull(connections, "'connections' must not be null");
		Assert.notNull(samlConnections, "'samlConnections' must not be null");
		Assert.notNull(client, "'client' must not be null");
		return new DefaultEnterpriseConnectionIds(connections, samlConnections, client.account());
	}

	/**
	 * Look up the enterprise connection of a SAML connection: one request to the SAML
	 * API. If its response has no id of an enterprise connection, or the SAML API is
	 * removed (410), the list of enterprise connections is searched.
	 * @param samlConnectionId the id of the SAML connection, such as {@code samlc_…}
	 * @return the id of the enterprise connection, such as {@code ent_…};
	 * {@link SsoApiException.NotFound} if there is none
	 */
	Mono<String> get(String samlConnectionId);

	/**
	 * Look up the enterprise connections of all SAML connections, for a migration of
	 * stored ids. Lists the enterprise connections, and makes no request to the SAML API.
	 * @return the ids of the enterprise connections by those of the SAML connections
	 */
	Mono<Map<String, String>> getAll();

}
