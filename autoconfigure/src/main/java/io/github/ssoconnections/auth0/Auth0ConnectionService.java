// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;

import io.github.ssoconnections.SsoApiException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Connections of a tenant at Auth0: a customer's single sign-on, and any other way to
 * sign in.
 * <p>
 * Every failure is an {@link SsoApiException}. An argument that cannot be right, such as
 * an id with a slash, fails at once with an {@link IllegalArgumentException}, before
 * anything is sent.
 * <p>
 * Auth0 resets what a change does not repeat, and has no means to notice that someone
 * else changed a connection meanwhile. {@link #update}, {@link #mergeOptions} and
 * {@link #replaceOptions} therefore read the connection right before they write it, one
 * after the other for each connection within this process. What another process changes
 * between this read and this write is lost; only who changes a connection from one place
 * is safe from that.
 *
 * @see <a href= "https://auth0.com/docs/api/management/v2/connections/get-connections">
 * Auth0: Management API, Connections</a>
 */
public interface Auth0ConnectionService {

	/**
	 * Return a service for one tenant with default settings.
	 * @param webClientBuilder where requests go out
	 * @param details where Auth0 is and whose tenant to use
	 * @return the service
	 */
	static Auth0ConnectionService create(WebClient.Builder webClientBuilder, Auth0ConnectionDetails details) {
		return create(Auth0Client.create(webClientBuilder, details));
	}

	/**
	 * Return a service for one tenant.
	 * @param client the tenant
	 * @return the service
	 */
	static Auth0ConnectionService create(Auth0Client client) {
		return new DefaultAuth0ConnectionService(client);
	}

	/**
	 * List the first page of all connections.
	 * @return the page
	 */
	default Mono<Auth0Page<Auth0Connection>> list() {
		return list(new Auth0ConnectionQuery());
	}

	/**
	 * List one page of connections. Needs the scope {@code read:connections}, as do the
	 * other readings.
	 * @param query which ones
	 * @return the page
	 */
	Mono<Auth0Page<Auth0Connection>> list(Auth0ConnectionQuery query);

	/**
	 * List all connections, page by page, as far as they are asked for.
	 * @return the connections
	 */
	default Flux<Auth0Connection> listAll() {
		return listAll(new Auth0ConnectionQuery());
	}

	/**
	 * List connections, page by page, as far as they are asked for, one request after the
	 * other.
	 * @param query which ones; {@code take} is the size of a page, {@code from} where to
	 * start, and what counts pages is ignored
	 * @return the connections
	 */
	Flux<Auth0Connection> listAll(Auth0ConnectionQuery query);

	/**
	 * Create a connection. Needs the scope {@code create:connections}. A
	 * {@link SsoApiException.Conflict} says that the name is taken, or that its deletion
	 * goes on, or that a realm is taken.
	 * @param connection the connection
	 * @return the connection as created
	 */
	Mono<Auth0Connection> create(NewAuth0Connection connection);

	/**
	 * Get a connection. Its options are there if the token has the scope
	 * {@code read:connections_options}, too.
	 * @param id the id of the connection
	 * @return the connection
	 */
	default Mono<Auth0Connection> get(String id) {
		return get(id, new Auth0FieldQuery());
	}

	/**
	 * Get some fields of a connection.
	 * @param id the id of the connection
	 * @param query which fields
	 * @return the connection, whose other fields are {@code null}
	 */
	Mono<Auth0Connection> get(String id, Auth0FieldQuery query);

	/**
	 * Change a connection, but for its options. Needs the scope
	 * {@code update:connections}. Unless the patch sets the display name, the connection
	 * is read first, and its display name sent along: Auth0 would reset it.
	 * @param id the id of the connection
	 * @param patch what to change
	 * @return the connection as changed
	 * @throws IllegalArgumentException if the patch sets {@code options}
	 */
	Mono<Auth0Connection> update(String id, Auth0ConnectionPatch patch);

	/**
	 * Change some options of a connection: those that are set get the new value, all
	 * others stay. An option that is an object is replaced as a whole, and one that is
	 * set to {@code null} is sent as {@code null}; to take one out, replace all options.
	 * Where {@code signingCert}, {@code metadataXml} or {@code metadataUrl} is set, what
	 * Auth0 has derived from the old certificate ({@code cert}, {@code expires},
	 * {@code subject}, {@code thumbprints}) is left out, unless it is set too. Needs the
	 * scopes {@code read:connections}, {@code read:connections_options},
	 * {@code update:connections} and {@code update:connections_options}.
	 * @param id the id of the connection
	 * @param options what to change
	 * @return the connection as changed, or {@link SsoApiException.Forbidden} if the
	 * options cannot be read: what is not known cannot be kept
	 */
	Mono<Auth0Connection> mergeOptions(String id, StrategyOptions<?> options);

	/**
	 * Replace all options of a connection: those that are not set are lost.
	 * @param id the id of the connection
	 * @param options all options, such as those of a connection that was read, in the
	 * form that {@link ConnectionOptions#as} gives, with one {@code unset}
	 * @return the connection as changed
	 */
	Mono<Auth0Connection> replaceOptions(String id, StrategyOptions<?> options);

	/**
	 * Delete a connection, with all its users. Needs the scope
	 * {@code delete:connections}.
	 * @param id the id of the connection
	 * @return whether the deletion goes on; Auth0 takes one that never was for deleted
	 */
	Mono<ConnectionDeletion> delete(String id);

	/**
	 * Wait until a connection is deleted, asking for it again and again, less and less
	 * often: after 1 second first, then every 30 seconds.
	 * @param id the id of the connection
	 * @param timeout how long to wait
	 * @return completes when the connection is gone, or
	 * {@link SsoApiException.Unavailable} when the time is over
	 */
	Mono<Void> awaitDeleted(String id, Duration timeout);

	/**
	 * Tell whether the connector of a connection to Active Directory or LDAP is there.
	 * @param id the id of the connection
	 * @return the status
	 */
	Mono<ConnectionStatus> getStatus(String id);

	/**
	 * Delete a user of a database connection. Needs the scope {@code delete:users}.
	 * @param id the id of the connection
	 * @param email the e-mail address of the user
	 * @return completes when the user is gone
	 */
	Mono<Void> deleteUser(String id, String email);

}
