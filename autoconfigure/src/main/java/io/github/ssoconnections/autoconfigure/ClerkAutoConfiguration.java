// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.EnterpriseConnectionCreation;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionCreation;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.client.ApiClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for Clerk: active when there is a
 * key, or a {@link ClerkConnectionDetails} or {@link ClerkClient} bean.
 */
@AutoConfiguration(after = WebClientAutoConfiguration.class)
@ConditionalOnClass(WebClient.class)
@Conditional(OnClerkCondition.class)
@EnableConfigurationProperties(ClerkProperties.class)
@Import(VendorClientsConfiguration.class)
public final class ClerkAutoConfiguration {

	private static final String VENDOR = "clerk";

	@Bean
	@ConditionalOnMissingBean(ClerkConnectionDetails.class)
	@Conditional(OnClerkCondition.OnKey.class)
	PropertiesClerkConnectionDetails clerkConnectionDetails(ClerkProperties properties) {
		return new PropertiesClerkConnectionDetails(properties);
	}

	@Bean
	@ConditionalOnMissingBean
	ClerkClient clerkClient(ClerkProperties properties, ClerkConnectionDetails details, VendorClients clients,
			ApiClient.Instruments instruments, ObjectProvider<ClerkWebClientCustomizer> customizers) {
		WebClient.Builder builder = clients.builder(VENDOR, properties,
				(webClient) -> customizers.orderedStream().forEach((customizer) -> customizer.customize(webClient)));
		return ClerkClient.create(builder, details, new ClerkSettings(properties.getApiVersion(),
				properties.getPageSize(), properties.getPageParallelism(), clients.settings(VENDOR, properties)),
				instruments);
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
		return EnterpriseConnectionCreation.create(service, client.settings().client().responseTimeout(),
				client.settings().client().creationTimeout());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	SamlConnectionCreation samlConnectionCreation(SamlConnectionService service, ClerkClient client) {
		return SamlConnectionCreation.create(service, client.settings().client().responseTimeout(),
				client.settings().client().creationTimeout());
	}

}
