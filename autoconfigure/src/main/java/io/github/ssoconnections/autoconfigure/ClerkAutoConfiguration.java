// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.EnterpriseConnectionCreation;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionCreation;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.http.ApiClient;
import io.github.ssoconnections.http.ApiClientListener;
import io.github.ssoconnections.http.ApiClientSettings;
import io.github.ssoconnections.http.RetryPolicy;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for Clerk: active when there is a
 * key, or a {@link ClerkConnectionDetails} or {@link ClerkClient} bean.
 */
@AutoConfiguration(after = WebClientAutoConfiguration.class)
@ConditionalOnClass(WebClient.class)
@Conditional(OnClerkCondition.class)
@EnableConfigurationProperties(ClerkProperties.class)
public final class ClerkAutoConfiguration {

	private static final String SSL_BUNDLE = "sso-connections.clerk.ssl.bundle";

	@Bean
	@ConditionalOnMissingBean(ClerkConnectionDetails.class)
	@Conditional(OnClerkCondition.OnKey.class)
	PropertiesClerkConnectionDetails clerkConnectionDetails(ClerkProperties properties) {
		return new PropertiesClerkConnectionDetails(properties);
	}

	@Bean
	@ConditionalOnMissingBean
	HttpTransport ssoConnectionsHttpTransport(ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder,
			ObjectProvider<HttpClientSettings> httpClientSettings, ObjectProvider<SslBundles> sslBundles) {
		return new HttpTransport(connectorBuilder, httpClientSettings, sslBundles);
	}

	@Bean
	@ConditionalOnMissingBean
	ApiClient.Instruments ssoConnectionsInstruments(ObjectProvider<ObservationRegistry> observations,
			ObjectProvider<ApiClientListener> listeners, ApplicationEventPublisher publisher) {
		List<ApiClientListener> all = Stream
			.concat(listeners.orderedStream(), Stream.of(new ChangePublisher(publisher)))
			.toList();
		return new ApiClient.Instruments(observations.getIfUnique(() -> ObservationRegistry.NOOP),
				ApiClientListener.all(all));
	}

	@Bean
	@ConditionalOnMissingBean
	ClerkClient clerkClient(ClerkProperties properties, ClerkConnectionDetails details, HttpTransport transport,
			ApiClient.Instruments instruments, ObjectProvider<WebClient.Builder> webClientBuilder,
			ObjectProvider<ClerkWebClientCustomizer> customizers, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<RetryPolicy> retryPolicy, ObjectProvider<AsyncProxyManager<String>> buckets) {
		String bundle = RequiredProperty.sslBundle(SSL_BUNDLE, properties.getSsl().getBundle(), sslBundles);
		Duration responseTimeout = transport.responseTimeout(properties.getResponseTimeout());
		WebClient.Builder builder = webClientBuilder.getIfAvailable(WebClient::builder)
			.clone()
			.clientConnector(new LazyConnector(() -> transport.connector(properties.toPool(responseTimeout),
					properties.getConnectTimeout(), SSL_BUNDLE, bundle)));
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		properties.checkTimeouts(responseTimeout);
		ApiClientSettings client = ApiClientSettings.defaults()
			.withTimeouts(responseTimeout, properties.getCallTimeout())
			.withMaxResponseSize(properties.getMaxResponseSize())
			.withRetryPolicy(
					retryPolicy.getIfUnique(() -> properties.getRetry().toPolicy("sso-connections.clerk.retry")))
			.withRetryBudget(properties.getRetry().getBudget())
			.withRateLimit(properties.getRateLimit().toSettings("clerk", buckets.getIfUnique()));
		return ClerkClient.create(builder, details, new ClerkSettings(properties.getApiVersion(),
				properties.getPageSize(), properties.getPageParallelism(), client), instruments);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	EnterpriseConnectionService enterpriseConnectionService(ClerkClient client) {
		return EnterpriseConnectionService.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	SamlConnectionService samlConnectionService(ClerkClient client) {
		return SamlConnectionService.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	EnterpriseConnectionCreation enterpriseConnectionCreation(EnterpriseConnectionService service, ClerkClient client) {
		return EnterpriseConnectionCreation.create(service, client.settings().client().responseTimeout());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	SamlConnectionCreation samlConnectionCreation(SamlConnectionService service, ClerkClient client) {
		return SamlConnectionCreation.create(service, client.settings().client().responseTimeout());
	}

}
