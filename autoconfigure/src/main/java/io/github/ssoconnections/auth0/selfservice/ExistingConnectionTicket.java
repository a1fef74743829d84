// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

/**
 * New ticket for a connection that exists: its holder can repoint the sign-in of a
 * customer, see {@link Auth0SelfServiceTickets#createForExistingConnection}. Unlike
 * Auth0's defaults, it expires after one day and requires the verification of a domain.
 */
public final class ExistingConnectionTicket extends SelfServiceTicketBody<ExistingConnectionTicket> {

	/**
	 * Set which parts of the connection the holder can change.
	 * @param features the parts, may be {@code null} for Auth0's default
	 * @return this body
	 */
	public ExistingConnectionTicket features(@Nullable TicketFeatures features) {
		return put("enabled_features", features);
	}

	/**
	 * Set an additional field. A map for {@code domain_aliases_config} becomes
	 * {@link TicketDomains}, whose defaults apply to what the map does not have.
	 * @param field the wire name, neither {@code connection_id} nor
	 * {@code connection_config}
	 * @param value the value, may be {@code null}
	 * @return this body
	 */
	@Override
	public ExistingConnectionTicket set(String field, @Nullable Object value) {
		Assert.isTrue(!"connection_id".equals(field) && !NewSelfServiceTicket.CONNECTION.equals(field),
				"'field' must not be 'connection_id' or 'connection_config'");
		return super.set(field, value);
	}

	ExistingConnectionTicket of(String connectionId) {
		ExistingConnectionTicket body = new ExistingConnectionTicket();
		fields().forEach(body::put);
		return body.put("connection_id", connectionId);
	}

}
