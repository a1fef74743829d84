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
 * Enterprise connections at Clerk: a customer's single sign-on over SAML or OIDC.
 * <p>
 * Every failure is an {@link SsoApiException}. An argument that cannot be right, such as
 * an id with a slash, fails at once with an {@link IllegalArgumentException}, before
 * anything is sent. No result is ever empty.
 *
 * @see <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/enterprise-connections">Clerk:
 * Enterprise Connections</a>
 */
public interface EnterpriseConnectionService {

	/**
	 * Return a service for one account with default settings.
	 * @param webClientBuilder where requests go out
	 * @param details where Clerk is and whose account to use
	 * @return the service
	 */
	static EnterpriseConnectionService create(WebClient.Builder webClientBuilder, ClerkConnectionDetails details) {
		return create(ClerkClient.create(webClientBuilder, details));
	}

	/**
	 * Return a service for one account.
	 * @param client the account
	 * @return the service
	 */
	static EnterpriseConnectionService create(ClerkClient client) {
		return new DefaultEnterpriseConnectionService(client);
	}

	/**
	 * List the first page of all connections.
	 * @return the page, of 10 connections at most
	 */
	default Mono<Page<EnterpriseConnection>> list() {
		return list(new EnterpriseConnectionQuery());
	}

	/**
	 * List one page of connections.
	 * @param query which ones
	 * @return the page
	 */
	Mono<Page<EnterpriseConnection>> list(EnterpriseConnectionQuery query);

	/**
	 * List all connections, page by page, as far as they are asked for.
	 * @return the connections
	 */
	default Flux<EnterpriseConnection> listAll() {
		return listAll(new EnterpriseConnectionQuery());
	}

	/**
	 * List connections, page by page, as far as they are asked for. While others create
	 * or delete connections, the pages shift: one that comes twice is dropped, one may be
	 * missed.
	 * @param query which ones; its limit is the size of a page, its offset where to start
	 * @return the connections
	 */
	default Flux<EnterpriseConnection> listAll(EnterpriseConnectionQuery query) {
		return listAll(query, (drift) -> {
		});
	}

	/**
	 * List connections like {@link #listAll(EnterpriseConnectionQuery)}, and tell when
	 * the list changed meanwhile.
	 * @param query which ones; its limit is the size of a page, its offset where to start
	 * @param onDrift told at most once, before the stream completes
	 * @return the connections
	 */
	Flux<EnterpriseConnection> listAll(EnterpriseConnectionQuery query, Consumer<ListDrift> onDrift);

	/**
	 * Create a connection. There is no idempotency key: after an
	 * {@link SsoApiException.OutcomeUnknown} look before you create again.
	 * @param connection the connection
	 * @return the connection as created
	 */
	Mono<EnterpriseConnection> create(NewEnterpriseConnection connection);

	/**
	 * Get a connection.
	 * @param id the id of the enterprise connection
	 * @return the connection
	 */
	Mono<EnterpriseConnection> get(String id);

	/**
	 * Change a connection.
	 * @param id the id of the enterprise connection
	 * @param patch what to change
	 * @return the connection as changed
	 */
	Mono<EnterpriseConnection> update(String id, EnterpriseConnectionPatch patch);

	/**
	 * Delete a connection.
	 * @param id the id of the enterprise connection
	 * @return what was deleted
	 */
	Mono<DeletedObject> delete(String id);

	/**
	 * List the first page of the test runs of a connection.
	 * @param id the id of the enterprise connection
	 * @return the page, of 10 runs at most
	 */
	default Mono<Page<TestRun>> listTestRuns(String id) {
		return listTestRuns(id, new TestRunQuery());
	}

	/**
	 * List one page of the test runs of a connection.
	 * @param id the id of the enterprise connection
	 * @param query which ones
	 * @return the page
	 */
	Mono<Page<TestRun>> listTestRuns(String id, TestRunQuery query);

	/**
	 * Create a test run of a connection: someone has to open the link and sign in at the
	 * IdP.
	 * @param id the id of the enterprise connection
	 * @return where to sign in
	 */
	Mono<TestRunLink> createTestRun(String id);

}
