// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.function.Consumer;
import java.util.function.Function;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.ListDrift;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.ApiCall;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.VendorRequest;
import io.github.ssoconnections.client.paging.OffsetPaging;
import io.github.ssoconnections.client.transport.ReactorNettyTransport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Client of one account at Clerk, which all services of the account share.
 */
public final class ClerkClient {

	private final Account account;

	private final ApiClient client;

	private final OffsetPaging paging;

	private final ClerkSettings settings;

	private final ConnectionUpdates updates;

	private final ClerkConnectionDetails details;

	private ClerkClient(ApiClient client, OffsetPaging paging, ClerkSettings settings, Account account,
			ClerkConnectionDetails details) {
		this.account = account;
		this.details = details;
		this.client = client;
		this.paging = paging;
		this.settings = settings;
		this.updates = new ConnectionUpdates(account, settings.client().callTimeout());
	}

	/**
	 * Create a client with default settings.
	 * @param webClientBuilder the builder of the HTTP client, with a connector such as
	 * {@link ReactorNettyTransport#connector}. Any other connector must not follow
	 * redirects, must not retry, and must abort a request that is cancelled
	 * @param details the address of the API and the credentials of the account
	 * @return the client
	 */
	public static ClerkClient create(WebClient.Builder webClientBuilder, ClerkConnectionDetails details) {
		return create(webClientBuilder, details, ClerkSettings.defaults());
	}

	/**
	 * Create a client.
	 * @param webClientBuilder the builder of the HTTP client, with a connector such as
	 * {@link ReactorNettyTransport#connector}. Any other connector must not follow
	 * redirects, must not retry, and must abort a request that is cancelled
	 * @param details the address of the API and the credentials of the account
	 * @param settings the settings
	 * @return the client
	 */
	public static ClerkClient create(WebClient.Builder webClientBuilder, ClerkConnectionDetails details,
			ClerkSettings settings) {
		return create(webClientBuilder, details, settings, ApiClient.Instruments.NONE);
	}

	/**
	 * Create a client.
	 * @param webClientBuilder the builder of the HTTP client, with a connector such as
	 * {@link ReactorNettyTransport#connector}. Any other connector must not follow
	 * redirects, must not retry, and must abort a request that is cancelled
	 * @param details the address of the API and the credentials of the account
	 * @param settings the settings
	 * @param instruments the observability hooks
	 * @return the client
	 */
	public static ClerkClient create(WebClient.Builder webClientBuilder, ClerkConnectionDetails details,
			ClerkSettings settings, ApiClient.Instruments instruments) {
		Assert.notNull(details, "'details' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		ClerkVendor vendor = new ClerkVendor(details, settings.apiVersion());
		ApiClient client = new ApiClient(webClientBuilder, vendor, settings.client(), instruments);
		return new ClerkClient(client,
				new OffsetPaging("limit", "offset", settings.pageSize(), settings.pageParallelism()), settings,
				vendor.account(), details);
	}

	/**
	 * Return the account.
	 * @return the account
	 */
	public Account account() {
		return this.account;
	}

	/**
	 * Return the address of the API.
	 * @return the address, as the connection details have it now
	 */
	public String baseUrl() {
		return this.details.getBaseUrl();
	}

	/**
	 * Return the settings.
	 * @return the settings
	 */
	public ClerkSettings settings() {
		return this.settings;
	}

	/**
	 * Return the number of available rate limit permits in this process.
	 * @return the number, {@code NaN} if the limit is shared with other instances,
	 * disabled, or not in use yet
	 */
	public double remainingPermits() {
		return this.client.remainingPermits();
	}

	/**
	 * Send a request for an operation that no service has, with the same key, limits,
	 * retries and observation. It has the whole power of the key.
	 * @param <T> the type of the response
	 * @param request the request, such as {@code VendorRequest.get("/organizations/{id}",
	 * id)}
	 * @param type the type of the response: a record in snake case, a map or a
	 * {@code JsonNode}; unknown fields are ignored
	 * @return the response, empty if it has no body; fails with an
	 * {@link io.github.ssoconnections.SsoApiException}; every subscription sends the
	 * request
	 */
	public <T> Mono<T> exchange(VendorRequest request, Class<T> type) {
		Assert.notNull(type, "'type' must not be null");
		return this.client.exchange(request, type);
	}

	/**
	 * Send a request for an operation that no service has, with a generic response such
	 * as a list.
	 * @param <T> the type of the response
	 * @param request the request
	 * @param type the type of the response
	 * @return the response, see {@link #exchange(VendorRequest, Class)}
	 */
	public <T> Mono<T> exchange(VendorRequest request, ParameterizedTypeReference<T> type) {
		Assert.notNull(type, "'type' must not be null");
		return this.client.exchange(request, type.getType());
	}

	/**
	 * Send a request for an operation that no service has, and ignore the body of the
	 * response.
	 * @param request the request
	 * @return completes if the status is 2xx
	 */
	public Mono<Void> exchange(VendorRequest request) {
		return this.client.exchange(request, null);
	}

	ConnectionUpdates updates() {
		return this.updates;
	}

	/**
	 * Execute a call of a service. For operations that no service has, see
	 * {@link #exchange(VendorRequest, Class)}.
	 * @param <T> the type of the response
	 * @param call the call
	 * @return the response, or an {@link io.github.ssoconnections.SsoApiException}
	 */
	public <T> Mono<T> execute(ApiCall<T> call) {
		return this.client.execute(call);
	}

	/**
	 * List all items with offset pagination.
	 * @param <T> the type of the items
	 * @param call the call that lists a page
	 * @param query the query, with an optional page size ({@code limit}) and start
	 * ({@code offset})
	 * @param id returns the id of an item, by which duplicates are dropped
	 * @param onDrift the callback, invoked at most once if the list changed meanwhile
	 * @return the items
	 */
	public <T> Flux<T> executeAll(ApiCall<Page<T>> call, ApiQuery<?> query, Function<T, @Nullable String> id,
			Consumer<ListDrift> onDrift) {
		Assert.notNull(query, "'query' must not be null");
		Assert.notNull(onDrift, "'onDrift' must not be null");
		return this.paging.stream(this.client, call, query, id, onDrift);
	}

}
