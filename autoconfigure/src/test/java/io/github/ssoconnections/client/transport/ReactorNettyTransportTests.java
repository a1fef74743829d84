// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.transport;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.TcpResources;
import reactor.netty.transport.ProxyProvider;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the resolver that {@link ReactorNettyTransport} chooses. The only name that
 * is resolved is {@code localhost}, which needs no network.
 */
class ReactorNettyTransportTests {

	private static final InetSocketAddress LOCALHOST = InetSocketAddress.createUnresolved("localhost", 443);

	private static final InetSocketAddress VENDOR = InetSocketAddress.createUnresolved("api.vendor.invalid", 443);

	@Test
	void leavesNamesToTheProxyOfACustomizer() throws Exception {
		AddressResolverGroup<?> resolver = resolver("other.invalid", HttpClientSettings.defaults());
		assertThat(resolve(resolver, VENDOR)).isEqualTo(VENDOR);
		assertThat(resolveAll(resolver, VENDOR)).containsExactly(VENDOR);
		assertThat(resolve(resolver, LOCALHOST)).isEqualTo(LOCALHOST);
	}

	@Test
	void resolvesNamesThatTheProxyIsNotUsedFor() throws Exception {
		AddressResolverGroup<?> resolver = resolver("localhost", HttpClientSettings.defaults());
		assertThat(resolve(resolver, LOCALHOST).getAddress().isLoopbackAddress()).isTrue();
		assertThat(resolveAll(resolver, LOCALHOST)).isNotEmpty()
			.allSatisfy((address) -> assertThat(address.getAddress().isLoopbackAddress()).isTrue());
		assertThat(resolve(resolver, VENDOR)).isEqualTo(VENDOR);
	}

	@Test
	void resolvesNamesForAFilterOfAddresses() throws Exception {
		AddressResolverGroup<?> resolver = resolver("other.invalid",
				HttpClientSettings.defaults().withInetAddressFilter(InetAddressFilter.externalAddresses()));
		assertThat(resolver).isInstanceOf(DnsAddressResolverGroup.class);
		assertThat(resolve(resolver, LOCALHOST).getAddress().isLoopbackAddress()).isTrue();
	}

	// As Boot does, which gives a client event loops before it is customized
	private static AddressResolverGroup<?> resolver(String notProxied, HttpClientSettings settings) {
		AtomicReference<HttpClient> tuned = new AtomicReference<>();
		LoopResources loops = TcpResources.get();
		ReactorNettyTransport.tune(ClientHttpConnectorBuilder.reactor()
			.withHttpClientCustomizer((client) -> client.runOn(loops)
				.proxy((proxy) -> proxy.type(ProxyProvider.Proxy.HTTP)
					.host("127.0.0.1")
					.port(1)
					.nonProxyHosts(notProxied))),
				ConnectionPool.defaults(), settings, (close) -> {
				})
			.withHttpClientCustomizer((client) -> {
				tuned.set(client);
				return client;
			})
			.build(ReactorNettyTransport.tune(settings));
		return tuned.get().configuration().resolver();
	}

	@SuppressWarnings("unchecked")
	private static InetSocketAddress resolve(AddressResolverGroup<?> group, InetSocketAddress address)
			throws Exception {
		return ((AddressResolver<InetSocketAddress>) group.getResolver(TcpResources.get().onClient(true).next()))
			.resolve(address)
			.get(20, TimeUnit.SECONDS);
	}

	@SuppressWarnings("unchecked")
	private static List<InetSocketAddress> resolveAll(AddressResolverGroup<?> group, InetSocketAddress address)
			throws Exception {
		return ((AddressResolver<InetSocketAddress>) group.getResolver(TcpResources.get().onClient(true).next()))
			.resolveAll(address)
			.get(20, TimeUnit.SECONDS);
	}

}
