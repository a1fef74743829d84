// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.transport;

import java.time.Duration;
import java.util.function.Consumer;

import io.netty.resolver.dns.DnsAddressResolverGroup;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientConfig;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.NameResolverProvider;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * Reactor Netty as the API of a vendor needs it: a bounded pool of connections, no retry
 * below the pipeline, no redirects, and names that are resolved again each minute.
 */
public final class ReactorNettyTransport {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration DNS_TIME_TO_LIVE = Duration.ofMinutes(1);

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

	private ReactorNettyTransport() {
	}

	/**
	 * Return a connector for a client that is not auto-configured. It has a pool of its
	 * own, which stays until the process ends: create one for each account.
	 * @param settings the settings of the application's clients, of which connect
	 * time-out and SSL bundle apply; a connect time-out of 2 s unless set
	 * @return the connector
	 */
	public static ClientHttpConnector connector(HttpClientSettings settings) {
		return tune(ClientHttpConnectorBuilder.reactor(), ConnectionPool.defaults(), (close) -> {
		}).build(tune(settings));
	}

	/**
	 * Return settings that fit the pipeline.
	 * @param settings the settings of the application's clients
	 * @return the settings to build a connector with
	 */
	public static HttpClientSettings tune(HttpClientSettings settings) {
		return settings.orElse(HttpClientSettings.defaults().withConnectTimeout(CONNECT_TIMEOUT))
			// A followed redirect would carry the key, or turn a change into a read
			.withRedirects(HttpRedirects.DONT_FOLLOW)
			.withCookieHandling(HttpCookieHandling.DISABLE)
			// The pipeline bounds the attempt: a second timer would only race it
			.withReadTimeout(null);
	}

	/**
	 * Return a builder that makes connectors with a pool of their own.
	 * @param builder the builder to start from
	 * @param pool bounds of the pool
	 * @param onClose takes what closes a pool
	 * @return the builder
	 */
	public static ReactorClientHttpConnectorBuilder tune(ReactorClientHttpConnectorBuilder builder, ConnectionPool pool,
			Consumer<Runnable> onClose) {
		return builder.withHttpClientFactory(() -> HttpClient.create(connections(pool, onClose)))
			.withHttpClientCustomizer((client) -> tune(client).responseTimeout(pool.responseTimeout()));
	}

	private static ConnectionProvider connections(ConnectionPool pool, Consumer<Runnable> onClose) {
		ConnectionProvider connections = ConnectionProvider.builder(pool.name())
			.maxConnections(pool.maxConnections())
			.pendingAcquireMaxCount(pool.maxPendingRequests())
			.maxIdleTime(pool.maxIdleTime())
			.maxLifeTime(pool.maxLifeTime())
			.evictInBackground(pool.maxIdleTime())
			.build();
		// Closing is done by event loops, which may be the next to end
		onClose.accept(() -> connections.disposeLater().block(CLOSE_TIMEOUT));
		return connections;
	}

	private static HttpClient tune(HttpClient client) {
		// By itself it retries a request of any method that met a closed connection
		HttpClient tuned = client.disableRetry(true).followRedirect(false);
		return hasDefaultResolver(tuned.configuration())
				? tuned.resolver((resolver) -> resolver.cacheMaxTimeToLive(DNS_TIME_TO_LIVE)) : tuned;
	}

	// A proxy resolves names itself, and the application may have its own resolver
	private static boolean hasDefaultResolver(HttpClientConfig configuration) {
		if (configuration.resolver() == null) {
			return true;
		}
		NameResolverProvider provider = configuration.getNameResolverProvider();
		return configuration.resolver() instanceof DnsAddressResolverGroup && provider != null
				&& provider.cacheMaxTimeToLive().getSeconds() == Integer.MAX_VALUE;
	}

}
