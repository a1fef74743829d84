// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.http.ApiClientSettings;

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

	@Bean
	@ConditionalOnMissingBean(ClerkConnectionDetails.class)
	@Conditional(OnClerkCondition.OnKey.class)
	PropertiesClerkConnectionDetails clerkConnectionDetails(ClerkProperties properties) {
		return new PropertiesClerkConnectionDetails(properties);
	}

	@Bean
	@ConditionalOnMissingBean
	ClerkClient clerkClient(ClerkProperties properties, ClerkConnectionDetails details,
			ObjectProvider<WebClient.Builder> webClientBuilder,
			ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder,
			ObjectProvider<HttpClientSettings> httpClientSettings, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<ClerkWebClientCustomizer> customizers) {
		HttpTransport transport = new HttpTransport(connectorBuilder, httpClientSettings, sslBundles);
		WebClient.Builder builder = webClientBuilder.getIfAvailable(WebClient::builder)
			.clone()
			.clientConnector(transport.connector(properties.getConnectTimeout(), RequiredProperty
				.sslBundle("sso-connections.clerk.ssl.bundle", properties.getSsl().getBundle(), sslBundles)));
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		ApiClientSettings client = ApiClientSettings.defaults()
			.withTimeouts(transport.responseTimeout(properties.getResponseTimeout()), properties.getCallTimeout())
			.withMaxResponseSize(properties.getMaxResponseSize());
		return ClerkClient.create(builder, details,
				new ClerkSettings(properties.getApiVersion(), properties.getPageSize(), 4, client));
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

}
