// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.client.ApiClientListener;
import io.github.ssoconnections.client.RequestUrlFilter;
import io.github.ssoconnections.client.RetryPolicy;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Beans that the clients of all vendors share, imported by the auto-configuration of each
 * vendor.
 */
@Configuration(proxyBeanMethods = false)
class VendorClientsConfiguration {

	@Bean
	@ConditionalOnMissingBean
	HttpTransport ssoConnectionsHttpTransport(ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder,
			ObjectProvider<ClientHttpConnectorBuilderCustomizer<?>> connectorBuilderCustomizers,
			ObjectProvider<HttpClientSettings> httpClientSettings, ObjectProvider<SslBundles> sslBundles) {
		return new HttpTransport(connectorBuilder, connectorBuilderCustomizers, httpClientSettings, sslBundles);
	}

	@Bean
	@ConditionalOnMissingBean
	ApiClient.Instruments ssoConnectionsInstruments(ObjectProvider<ObservationRegistry> observations,
			ObjectProvider<ApiClientListener> listeners, ConfigurableListableBeanFactory beanFactory,
			ApplicationEventPublisher publisher) {
		List<ApiClientListener> all = Stream
			.concat(listeners.orderedStream(), Stream.of(new ChangePublisher(beanFactory, publisher)))
			.toList();
		return new ApiClient.Instruments(observations.getIfUnique(() -> ObservationRegistry.NOOP),
				ApiClientListener.all(all));
	}

	@Bean
	static RequestUrlFilter ssoConnectionsRequestUrlFilter() {
		return new RequestUrlFilter();
	}

	@Bean
	static NamedAccountRegistrar ssoConnectionsNamedAccountRegistrar(Environment environment) {
		return new NamedAccountRegistrar(environment);
	}

	@Bean
	VendorClients ssoConnectionsVendorClients(HttpTransport transport, ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<VendorWebClientCustomizer> customizers, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<RetryPolicy> retryPolicy, ObjectProvider<AsyncProxyManager<String>> buckets) {
		return new VendorClients(transport, new ApplicationWebClient(beanFactory), customizers, sslBundles, retryPolicy,
				buckets);
	}

}
