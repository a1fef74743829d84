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
 * Client for enterprise connections at Clerk: single sign-on of a customer over SAML or
 * OIDC.
 * <p>
 * Every failure is an {@link SsoApiException}. An invalid argument, such as an id with a
 * slash, fails the method call with an {@link IllegalArgumentException}, and nothing is
 * sent. No result is empty.
 *
 * @see <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/enterprise-connections">Clerk:
 * Enterprise Connections</a>
 */
public interface EnterpriseConnectionService {

	/**
	 * Create a service for an account with default settings.
	 * @param webClientBuilder the builder of the HTTP client
	 * @param details the address of the API and the credentials of the account
	 * @return the service
	 */
	static EnterpriseConnectionService create(WebClient.Builder webClientBuilder, ClerkConnectionDetails details) {
		return create(ClerkClient.create(webClientBuilder, details));
	}

	/**
	 * Create a service for an account.
	 * @param client the client of the account
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
	 * @param query the query
	 * @return the page
	 */
	Mono<Page<EnterpriseConnection>> list(EnterpriseConnectionQuery query);

	/**
	 * List all connections. Pages are fetched as the subscriber requests items.
	 * @return the connections
	 */
	default Flux<EnterpriseConnection> listAll() {
		return listAll(new EnterpriseConnectionQuery());
	}

	/**
	 * List connections. Pages are fetched as the subscriber requests items. Pages shift
	 * while connections are created or deleted: a duplicate is dropped, and a connection
	 * may be missed.
	 * @param query the query; its limit is the size of a page, its offset is that of the
	 * first item
	 * @return the connections
	 */
	default Flux<EnterpriseConnection> listAll(EnterpriseConnectionQuery query) {
		return listAll(query, (drift) -> {
		});
	}

	/**
	 * List connections like {@link #listAll(EnterpriseConnectionQuery)}, and report
	 * changes of the list in the meantime.
	 * @param query the query; its limit is the size of a page, its offset is that of the
	 * first item
	 * @param onDrift the callback, invoked at most once before the stream completes
	 * @return the connections
	 */
	Flux<EnterpriseConnection> listAll(EnterpriseConnectionQuery query, Consumer<ListDrift> onDrift);

	/**
	 * Create a connection. There is no idempotency key: after an
	 * {@link SsoApiException.OutcomeUnknown}, check whether the connection exists before
	 * another attempt.
	 * @param connection the connection
	 * @return the created connection
	 */
	Mono<EnterpriseConnection> create(NewEnterpriseConnection connection);

	/**
	 * Get a connection.
	 * @param id the id of the enterprise connection
	 * @return the connection
	 */
	Mono<EnterpriseConnection> get(String id);

	/**
	 * Update a connection.
	 * @param id the id of the enterprise connection
	 * @param patch the update
	 * @return the updated connection
	 */
	Mono<EnterpriseConnection> update(String id, EnterpriseConnectionPatch patch);

	/**
	 * Delete a connection.
	 * @param id the id of the enterprise connection
	 * @return the deleted object
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
	 * @param query the query
	 * @return the page
	 */
	Mono<Page<TestRun>> listTestRuns(String id, TestRunQuery query);

	/**
	 * Create a test run of a connection: a person has to open the link and sign in at the
	 * IdP.
	 * @param id the id of the enterprise connection
	 * @return the link to sign in with
	 */
	Mono<TestRunLink> createTestRun(String id);

}
