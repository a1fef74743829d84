// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import reactor.netty.transport.ProxyProvider;

import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The example of the page {@code proxy-and-private-ca.md}. Run by
 * {@link ProxyExamplesTests}.
 */
final class ProxyExamples {

	private ProxyExamples() {
	}

	// tag::proxy[]
	@Configuration(proxyBeanMethods = false)
	static class CorporateProxy {

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> corporateProxy(ProxySettings settings) {
			return (builder) -> builder.withHttpClientCustomizer((client) -> client
				.proxy((proxy) -> proxy.type(ProxyProvider.Proxy.HTTP).host(settings.host()).port(settings.port())));
		}

	}

	record ProxySettings(String host, int port) {

	}
	// end::proxy[]

}
