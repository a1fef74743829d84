// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * The sandbox's Auth0 tenant: how to reach it, and its switches.
 * <p>
 * Any token from elsewhere is accepted and allows everything, so a client with a static
 * token needs no preparation. Tokens that the sandbox has issued, by the token endpoint
 * or by {@link #token(String...)}, carry scopes, expire and can be revoked; a
 * {@code reset()} of the sandbox leaves them as they are.
 * <p>
 * Where the vendor's documents are silent, these rules hold: a connection that is being
 * deleted is returned like any other; metadata is replaced as a whole, without its
 * {@code null} entries; {@code enabled_clients}, which has reached its end of life, is
 * ignored; a change of several clients stops at the first one that does not exist, and
 * the earlier ones stay changed; lists by page number end after 1000 connections; to
 * enable a connection for an organization again is a conflict; a discovery domain is
 * pending unless the request says otherwise. Rate limits are not enforced.
 */
public final class Auth0Sandbox {

	private final LockedApi api;

	private final IntSupplier port;

	/**
	 * Create the switches of an API.
	 * @param api the API
	 * @param port the port that it listens on
	 */
	public Auth0Sandbox(Auth0Api api, IntSupplier port) {
		this.api = new LockedApi(api);
		this.port = port;
	}

	/**
	 * Return what a client has to use instead of {@code https://{domain}}.
	 * @return the URL, without a path: the API is below {@code /api/v2}, tokens are at
	 * {@code /oauth/token}
	 */
	public String baseUrl() {
		return "http://127.0.0.1:" + this.port.getAsInt();
	}

	/**
	 * Return the audience that a client has to ask a token for. It is the tenant's own,
	 * not made of the base URL, as with a custom domain; the one that is made of the base
	 * URL is accepted as well.
	 * @return the audience, ending in {@code /api/v2/}
	 */
	public String audience() {
		return TokenEndpoint.AUDIENCE;
	}

	/**
	 * Return the name of the tenant, which is part of the values that IdPs need.
	 * @return the name
	 */
	public String tenant() {
		return TokenEndpoint.TENANT;
	}

	/**
	 * Return a static token that allows everything.
	 * @return the token
	 */
	public String token() {
		return "sandbox-token";
	}

	/**
	 * Issue a token that allows a few things only. Without
	 * {@code read:connections_options} connections are returned without their options.
	 * @param scopes its scopes, such as {@code read:connections}
	 * @return the token
	 */
	public String token(String... scopes) {
		return this.api.call((auth0) -> auth0.tokens().issue(new Access(Set.of(scopes))));
	}

	/**
	 * Return the client id for client credentials.
	 * @return the client id
	 */
	public String clientId() {
		return TokenEndpoint.CLIENT_ID;
	}

	/**
	 * Return the client secret for client credentials.
	 * @return the client secret
	 */
	public String clientSecret() {
		return TokenEndpoint.CLIENT_SECRET;
	}

	/**
	 * Change what the token endpoint grants: everything, unless this is called.
	 * @param scopes the scopes of new tokens
	 * @return this tenant
	 */
	public Auth0Sandbox grant(String... scopes) {
		return change((auth0) -> auth0.tokens().grant(new Access(Set.of(scopes))));
	}

	/**
	 * Change how long tokens are good.
	 * @param lifetime the lifetime of new tokens; one day by default
	 * @return this tenant
	 */
	public Auth0Sandbox tokenLifetime(Duration lifetime) {
		return change((auth0) -> auth0.tokens().lifetime(lifetime));
	}

	/**
	 * Reject every token that was issued until now with 401.
	 * @return this tenant
	 */
	public Auth0Sandbox revokeTokens() {
		return change((auth0) -> auth0.tokens().revoke());
	}

	/**
	 * Change how long a deletion takes, in requests and not in time. The delete returns
	 * 202, and the deletion is in progress for this many requests: the connection is
	 * still returned, by itself and in lists, a second delete returns 202, and a create
	 * with the same name 409. Then the connection is gone.
	 * @param requests the number of requests; 1 by default, and with 0 the connection is
	 * deleted at once and the response is 204
	 * @return this tenant
	 */
	public Auth0Sandbox deletionTakes(int requests) {
		return change((auth0) -> auth0.tenant().deletionRequests(requests));
	}

	/**
	 * Set the clients that exist. Enabling a connection for any other client returns 404.
	 * Unless this is called, every client exists.
	 * @param clientIds the client ids
	 * @return this tenant
	 */
	public Auth0Sandbox clients(String... clientIds) {
		return change((auth0) -> {
			auth0.clients().existing(Set.of(clientIds));
			Set.of(clientIds).forEach(auth0.tenantClients()::add);
		});
	}

	/**
	 * Set how a client uses organizations, without a prompt for the organization.
	 * @param clientId the client id
	 * @param usage {@code deny}, which is the default, {@code allow} or {@code require}
	 * @return this tenant
	 */
	public Auth0Sandbox organizationUsage(String clientId, String usage) {
		return change((auth0) -> auth0.tenantClients().organizationUsage(clientId, usage));
	}

	/**
	 * Let a client require an organization, and prompt for it before the login.
	 * @param clientId the client id
	 * @param discoveryMethods how users find their organization: {@code email},
	 * {@code organization_name}, both, or none for the default of Auth0
	 * @return this tenant
	 */
	public Auth0Sandbox organizationPrompt(String clientId, String... discoveryMethods) {
		return change((auth0) -> auth0.tenantClients().organizationPrompt(clientId, List.of(discoveryMethods)));
	}

	/**
	 * Start or stop the agent (AD/LDAP connector) of a connection, which its status
	 * shows.
	 * @param connectionId the connection's id
	 * @param online whether the agent runs; it does not for a new connection
	 * @return this tenant
	 */
	public Auth0Sandbox agent(String connectionId, boolean online) {
		return change((auth0) -> auth0.tenant().get(connectionId).online(online));
	}

	/**
	 * Add a user who came through connections.
	 * @param email the e-mail address, which is found in the same case only
	 * @param connectionId the id of the connection
	 * @param linked the ids of the connections of linked identities
	 * @return this tenant
	 */
	public Auth0Sandbox addUser(String email, String connectionId, String... linked) {
		return change((auth0) -> auth0.users()
			.add(email, Stream.concat(Stream.of(connectionId), Stream.of(linked)).toList()));
	}

	/**
	 * Add a log event of a sign-in that failed.
	 * @param connectionId the id of the connection
	 * @param type the code, such as {@code f}
	 * @param description the description
	 * @param userName the e-mail address of the user
	 * @return this tenant
	 */
	public Auth0Sandbox signInFailed(String connectionId, String type, String description, String userName) {
		return change((auth0) -> auth0.logs().add(connectionId, type, description, userName));
	}

	/**
	 * Complete every synchronization in progress. For half an hour, another one is
	 * rejected.
	 * @return this tenant
	 */
	public Auth0Sandbox completeSynchronizations() {
		return change((auth0) -> auth0.provisioning().completeSynchronizations());
	}

	/**
	 * Start or stop the delay after which reads find new discovery domains, as Auth0's
	 * are eventually consistent.
	 * @param delayed whether reads lack the domains that are created from now on;
	 * {@code false} by default, which makes all of them found
	 * @return this tenant
	 */
	public Auth0Sandbox discoveryDomainsDelayed(boolean delayed) {
		return change((auth0) -> auth0.discoveryDomains().stale(delayed));
	}

	/**
	 * Make a person a member of an organization.
	 * @param organizationId the id of the organization
	 * @param email the e-mail address of the person
	 * @return this tenant
	 */
	public Auth0Sandbox member(String organizationId, String email) {
		return change((auth0) -> auth0.signIns().addMember(organizationId, email));
	}

	/**
	 * Sign a person in to an organization with a connection. The person is let in only
	 * when the connection is active and enabled for the client and for the organization,
	 * the person is a member or becomes one by {@code assign_membership_on_login}, the
	 * client's {@code organization_usage} is not {@code deny}, and the e-mail address
	 * leads there: by a verified discovery domain of the organization and the client's
	 * {@code organization_discovery_methods} where the client prompts for the
	 * organization, by {@code domain_aliases} of the connection where it does not.
	 * @param connectionId the id of the connection
	 * @param clientId the id of the client
	 * @param organizationId the id of the organization
	 * @param email the e-mail address of the person
	 * @return the decision, with everything that is missing
	 */
	public SignInDecision signIn(String connectionId, String clientId, String organizationId, String email) {
		return this.api.call((auth0) -> auth0.signIns().signIn(connectionId, clientId, organizationId, email));
	}

	/**
	 * Return the switches of the event stream.
	 * @return the switches
	 */
	public EventStreamSwitches events() {
		return new EventStreamSwitches(this.api);
	}

	/**
	 * Change what {@code x-ratelimit-remaining} says. The other headers of the rate limit
	 * say that 50 requests are allowed, and that the limit is whole again in a second.
	 * @param remaining how many requests are left; 49 by default
	 * @return this tenant
	 */
	public Auth0Sandbox rateLimitRemaining(int remaining) {
		return change((auth0) -> auth0.rateLimitRemaining(remaining));
	}

	private Auth0Sandbox change(Consumer<Auth0Api> change) {
		this.api.change(change);
		return this;
	}

}
