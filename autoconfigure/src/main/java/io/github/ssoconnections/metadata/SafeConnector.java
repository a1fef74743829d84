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
 * Factory for connectors with Reactor Netty, the only client that allows filtering of
 * resolved addresses. Loaded only if Reactor Netty is present.
 */
final class SafeConnector {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration DNS_TIME_TO_LIVE = Duration.ofMinutes(1);

	private SafeConnector() {
	}

	/**
	 * Create a connector to addresses that match a filter.
	 * @param filter the filter
	 * @param sslBundle the SSL bundle with the trust store, {@code null} for that of the
	 * JVM
	 * @return the connector
	 */
	static ClientHttpConnector filtering(InetAddressFilter filter, @Nullable SslBundle sslBundle) {
		return build((client) -> client.resolver(new FilteringResolverGroup(SafeConnector::names, filter)), sslBundle);
	}

	private static AddressResolverGroup<InetSocketAddress> names() {
		HttpClient named = client().resolver((names) -> names.cacheMaxTimeToLive(DNS_TIME_TO_LIVE));
		if (named.configuration().resolver() instanceof DnsAddressResolverGroup names) {
			return names;
		}
		throw new IllegalStateException("Reactor Netty does not use its DNS resolver");
	}

	/**
	 * Create a connector without restrictions.
	 * @param sslBundle the SSL bundle with the trust store, {@code null} for that of the
	 * JVM
	 * @return the connector
	 */
	static ClientHttpConnector unrestricted(@Nullable SslBundle sslBundle) {
		return build(UnaryOperator.identity(), sslBundle);
	}

	// Independent of the application's clients, which may carry credentials
	static ClientHttpConnector build(UnaryOperator<HttpClient> resolver, @Nullable SslBundle sslBundle) {
		checkProxy("https");
		checkProxy("http");
		HttpClientSettings settings = HttpClientSettings.defaults()
			.withConnectTimeout(CONNECT_TIMEOUT)
			.withRedirects(HttpRedirects.DONT_FOLLOW)
			.withSslBundle(sslBundle);
		return ClientHttpConnectorBuilder.reactor()
			.withHttpClientFactory(SafeConnector::client)
			.withHttpClientDefaults((client) -> resolver.apply(client).proxyWithSystemProperties())
			.build(settings);
	}

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
