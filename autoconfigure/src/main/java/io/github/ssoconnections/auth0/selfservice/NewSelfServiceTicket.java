// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import java.util.Map;

import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

/**
 * New ticket for a connection that is created when its holder sets it up. Unlike Auth0's
 * defaults, it expires after one day and requires the verification of a domain; no client
 * is enabled, and third-party applications cannot use the connection.
 */
public final class NewSelfServiceTicket extends SelfServiceTicketBody<NewSelfServiceTicket> {

	static final String CONNECTION = "connection_config";

	/**
	 * Set the connection that is created. Required.
	 * @param connection the connection
	 * @return this body
	 */
	public NewSelfServiceTicket connection(TicketConnection connection) {
		Assert.notNull(connection, "'connection' must not be null");
		return put(CONNECTION, connection);
	}

	/**
	 * Set an additional field. A map for {@code connection_config} or
	 * {@code domain_aliases_config} becomes a {@link TicketConnection} or
	 * {@link TicketDomains}, whose defaults apply to what the map does not have.
	 * @param field the wire name, not {@code connection_id}
	 * @param value the value, may be {@code null}
	 * @return this body
	 */
	@Override
	public NewSelfServiceTicket set(String field, @Nullable Object value) {
		Assert.isTrue(!"connection_id".equals(field),
				"'field' must not be 'connection_id': use createForExistingConnection");
		return super.set(field, (CONNECTION.equals(field) && value instanceof Map<?, ?> connection)
				? merge(new TicketConnection(), connection) : value);
	}

}
