// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;

import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;

/**
 * What Reactor Netty needs to be told, and the pool of connections of one vendor. Loaded
 * only where Reactor Netty is there.
 */
final class ReactorNetty {

	private static final Duration DNS_TIME_TO_LIVE = Duration.ofMinutes(1);

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
		onClose.add(connections::dispose);
		return reactor.withHttpClientFactory(() -> HttpClient.create(connections))
			.withHttpClientCustomizer(ReactorNetty::tune);
	}

	private static HttpClient tune(HttpClient client) {
		// By itself it repeats a request of any method that met a closed connection:
		// repeats are the pipeline's, which counts them
		HttpClient tuned = client.disableRetry(true);
		// Behind a proxy, it is the proxy that looks names up; and the application may
		// have its own way to do so
		return (tuned.configuration().resolver() != null) ? tuned
				: tuned.resolver((resolver) -> resolver.cacheMaxTimeToLive(DNS_TIME_TO_LIVE));
	}

}
