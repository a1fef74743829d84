// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.AccessTokens;
import io.github.ssoconnections.client.ApiCall;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.SerializedUpdates;
import io.github.ssoconnections.client.StreamOptions;
import io.github.ssoconnections.client.VendorRequest;
import io.github.ssoconnections.client.paging.CheckpointPaging;
import io.github.ssoconnections.client.transport.ReactorNettyTransport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Client of one tenant at Auth0, shared by the services of the tenant.
 */
public final class Auth0Client {

	private static final Set<String> PAGING_BY_OFFSET = Set.of("page", "per_page", "include_totals");

	// An activation can take some 25 calls, each of them much shorter than its timeout
	private static final int ACTIVATION_TIMEOUTS = 10;

	private final ApiClient client;

	private final CheckpointPaging paging;

	private final Auth0Settings settings;

	private final SerializedUpdates order;

	private final SerializedUpdates activations;

	private final Account account;

	private final Auth0ConnectionDetails details;

	private Auth0Client(ApiClient client, Auth0Settings settings, Account account, Auth0ConnectionDetails details) {
		this.client = client;
		this.paging = new CheckpointPaging("take", "from", PAGING_BY_OFFSET, settings.pageSize());
		this.settings = settings;
		this.order = new SerializedUpdates(account, settings.client().callTimeout());
		this.activations = new SerializedUpdates(account,
				settings.client().callTimeout().multipliedBy(ACTIVATION_TIMEOUTS));
		this.account = account;
		this.details = details;
	}

	/**
	 * Create a client with default settings.
	 * @param webClientBuilder the builder of the HTTP client, with a connector such as
	 * {@link ReactorNettyTransport#connector}; any other connector must not follow
	 * redirects, must not retry, and must abort a cancelled call
	 * @param details the address and credentials of the tenant
	 * @return the client
	 */
	public static Auth0Client create(WebClient.Builder webClientBuilder, Auth0ConnectionDetails details) {
		return create(webClientBuilder, details, Auth0Settings.defaults());
	}

	/**
	 * Create a client.
	 * @param webClientBuilder the builder of the HTTP client, with a connector such as
	 * {@link ReactorNettyTransport#connector}; any other connector must not follow
	 * redirects, must not retry, and must abort a cancelled call
	 * @param details the address and credentials of the tenant
	 * @param settings the settings
	 * @return the client
	 */
	public static Auth0Client create(WebClient.Builder webClientBuilder, Auth0ConnectionDetails details,
			Auth0Settings settings) {
		return create(webClientBuilder, details, settings, ApiClient.Instruments.NONE);
	}

	/**
	 * Create a client.
	 * @param webClientBuilder the builder of the HTTP client, with a connector such as
	 * {@link ReactorNettyTransport#connector}; any other connector must not follow
	 * redirects, must not retry, and must abort a cancelled call
	 * @param details the address and credentials of the tenant
	 * @param settings the settings
	 * @param instruments the observability hooks
	 * @return the client
	 */
	public static Auth0Client create(WebClient.Builder webClientBuilder, Auth0ConnectionDetails details,
			Auth0Settings settings, ApiClient.Instruments instruments) {
		Assert.notNull(details, "'details' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		TokenEndpoint endpoint = new TokenEndpoint(webClientBuilder, details, settings.client(), instruments);
		ManagementApi api = new ManagementApi(details, new AccessTokens<>(endpoint::fetch));
		return new Auth0Client(new ApiClient(webClientBuilder, api, settings.client(), instruments), settings,
				api.account(), details);
	}

	/**
	 * Return the account.
	 * @return the account
	 */
	public Account account() {
		return this.account;
	}

	/**
	 * Return the address of the tenant.
	 * @return the address, as the connection details have it now
	 */
	public String baseUrl() {
		return this.details.getBaseUrl();
	}

	/**
	 * Return the settings.
	 * @return the settings
	 */
	public Auth0Settings settings() {
		return this.settings;
	}

	/**
	 * Return how many permits of the rate limit are left in this process.
	 * @return the number, {@code NaN} when the limit is shared with other instances,
	 * disabled, or not used yet
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

	Auth0ConnectionDetails details() {
		return this.details;
	}

	SerializedUpdates order() {
		return this.order;
	}

	/**
	 * Return the order of activations, deactivations and changes of a plan, which take
	 * many calls. It is shared by all instances that use this client, and is another than
	 * that of single updates. The maximum wait is ten call timeouts.
	 * @return the order, per connection
	 */
	public SerializedUpdates activations() {
		return this.activations;
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
	 * Send a request of a service whose response has no end. It is outside of the rate
	 * limit, retries and call timeout, see {@link ApiClient#stream}.
	 * @param call the call, without a body
	 * @param options the media type and the timeouts
	 * @return an empty array when the response begins, then its bytes, or an
	 * {@link io.github.ssoconnections.SsoApiException}
	 */
	public Flux<byte[]> stream(ApiCall<?> call, StreamOptions options) {
		return this.client.stream(call, options);
	}

	/**
	 * List all items with checkpoint pagination.
	 * @param <P> the type of a page
	 * @param <T> the type of the items
	 * @param call the call that lists a page
	 * @param query the query, with an optional page size ({@code take}) and start
	 * ({@code from})
	 * @param items returns the items of a page
	 * @param next returns the start of the next page, {@code null} after the last
	 * @return the items
	 */
	public <P, T> Flux<T> executeAll(ApiCall<P> call, ApiQuery<?> query, Function<P, List<T>> items,
			Function<P, @Nullable String> next) {
		Assert.notNull(query, "'query' must not be null");
		return this.paging.stream(this.client, call, query, items, next);
	}

}
