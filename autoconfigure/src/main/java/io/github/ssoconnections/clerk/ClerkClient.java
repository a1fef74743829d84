// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.function.Consumer;
import java.util.function.Function;

import io.github.ssoconnections.ListDrift;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.client.ApiCall;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.OffsetPaging;
import io.github.ssoconnections.client.PerConnection;
import io.github.ssoconnections.client.transport.ReactorNettyTransport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * One account at Clerk: what its services share.
 */
public final class ClerkClient {

	private final ApiClient client;

	private final OffsetPaging paging;

	private final ClerkSettings settings;

	private final PerConnection perConnection;

	private ClerkClient(ApiClient client, OffsetPaging paging, ClerkSettings settings) {
		this.client = client;
		this.paging = paging;
		this.settings = settings;
		this.perConnection = new PerConnection(ClerkVendor.NAME, settings.client().callTimeout());
	}

	/**
	 * Return a client with default settings.
	 * @param webClientBuilder where requests go out, with a connector such as
	 * {@link ReactorNettyTransport#connector}: another must neither follow redirects, nor
	 * retry by itself, nor go on with a call that was cancelled
	 * @param details where Clerk is and whose account to use
	 * @return the client
	 */
	public static ClerkClient create(WebClient.Builder webClientBuilder, ClerkConnectionDetails details) {
		return create(webClientBuilder, details, ClerkSettings.defaults());
	}

	/**
	 * Return a client.
	 * @param webClientBuilder where requests go out, with a connector such as
	 * {@link ReactorNettyTransport#connector}: another must neither follow redirects, nor
	 * retry by itself, nor go on with a call that was cancelled
	 * @param details where Clerk is and whose account to use
	 * @param settings the settings
	 * @return the client
	 */
	public static ClerkClient create(WebClient.Builder webClientBuilder, ClerkConnectionDetails details,
			ClerkSettings settings) {
		return create(webClientBuilder, details, settings, ApiClient.Instruments.NONE);
	}

	/**
	 * Return a client.
	 * @param webClientBuilder where requests go out, with a connector such as
	 * {@link ReactorNettyTransport#connector}: another must neither follow redirects, nor
	 * retry by itself, nor go on with a call that was cancelled
	 * @param details where Clerk is and whose account to use
	 * @param settings the settings
	 * @param instruments who looks on
	 * @return the client
	 */
	public static ClerkClient create(WebClient.Builder webClientBuilder, ClerkConnectionDetails details,
			ClerkSettings settings, ApiClient.Instruments instruments) {
		Assert.notNull(details, "'details' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		ApiClient client = new ApiClient(webClientBuilder, new ClerkVendor(details, settings.apiVersion()),
				settings.client(), instruments);
		return new ClerkClient(client,
				new OffsetPaging("limit", "offset", settings.pageSize(), settings.pageParallelism()), settings);
	}

	/**
	 * Return the settings.
	 * @return the settings
	 */
	public ClerkSettings settings() {
		return this.settings;
	}

	/**
	 * Return how many permits of the rate limit are left in this process.
	 * @return the number, {@code NaN} when the limit is shared with other instances,
	 * switched off, or not in use yet
	 */
	public double remainingPermits() {
		return this.client.remainingPermits();
	}

	/**
	 * Return the order in which connections of the account are read, changed and written
	 * back.
	 * @return the order
	 */
	PerConnection perConnection() {
		return this.perConnection;
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
