// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;

import io.netty.resolver.dns.DnsAddressResolverGroup;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientConfig;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.NameResolverProvider;

import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;

/**
 * What Reactor Netty needs to be told, and the pool of connections of one vendor. Loaded
 * only where Reactor Netty is there.
 */
final class ReactorNetty {

	private static final Duration DNS_TIME_TO_LIVE = Duration.ofMinutes(1);

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

	private ReactorNetty() {
	}

	/**
	 * Tune a builder.
	 * @param builder the application's builder
	 * @param pool bounds of the pool
	 * @param lifetimes bounds of the connections
	 * @param onClose takes what closes the pool
	 * @return the builder to use
	 */
	static ClientHttpConnectorBuilder<?> tune(ClientHttpConnectorBuilder<?> builder, HttpTransport.Pool pool,
			HttpTransport.Lifetimes lifetimes, HttpTransport.Closing onClose) {
		if (!(builder instanceof ReactorClientHttpConnectorBuilder reactor)) {
			return builder;
		}
		ConnectionProvider connections = ConnectionProvider.builder("sso-connections-" + pool.name())
			.maxConnections(pool.maxConnections())
			.pendingAcquireMaxCount(pool.maxPending())
			.maxIdleTime(lifetimes.idle())
			.maxLifeTime(lifetimes.life())
			.evictInBackground(lifetimes.idle())
			.build();
		// Closing is done by event loops, which may be the next to end
		onClose.add(() -> connections.disposeLater().block(CLOSE_TIMEOUT));
		return reactor.withHttpClientFactory(() -> HttpClient.create(connections))
			.withHttpClientCustomizer((client) -> tune(client).responseTimeout(pool.longestSilence()));
	}

	private static HttpClient tune(HttpClient client) {
		// By itself it repeats a request of any method that met a closed connection
		HttpClient tuned = client.disableRetry(true);
		return hasOrdinaryResolver(tuned.configuration())
				? tuned.resolver((resolver) -> resolver.cacheMaxTimeToLive(DNS_TIME_TO_LIVE)) : tuned;
	}

	// Behind a proxy, it is the proxy that looks names up; and the application may have
	// its
	// own way to do so
	private static boolean hasOrdinaryResolver(HttpClientConfig configuration) {
		if (configuration.resolver() == null) {
			return true;
		}
		NameResolverProvider provider = configuration.getNameResolverProvider();
		return configuration.resolver() instanceof DnsAddressResolverGroup && provider != null
				&& provider.cacheMaxTimeToLive().getSeconds() == Integer.MAX_VALUE;
	}

}
