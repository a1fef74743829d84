// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.function.Consumer;

import io.github.ssoconnections.ListDrift;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.SsoApiException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Client for SAML connections at Clerk. The vendor deprecates this API and will remove
 * it; every call will then fail with {@link SsoApiException.Gone}. Use
 * {@link EnterpriseConnectionService} instead, with the id
 * {@link SamlConnection#enterpriseConnectionId()}. Until the removal, the attribute
 * mapping, the number of users and the metadata document are available from this API
 * only.
 * <p>
 * Every failure is an {@link SsoApiException}. An invalid argument, such as an id with a
 * slash, fails the method call with an {@link IllegalArgumentException}, and nothing is
 * sent. No result is empty.
 *
 * @see <a href="https://clerk.com/docs/reference/backend-api/tag/saml-connections">Clerk:
 * SAML Connections</a>
 * @deprecated in favor of {@link EnterpriseConnectionService}; stays as long as the
 * vendor has the API
 */
@Deprecated
public interface SamlConnectionService {

	/**
	 * Create a service for an account with default settings.
	 * @param webClientBuilder the builder of the HTTP client
	 * @param details the address of the API and the credentials of the account
	 * @return the service
	 */
	static SamlConnectionService create(WebClient.Builder webClientBuilder, ClerkConnectionDetails details) {
		return create(ClerkClient.create(webClientBuilder, details));
	}

	/**
	 * Create a service for an account.
	 * @param client the client of the account
	 * @return the service
	 */
	static SamlConnectionService create(ClerkClient client) {
		return new DefaultSamlConnectionService(client);
	}

	/**
	 * List the first page of all connections, the newest first.
	 * @return the page, of 10 connections at most
	 */
	default Mono<Page<SamlConnection>> list() {
		return list(new SamlConnectionQuery());
	}

	/**
	 * List one page of connections.
	 * @param query the query
	 * @return the page
	 */
	Mono<Page<SamlConnection>> list(SamlConnectionQuery query);

	/**
	 * List all connections. Pages are fetched as the subscriber requests items.
	 * @return the connections
	 */
	default Flux<SamlConnection> listAll() {
		return listAll(new SamlConnectionQuery());
	}

	/**
	 * List connections. Pages are fetched as the subscriber requests items. Pages shift
	 * while connections are created or deleted: a duplicate is dropped, and a connection
	 * may be missed.
	 * @param query the query; its limit is the size of a page, its offset is that of the
	 * first item
	 * @return the connections
	 */
	default Flux<SamlConnection> listAll(SamlConnectionQuery query) {
		return listAll(query, (drift) -> {
		});
	}

	/**
	 * List connections like {@link #listAll(SamlConnectionQuery)}, and report changes of
	 * the list in the meantime.
	 * @param query the query; its limit is the size of a page, its offset is that of the
	 * first item
	 * @param onDrift the callback, invoked at most once before the stream completes
	 * @return the connections
	 */
	Flux<SamlConnection> listAll(SamlConnectionQuery query, Consumer<ListDrift> onDrift);

	/**
	 * Create a connection. There is no idempotency key: after an
	 * {@link SsoApiException.OutcomeUnknown}, check whether the connection exists before
	 * another attempt.
	 * @param connection the connection
	 * @return the created connection
	 */
	Mono<SamlConnection> create(NewSamlConnection connection);

	/**
	 * Get a connection.
	 * @param id the id of the SAML connection
	 * @return the connection
	 */
	Mono<SamlConnection> get(String id);

	/**
	 * Update a connection.
	 * @param id the id of the SAML connection
	 * @param patch the update
	 * @return the updated connection
	 */
	Mono<SamlConnection> update(String id, SamlConnectionPatch patch);

	/**
	 * Delete a connection.
	 * @param id the id of the SAML connection
	 * @return the deleted object
	 */
	Mono<DeletedObject> delete(String id);

}
