// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.transport;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.netty.resolver.dns.DnsAddressResolverGroup;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientConfig;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.NameResolverProvider;
import reactor.netty.transport.ProxyProvider;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.util.function.SingletonSupplier;

/**
 * Configuration of Reactor Netty for APIs of vendors: a bounded connection pool, no
 * retries by the transport, no redirects, and a DNS cache of one minute.
 */
public final class ReactorNettyTransport {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration DNS_TIME_TO_LIVE = Duration.ofMinutes(1);

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

	private ReactorNettyTransport() {
	}

	/**
	 * Create a connector for a client that is not auto-configured. Its connection pool
	 * exists until the process ends: create one connector per account.
	 * @param settings the settings of the application's clients, of which connect timeout
	 * (default: 2 s) and SSL bundle apply
	 * @return the connector
	 */
	public static ClientHttpConnector connector(HttpClientSettings settings) {
		return tune(ClientHttpConnectorBuilder.reactor(), ConnectionPool.defaults(), settings, (close) -> {
		}).build(tune(settings));
	}

	/**
	 * Return settings for the transport.
	 * @param settings the settings of the application's clients
	 * @return the settings to build a connector with
	 */
	public static HttpClientSettings tune(HttpClientSettings settings) {
		return settings.orElse(HttpClientSettings.defaults().withConnectTimeout(CONNECT_TIMEOUT))
			// A redirect could leak the key, or turn a write into a read
			.withRedirects(HttpRedirects.DONT_FOLLOW)
			.withCookieHandling(HttpCookieHandling.DISABLE)
			// The client has its own attempt timeout
			.withReadTimeout(null);
	}

	/**
	 * Return a builder for connectors with a separate connection pool.
	 * @param builder the base builder
	 * @param pool the settings of the pool
	 * @param settings the settings to build a connector with: with an address filter,
	 * names are resolved also where a proxy is used. A selector of addresses that the
	 * builder has gets names that the proxy resolves
	 * @param onClose receives the callback that closes the pool
	 * @return the builder
	 */
	public static ReactorClientHttpConnectorBuilder tune(ReactorClientHttpConnectorBuilder builder, ConnectionPool pool,
			HttpClientSettings settings, Consumer<Runnable> onClose) {
		boolean filtered = settings.inetAddressFilter() != null;
		return builder.withHttpClientFactory(() -> HttpClient.create(connections(pool, onClose)))
			.withHttpClientCustomizer((client) -> tune(client, filtered).responseTimeout(pool.responseTimeout()));
	}

	private static ConnectionProvider connections(ConnectionPool pool, Consumer<Runnable> onClose) {
		ConnectionProvider connections = ConnectionProvider.builder(pool.name())
			.maxConnections(pool.maxConnections())
			.pendingAcquireMaxCount(pool.maxPendingRequests())
			.maxIdleTime(pool.maxIdleTime())
			.maxLifeTime(pool.maxLifeTime())
			.evictInBackground(pool.maxIdleTime())
			.build();
		// Event loops may terminate before the pool is closed
		onClose.accept(() -> connections.disposeLater().block(CLOSE_TIMEOUT));
		return connections;
	}

	private static HttpClient tune(HttpClient client, boolean filtered) {
		// Reactor Netty would retry any request on a closed connection
		HttpClient tuned = client.disableRetry(true).followRedirect(false);
		if (!hasDefaultResolver(tuned.configuration())) {
			return tuned;
		}
		HttpClient named = tuned.resolver((resolver) -> resolver.cacheMaxTimeToLive(DNS_TIME_TO_LIVE));
		// A filter of addresses has to see them
		return (!filtered && named.configuration().resolver() instanceof DnsAddressResolverGroup names
				&& named.configuration().hasProxy()) ? named.resolver(new ProxyResolverGroup(names, proxied(named)))
						: named;
	}

	private static Predicate<InetSocketAddress> proxied(HttpClient client) {
		ProxyProvider proxy = client.configuration().proxyProvider();
		Supplier<ProxyProvider> supplier = client.configuration().proxyProviderSupplier();
		// Each new one looks up the host of the proxy, which blocks
		SingletonSupplier<ProxyProvider> present = (proxy != null || supplier == null)
				? SingletonSupplier.ofNullable(proxy) : SingletonSupplier.of(supplier);
		return (address) -> {
			ProxyProvider provider = (present != null) ? present.get() : null;
			return provider != null && provider.shouldProxy(address);
		};
	}

	static @Nullable Disposable prepareStream(ClientHttpRequest request, Duration timeout) {
		Object nativeRequest = request.getNativeRequest();
		if (nativeRequest instanceof HttpClientRequest ofReactorNetty) {
			ofReactorNetty.responseTimeout(timeout);
		}
		return (nativeRequest instanceof Connection connection) ? connection : null;
	}

	private static boolean hasDefaultResolver(HttpClientConfig configuration) {
		if (configuration.resolver() == null) {
			return true;
		}
		NameResolverProvider provider = configuration.getNameResolverProvider();
		return configuration.resolver() instanceof DnsAddressResolverGroup && provider != null
				&& provider.cacheMaxTimeToLive().getSeconds() == Integer.MAX_VALUE;
	}

}
