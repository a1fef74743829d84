// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Operations;
import io.github.ssoconnections.client.ApiCall;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.ResponseType;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

/**
 * Default {@link Auth0SelfServiceTickets}.
 */
final class DefaultAuth0SelfServiceTickets implements Auth0SelfServiceTickets {

	private static final String TICKETS = DefaultAuth0SelfServiceProfiles.PROFILE_PATH + "/sso-ticket";

	private static final String ADVICE = "create another ticket; one whose URL was lost cannot be used";

	private static final ResponseType<SelfServiceTicketLink> LINK = ResponseType.of(SelfServiceTicketLink.class);

	private static final ApiOperation<SelfServiceTicketLink> CREATE = Auth0Operations
		.create("self_service_tickets.create", TICKETS, LINK)
		.withRecoveryAdvice(ADVICE)
		.withScopes("create:sso_access_tickets");

	private static final ApiOperation<SelfServiceTicketLink> CREATE_FOR_EXISTING = Auth0Operations
		.create("self_service_tickets.create_for_existing_connection", TICKETS, LINK)
		.withRecoveryAdvice(ADVICE)
		.withScopes("create:sso_access_tickets");

	private static final ApiOperation<Boolean> REVOKE = Auth0Operations
		.delete("self_service_tickets.revoke", HttpMethod.POST, TICKETS + "/{ticket_id}/revoke")
		.withScopes("delete:sso_access_tickets");

	private final Auth0Client client;

	private final InstantSource clock;

	DefaultAuth0SelfServiceTickets(Auth0Client client) {
		this(client, InstantSource.system());
	}

	DefaultAuth0SelfServiceTickets(Auth0Client client, InstantSource clock) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
		this.clock = clock;
	}

	@Override
	public Mono<SelfServiceTicket> create(String profileId, NewSelfServiceTicket ticket) {
		Assert.notNull(ticket, "'ticket' must not be null");
		Assert.isTrue(ticket.get(NewSelfServiceTicket.CONNECTION) != null, "'ticket' must have a connection");
		return create(profileId, CREATE.call(profileId).body(ticket), ticket);
	}

	@Override
	public Mono<SelfServiceTicket> createForExistingConnection(String profileId, String connectionId,
			ExistingConnectionTicket ticket) {
		Assert.notNull(ticket, "'ticket' must not be null");
		Auth0Operations.checkId(connectionId);
		return create(profileId, CREATE_FOR_EXISTING.call(profileId).body(ticket.of(connectionId)), ticket);
	}

	private Mono<SelfServiceTicket> create(String profileId, ApiCall<SelfServiceTicketLink> call,
			SelfServiceTicketBody<?> ticket) {
		Duration validity = ticket.validity();
		boolean pending = ticket.hasPendingDomains();
		return Mono.defer(() -> {
			// Auth0 counts from later on
			Instant expiresAt = this.clock.instant().plus(validity);
			return this.client.execute(call).flatMap((link) -> ticket(profileId, link, expiresAt));
		})
			.onErrorMap((failure) -> (pending && failure instanceof SsoApiException.InvalidRequest rejected)
					? tooManyDomains(rejected) : failure);
	}

	private Mono<SelfServiceTicket> ticket(String profileId, SelfServiceTicketLink link, Instant expiresAt) {
		if (link.ticket() == null) {
			return Mono.error(new SsoApiException.MalformedResponse(new SsoApiException.Details(this.client.account(),
					CREATE.name(), null, "the response has no URL", List.of(), null, null, false, null), false));
		}
		return Mono.just(SelfServiceTicket.of(profileId, link.ticket(), expiresAt));
	}

	private SsoApiException tooManyDomains(SsoApiException rejected) {
		return new SsoApiException.InvalidRequest(Reasons.add(this.client.account(), rejected,
				"Auth0 limits the pending domains of a ticket: if that is the cause, name fewer"));
	}

	@Override
	public Mono<Void> revoke(SelfServiceTicket ticket) {
		Assert.notNull(ticket, "'ticket' must not be null");
		Secret id = ticket.id();
		Assert.isTrue(id != null, () -> "The ticket cannot be revoked, as its URL does not end in "
				+ "'?ticket=' and an id. It expires at " + ticket.expiresAt());
		return revoke(ticket.profileId(), id.value());
	}

	@Override
	public Mono<Void> revoke(String profileId, String ticketId) {
		return this.client.execute(REVOKE.call(profileId, ticketId)).then();
	}

}
