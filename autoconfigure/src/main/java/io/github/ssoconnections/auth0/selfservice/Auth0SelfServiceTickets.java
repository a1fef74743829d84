// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import reactor.core.publisher.Mono;

/**
 * Tickets with which a customer's administrator sets up a connection. Auth0 has no
 * request that lists or gets them. A ticket can be opened ten times before it expires.
 * <p>
 * Every failure is an {@link SsoApiException}. An invalid argument fails the method call
 * with an {@link IllegalArgumentException}, and nothing is sent.
 *
 * @see <a href=
 * "https://auth0.com/docs/api/management/v2/self-service-profiles/post-sso-ticket">Auth0:
 * self-service tickets</a>
 */
public interface Auth0SelfServiceTickets {

	/**
	 * Create the service for one tenant.
	 * @param client the tenant
	 * @return the service
	 */
	static Auth0SelfServiceTickets create(Auth0Client client) {
		return new DefaultAuth0SelfServiceTickets(client);
	}

	/**
	 * Create a ticket for a connection that its holder creates. Needs the scope
	 * {@code create:sso_access_tickets}.
	 * @param profileId the id of the self-service profile
	 * @param ticket the ticket, with the connection
	 * @return the ticket, or {@link SsoApiException.Conflict} if there is a connection of
	 * this name
	 */
	Mono<SelfServiceTicket> create(String profileId, NewSelfServiceTicket ticket);

	/**
	 * Create a ticket for a connection that exists. Its holder can repoint the sign-in of
	 * the customer to another IdP, and so sign in as any of its users: give it to someone
	 * who may do that, and revoke it when the change is done. Needs the scope
	 * {@code create:sso_access_tickets}.
	 * @param profileId the id of the self-service profile
	 * @param connectionId the id of the connection
	 * @param ticket the ticket
	 * @return the ticket
	 */
	Mono<SelfServiceTicket> createForExistingConnection(String profileId, String connectionId,
			ExistingConnectionTicket ticket);

	/**
	 * Revoke a ticket, and end the sessions that began with it. Auth0 accepts the request
	 * always, also for a ticket that does not exist, and revokes after the response.
	 * Needs the scope {@code delete:sso_access_tickets}.
	 * @param ticket the ticket
	 * @return completes when the request is accepted
	 * @throws IllegalArgumentException if the id of the ticket is unknown, as its URL has
	 * another form: it cannot be revoked
	 */
	Mono<Void> revoke(SelfServiceTicket ticket);

	/**
	 * Revoke a ticket by its id, as with {@link #revoke(SelfServiceTicket)}. The id is in
	 * the path of the request: it is as secret as the ticket until it is revoked.
	 * @param profileId the id of the self-service profile
	 * @param ticketId the id of the ticket, as in {@link SelfServiceTicket#id()}
	 * @return completes when the request is accepted
	 */
	Mono<Void> revoke(String profileId, String ticketId);

}
