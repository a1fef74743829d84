// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.UnaryOperator;

import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.Assert;

/**
 * Makes connectors on Reactor Netty, the only client that hands out the addresses that it
 * is about to connect to. Loaded only where that is there.
 */
final class SafeConnector {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration DNS_TIME_TO_LIVE = Duration.ofMinutes(1);

	private SafeConnector() {
	}

	/**
	 * Return a connector to what a filter matches, and to nothing else.
	 * @param filter what to connect to
	 * @param sslBundle whom to trust, {@code null} for whom the JVM trusts
	 * @return the connector
	 */
	static ClientHttpConnector judging(InetAddressFilter filter, @Nullable SslBundle sslBundle) {
		return build((client) -> client.resolver(new FilteringResolverGroup(SafeConnector::names, filter)), sslBundle);
	}

	private static AddressResolverGroup<InetSocketAddress> names() {
		HttpClient named = client().resolver((names) -> names.cacheMaxTimeToLive(DNS_TIME_TO_LIVE));
		if (named.configuration().resolver() instanceof DnsAddressResolverGroup names) {
			return names;
		}
		throw new IllegalStateException("Reactor Netty looks names up by other means than it says");
	}

	/**
	 * Return a connector to anything.
	 * @param sslBundle whom to trust, {@code null} for whom the JVM trusts
	 * @return the connector
	 */
	static ClientHttpConnector trusting(@Nullable SslBundle sslBundle) {
		return build(UnaryOperator.identity(), sslBundle);
	}

	// The application's clients may carry credentials: nothing of theirs is taken over
	static ClientHttpConnector build(UnaryOperator<HttpClient> resolving, @Nullable SslBundle sslBundle) {
		checkProxy("https");
		checkProxy("http");
		HttpClientSettings settings = HttpClientSettings.defaults()
			.withConnectTimeout(CONNECT_TIMEOUT)
			.withRedirects(HttpRedirects.DONT_FOLLOW)
			.withSslBundle(sslBundle);
		return ClientHttpConnectorBuilder.reactor()
			.withHttpClientFactory(SafeConnector::client)
			// Boot's own defaults would decompress: what is not, cannot grow
			.withHttpClientDefaults((client) -> resolving.apply(client).proxyWithSystemProperties())
			.build(settings);
	}

	// Otherwise Reactor Netty fails with a NullPointerException
	private static void checkProxy(String protocol) {
		String user = protocol + ".proxyUser";
		String password = protocol + ".proxyPassword";
		Assert.state(
				System.getProperty(protocol + ".proxyHost") == null || System.getProperty(user) == null
						|| System.getProperty(password) != null,
				() -> "The system property '" + user + "' is set, and '" + password + "' is not: set both, or none");
	}

	private static HttpClient client() {
		return HttpClient.create(ConnectionProvider.newConnection()).disableRetry(true);
	}

}
