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
import io.github.ssoconnections.client.OffsetPaging;
import io.github.ssoconnections.client.transport.ReactorNettyTransport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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

	private ClerkClient(ApiClient client, OffsetPaging paging, ClerkSettings settings, Account account) {
		this.account = account;
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
				vendor.account());
	}

	/**
	 * Return the account.
	 * @return the account
	 */
	public Account account() {
		return this.account;
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

	ConnectionUpdates updates() {
		return this.updates;
	}

	<T> Mono<T> execute(ApiCall<T> call) {
		return this.client.execute(call);
	}

	<T> Flux<T> executeAll(ApiCall<Page<T>> call, ApiQuery<?> query, Function<T, @Nullable String> id,
			Consumer<ListDrift> onDrift) {
		Assert.notNull(query, "'query' must not be null");
		Assert.notNull(onDrift, "'onDrift' must not be null");
		return this.paging.stream(this.client, call, query, id, onDrift);
	}

}
