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
 * SAML connections at Clerk. The vendor deprecates this API and will remove it, upon
 * which every call fails with {@link SsoApiException.Gone}: use
 * {@link EnterpriseConnectionService}, under the id that
 * {@link SamlConnection#enterpriseConnectionId()} gives. Until then, the attribute
 * mapping, the number of users and the metadata document can be read only here.
 * <p>
 * Every failure is an {@link SsoApiException}. An argument that cannot be right, such as
 * an id with a slash, fails at once with an {@link IllegalArgumentException}, before
 * anything is sent. No result is ever empty.
 *
 * @see <a href="https://clerk.com/docs/reference/backend-api/tag/saml-connections">Clerk:
 * SAML Connections</a>
 */
public interface SamlConnectionService {

	/**
	 * Return a service for one account with default settings.
	 * @param webClientBuilder where requests go out
	 * @param details where Clerk is and whose account to use
	 * @return the service
	 */
	static SamlConnectionService create(WebClient.Builder webClientBuilder, ClerkConnectionDetails details) {
		return create(ClerkClient.create(webClientBuilder, details));
	}

	/**
	 * Return a service for one account.
	 * @param client the account
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
	 * @param query which ones
	 * @return the page
	 */
	Mono<Page<SamlConnection>> list(SamlConnectionQuery query);

	/**
	 * List all connections, page by page, as far as they are asked for.
	 * @return the connections
	 */
	default Flux<SamlConnection> listAll() {
		return listAll(new SamlConnectionQuery());
	}

	/**
	 * List connections, page by page, as far as they are asked for. While others create
	 * or delete connections, the pages shift: one that comes twice is dropped, one may be
	 * missed.
	 * @param query which ones; its limit is the size of a page, its offset where to start
	 * @return the connections
	 */
	default Flux<SamlConnection> listAll(SamlConnectionQuery query) {
		return listAll(query, (drift) -> {
		});
	}

	/**
	 * List connections like {@link #listAll(SamlConnectionQuery)}, and tell when the list
	 * changed meanwhile.
	 * @param query which ones; its limit is the size of a page, its offset where to start
	 * @param onDrift told at most once, before the stream completes
	 * @return the connections
	 */
	Flux<SamlConnection> listAll(SamlConnectionQuery query, Consumer<ListDrift> onDrift);

	/**
	 * Create a connection. There is no idempotency key: after an
	 * {@link SsoApiException.OutcomeUnknown} look before you create again.
	 * @param connection the connection
	 * @return the connection as created
	 */
	Mono<SamlConnection> create(NewSamlConnection connection);

	/**
	 * Get a connection.
	 * @param id the id of the SAML connection
	 * @return the connection
	 */
	Mono<SamlConnection> get(String id);

	/**
	 * Change a connection.
	 * @param id the id of the SAML connection
	 * @param patch what to change
	 * @return the connection as changed
	 */
	Mono<SamlConnection> update(String id, SamlConnectionPatch patch);

	/**
	 * Delete a connection.
	 * @param id the id of the SAML connection
	 * @return what was deleted
	 */
	Mono<DeletedObject> delete(String id);

}
