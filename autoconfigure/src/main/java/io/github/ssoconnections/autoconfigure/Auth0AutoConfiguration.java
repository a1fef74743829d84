// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.Auth0ConnectionCreation;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionKeys;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.auth0.directory.Auth0DirectoryProvisionings;
import io.github.ssoconnections.auth0.scim.Auth0ScimConfigurations;
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
 * {@link EnableAutoConfiguration Auto-configuration} for Auth0: active when there is a
 * token, client credentials, or an {@link Auth0ConnectionDetails} or {@link Auth0Client}
 * bean.
 */
@AutoConfiguration(after = WebClientAutoConfiguration.class)
@ConditionalOnClass(WebClient.class)
@Conditional(OnAuth0Condition.class)
@EnableConfigurationProperties(Auth0Properties.class)
@Import(VendorClientsConfiguration.class)
public final class Auth0AutoConfiguration {

	private static final String VENDOR = "auth0";

	@Bean
	@ConditionalOnMissingBean(Auth0ConnectionDetails.class)
	@Conditional(OnAuth0Condition.OnCredentials.class)
	PropertiesAuth0ConnectionDetails auth0ConnectionDetails(Auth0Properties properties) {
		return new PropertiesAuth0ConnectionDetails(properties);
	}

	@Bean
	@ConditionalOnMissingBean
	Auth0Client auth0Client(Auth0Properties properties, Auth0ConnectionDetails details, VendorClients clients,
			ApiClient.Instruments instruments, ObjectProvider<Auth0WebClientCustomizer> customizers) {
		WebClient.Builder builder = clients.builder(VENDOR, properties,
				(webClient) -> customizers.orderedStream().forEach((customizer) -> customizer.customize(webClient)));
		return Auth0Client.create(builder, details,
				new Auth0Settings(properties.getPageSize(), clients.settings(VENDOR, properties)), instruments);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0ConnectionService auth0ConnectionService(Auth0Client client) {
		return Auth0ConnectionService.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0ConnectionCreation auth0ConnectionCreation(Auth0ConnectionService service, Auth0Client client) {
		return Auth0ConnectionCreation.create(service, client.settings().client().responseTimeout(),
				client.settings().client().creationTimeout());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0ConnectionClients auth0ConnectionClients(Auth0Client client) {
		return Auth0ConnectionClients.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0ConnectionKeys auth0ConnectionKeys(Auth0Client client) {
		return Auth0ConnectionKeys.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0ScimConfigurations auth0ScimConfigurations(Auth0Client client) {
		return Auth0ScimConfigurations.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0DirectoryProvisionings auth0DirectoryProvisionings(Auth0Client client) {
		return Auth0DirectoryProvisionings.create(client);
	}

}
