// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.StrategyOptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Connections of a tenant at Auth0: enterprise, database and social connections.
 * <p>
 * Every failure is an {@link SsoApiException}. An invalid argument, such as an id with a
 * slash, fails with an {@link IllegalArgumentException} before a request is sent.
 * <p>
 * Auth0 resets fields that an update does not contain, and has no conditional updates.
 * {@link #update}, {@link #mergeOptions} and {@link #replaceOptions} therefore read the
 * connection before they write it, and are serialized per connection within this process.
 * A change by another process between the read and the write is lost: change a connection
 * from one process only.
 *
 * @see <a href= "https://auth0.com/docs/api/management/v2/connections/get-connections">
 * Auth0: Management API, Connections</a>
 */
public interface Auth0ConnectionService {

	/**
	 * Create a service for one tenant with default settings.
	 * @param webClientBuilder the builder of the HTTP client
	 * @param details the address and credentials of the tenant
	 * @return the service
	 */
	static Auth0ConnectionService create(WebClient.Builder webClientBuilder, Auth0ConnectionDetails details) {
		return create(Auth0Client.create(webClientBuilder, details));
	}

	/**
	 * Create a service for one tenant.
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
	 * other read operations.
	 * @param query the query
	 * @return the page
	 */
	Mono<Auth0Page<Auth0Connection>> list(Auth0ConnectionQuery query);

	/**
	 * List all connections, fetching pages on demand.
	 * @return the connections
	 */
	default Flux<Auth0Connection> listAll() {
		return listAll(new Auth0ConnectionQuery());
	}

	/**
	 * List connections, fetching pages on demand, one at a time.
	 * @param query the query; {@code take} is the page size, {@code from} the start, and
	 * the parameters of offset pagination are ignored
	 * @return the connections
	 */
	Flux<Auth0Connection> listAll(Auth0ConnectionQuery query);

	/**
	 * Create a connection. Needs the scope {@code create:connections}. Fails with
	 * {@link SsoApiException.Conflict} if the name or a realm is in use, or a connection
	 * of that name is being deleted.
	 * @param connection the connection
	 * @return the connection as created
	 */
	Mono<Auth0Connection> create(NewAuth0Connection connection);

	/**
	 * Get a connection. The options need the scope {@code read:connections_options}.
	 * @param id the id of the connection
	 * @return the connection
	 */
	default Mono<Auth0Connection> get(String id) {
		return get(id, new Auth0FieldQuery());
	}

	/**
	 * Get some fields of a connection.
	 * @param id the id of the connection
	 * @param query the fields
	 * @return the connection; other fields are {@code null}
	 */
	Mono<Auth0Connection> get(String id, Auth0FieldQuery query);

	/**
	 * Update a connection, except for its options. Needs the scope
	 * {@code update:connections}. Unless the patch sets the display name, the connection
	 * is read first, and its display name is sent with the patch, as Auth0 would reset
	 * it.
	 * @param id the id of the connection
	 * @param patch the changes
	 * @return the updated connection
	 * @throws IllegalArgumentException if the patch sets {@code options}
	 */
	Mono<Auth0Connection> update(String id, Auth0ConnectionPatch patch);

	/**
	 * Set one property of the metadata of a connection; all others keep their values. The
	 * metadata is read and written in the order of the updates of this client, so that no
	 * other update is lost. Needs the scopes {@code read:connections} and
	 * {@code update:connections}.
	 * @param id the id of the connection
	 * @param name the name of the property
	 * @param value the value, with at most 255 characters
	 * @return the updated connection; {@link SsoApiException.Conflict} if it has ten
	 * properties already, which is the limit of Auth0
	 */
	Mono<Auth0Connection> setMetadata(String id, String name, String value);

	/**
	 * Update some options of a connection; all other options keep their values. An object
	 * is replaced as a whole, and {@code null} is sent as {@code null}; to remove an
	 * option, use {@link #replaceOptions}. With {@code signingCert}, {@code metadataXml}
	 * or {@code metadataUrl}, the values that Auth0 derived from the old certificate
	 * ({@code cert}, {@code expires}, {@code subject}, {@code thumbprints}) are not sent
	 * unless they are set. Needs the scopes {@code read:connections},
	 * {@code read:connections_options}, {@code update:connections} and
	 * {@code update:connections_options}.
	 * @param id the id of the connection
	 * @param options the changes
	 * @return the updated connection, or {@link SsoApiException.Forbidden} if the options
	 * cannot be read, as they would be lost
	 */
	Mono<Auth0Connection> mergeOptions(String id, StrategyOptions<?> options);

	/**
	 * Replace all options of a connection. Options that are not set are lost.
	 * @param id the id of the connection
	 * @param options all options, such as a changed copy of the existing options
	 * ({@link ConnectionOptions#as})
	 * @return the updated connection
	 */
	Mono<Auth0Connection> replaceOptions(String id, StrategyOptions<?> options);

	/**
	 * Delete a connection, with all its users. Needs the scope
	 * {@code delete:connections}.
	 * @param id the id of the connection
	 * @return whether the deletion is complete; a connection that does not exist counts
	 * as deleted
	 */
	Mono<ConnectionDeletion> delete(String id);

	/**
	 * Poll until a connection is deleted, after 1 second at first, with increasing delays
	 * of up to 30 seconds.
	 * @param id the id of the connection
	 * @param timeout the total timeout
	 * @return completes when the connection is deleted, or fails with
	 * {@link SsoApiException.Unavailable} after the timeout
	 */
	Mono<Void> awaitDeleted(String id, Duration timeout);

	/**
	 * Return whether the connector of an Active Directory or LDAP connection is online.
	 * @param id the id of the connection
	 * @return the status
	 */
	Mono<ConnectionStatus> getStatus(String id);

	/**
	 * Delete a user of a database connection. Needs the scope {@code delete:users}.
	 * @param id the id of the connection
	 * @param email the e-mail address of the user
	 * @return completes when the user is deleted
	 */
	Mono<Void> deleteUser(String id, String email);

}
