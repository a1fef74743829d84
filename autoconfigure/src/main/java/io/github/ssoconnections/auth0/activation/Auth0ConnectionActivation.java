// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.activation;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import reactor.core.publisher.Mono;

/**
 * Creates connections that nobody can sign in with, and later enables them for clients
 * and organizations.
 * <p>
 * What shall be enabled is remembered in the metadata of the connection, as one property
 * with the name {@value #METADATA_KEY}: it survives a restart, is written together with
 * the connection, belongs to it and needs no store. Auth0 allows ten properties with
 * values of at most 255 characters. Other properties are not changed, by no concurrent
 * write of this process either. The value also says what the activation itself has
 * enabled, and is written before anything is enabled, so that a deactivation removes
 * exactly that.
 * <p>
 * The steps are serialized per connection among all instances with the same
 * {@link Auth0Client}, which wait for each other for up to ten call timeouts. Every
 * failure is an {@link SsoApiException}; {@link PartialActivation#of} returns which steps
 * are done and which one failed, and the same call again finishes it. An invalid argument
 * fails the method call with an {@link IllegalArgumentException}, and nothing is sent.
 *
 * @see Auth0Readiness
 */
public interface Auth0ConnectionActivation {

	/** The property of the metadata of a connection that has the plan. */
	String METADATA_KEY = "sso_connections_activation";

	/**
	 * Create an instance for one tenant.
	 * @param client the tenant
	 * @return the instance
	 */
	static Auth0ConnectionActivation create(Auth0Client client) {
		return new DefaultAuth0ConnectionActivation(client);
	}

	/**
	 * Create a connection together with its plan, unless it exists. It is enabled for no
	 * client and no organization: nobody can sign in until {@link #activate}. If the
	 * response is lost, the connection is found by its name as
	 * {@link io.github.ssoconnections.auth0.Auth0ConnectionCreation} does it. Needs the
	 * scopes {@code read:connections} and {@code create:connections}.
	 * @param connection the connection; its name must be set, and it must not be a domain
	 * connection, which third-party clients can use without being enabled
	 * @param plan what {@link #activate} enables
	 * @return the connection, and whether it was created;
	 * {@link SsoApiException.Conflict} if a connection of this name exists that does not
	 * have this plan
	 */
	Mono<CreateResult<Auth0Connection>> create(NewAuth0Connection connection, ActivationPlan plan);

	/**
	 * Get the plan of a connection. Needs the scope {@code read:connections}.
	 * @param connectionId the id of the connection
	 * @return the plan, empty if the connection has none;
	 * {@link SsoApiException.Conflict} if its format is unknown
	 */
	Mono<ActivationPlan> getPlan(String connectionId);

	/**
	 * Get the plan of a connection that was read, without a request.
	 * @param connection the connection
	 * @return the plan, as for {@link #getPlan(String)}
	 */
	Mono<ActivationPlan> getPlan(Auth0Connection connection);

	/**
	 * Set or replace the plan of an existing connection. Enables nothing. Needs the
	 * scopes {@code read:connections} and {@code update:connections}.
	 * @param connectionId the id of the connection
	 * @param plan the plan
	 * @return the updated connection; {@link SsoApiException.Conflict} if the activation
	 * has enabled something that the plan does not have: deactivate first; also if the
	 * connection has a plan of an unknown format, which may name what is enabled
	 */
	Mono<Auth0Connection> setPlan(String connectionId, ActivationPlan plan);

	/**
	 * Enable a connection for the organizations and then for the clients of its plan, so
	 * that users can sign in. What was enabled before is left as it is, and is not
	 * disabled by {@link #deactivate}. Users become members of the organizations when
	 * they sign in, unless the plan says otherwise. Does not change how a client uses
	 * organizations, or how users find the connection: see {@link Auth0Readiness}. Needs
	 * the scopes {@code read:connections}, {@code update:connections} and {@code read:},
	 * {@code create:} and {@code update:organization_connections}.
	 * @param connectionId the id of the connection
	 * @return the steps; {@link SsoApiException.Conflict} if the connection has no plan,
	 * or one of an unknown format, {@link SsoApiException.NotFound} if a client or an
	 * organization does not exist
	 */
	Mono<ActivationResult> activate(String connectionId);

	/**
	 * Disable a connection for the clients and then for the organizations that
	 * {@link #activate} has enabled, and for no other. Sessions and refresh tokens stay
	 * valid. The plan is kept, so that the connection can be activated again. Needs the
	 * scopes {@code read:connections}, {@code update:connections} and
	 * {@code delete:organization_connections}. With the endpoint of early access the
	 * connection stays listed, with {@code is_enabled: false} and its other settings,
	 * which needs {@code update:organization_connections} instead.
	 * @param connectionId the id of the connection
	 * @return the steps; {@link SsoApiException.Conflict} if the connection has no plan,
	 * or one of an unknown format
	 */
	Mono<ActivationResult> deactivate(String connectionId);

	/**
	 * Stop all sign-ins with a connection, for every organization and client at once
	 * ({@code authentication.active: false}): the emergency switch. What is enabled stays
	 * enabled. Sessions and refresh tokens stay valid. Needs the scopes
	 * {@code read:connections} and {@code update:connections}.
	 * @param connectionId the id of the connection
	 * @return the updated connection
	 */
	Mono<Auth0Connection> suspend(String connectionId);

	/**
	 * Allow sign-ins again after {@link #suspend}. Needs the scopes
	 * {@code read:connections} and {@code update:connections}.
	 * @param connectionId the id of the connection
	 * @return the updated connection
	 */
	Mono<Auth0Connection> resume(String connectionId);

}
