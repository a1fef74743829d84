// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionCertificates;
import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.Auth0ConnectionCreation;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionKeys;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0SecretExpiries;
import io.github.ssoconnections.auth0.Auth0ServiceProvider;
import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.auth0.activation.Auth0ConnectionActivation;
import io.github.ssoconnections.auth0.activation.Auth0Readiness;
import io.github.ssoconnections.auth0.application.Auth0Applications;
import io.github.ssoconnections.auth0.directory.Auth0DirectoryProvisionings;
import io.github.ssoconnections.auth0.discovery.Auth0DiscoveryDomains;
import io.github.ssoconnections.auth0.discovery.TxtRecords;
import io.github.ssoconnections.auth0.log.Auth0SignInFailures;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.scim.Auth0ScimConfigurations;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceProfiles;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceTickets;
import io.github.ssoconnections.auth0.user.Auth0UserConnections;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.lint.PublicDomains;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for Auth0. Active with a token or
 * client credentials, or with an {@link Auth0ConnectionDetails} or {@link Auth0Client}
 * bean.
 */
@AutoConfiguration(after = WebClientAutoConfiguration.class)
@ConditionalOnClass(WebClient.class)
@ConditionalOnAccount(
		properties = { Auth0AutoConfiguration.TOKEN, Auth0AutoConfiguration.CLIENT_ID,
				Auth0AutoConfiguration.CLIENT_SECRET },
		beans = { Auth0ConnectionDetails.class, Auth0Client.class }, named = Auth0AutoConfiguration.VENDOR)
@EnableConfigurationProperties(Auth0Properties.class)
@Import(VendorClientsConfiguration.class)
@Lazy
public final class Auth0AutoConfiguration {

	static final String TOKEN = "sso-connections.auth0.token";

	static final String CLIENT_ID = "sso-connections.auth0.client-id";

	static final String CLIENT_SECRET = "sso-connections.auth0.client-secret";

	static final String VENDOR = "auth0";

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAccount(properties = { TOKEN, CLIENT_ID, CLIENT_SECRET })
	Auth0ConnectionDetails auth0ConnectionDetails(Auth0Properties properties) {
		return Auth0Credentials.of(properties, "sso-connections.auth0");
	}

	// An invalid property fails the start
	@Bean
	@Lazy(false)
	@ConditionalOnMissingBean
	@ConditionalOnAccount(beans = Auth0ConnectionDetails.class)
	Auth0Client auth0Client(Auth0Properties properties, ObjectProvider<Auth0ConnectionDetails> details,
			VendorClients clients, ApiClient.Instruments instruments, Environment environment) {
		Auth0Registration auth0 = new Auth0Registration();
		return auth0.client(Account.ofDefault(VENDOR), properties,
				auth0.unnamedDetails(details, properties, environment), clients, instruments);
	}

	@Bean
	@ConditionalOnMissingBean
	Auth0Accounts auth0Accounts(ConfigurableListableBeanFactory beanFactory, Environment environment) {
		return Auth0Registration.accounts(NamedAccounts.of(new Auth0Registration(), beanFactory, environment));
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
		return Auth0ConnectionCreation.create(service, client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0ConnectionCertificates auth0ConnectionCertificates(Auth0Client client) {
		return Auth0ConnectionCertificates.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0ServiceProvider auth0ServiceProvider(Auth0Client client) {
		return Auth0ServiceProvider.create(client);
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
	Auth0SecretExpiries auth0SecretExpiries(Auth0Client client) {
		return Auth0SecretExpiries.create(client);
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

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0Organizations auth0Organizations(Auth0Client client) {
		return Auth0Organizations.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0OrganizationConnections auth0OrganizationConnections(Auth0Client client) {
		return Auth0OrganizationConnections.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0SelfServiceProfiles auth0SelfServiceProfiles(Auth0Client client) {
		return Auth0SelfServiceProfiles.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0SelfServiceTickets auth0SelfServiceTickets(Auth0Client client) {
		return Auth0SelfServiceTickets.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0SignInFailures auth0SignInFailures(Auth0Client client) {
		return Auth0SignInFailures.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0DiscoveryDomains auth0DiscoveryDomains(Auth0Client client, ObjectProvider<PublicDomains> domains,
			ObjectProvider<TxtRecords> txtRecords) {
		return Auth0DiscoveryDomains.create(client, () -> domains.getIfAvailable(PublicDomains::defaults),
				txtRecords.getIfAvailable(TxtRecords::ofDns));
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0Applications auth0Applications(Auth0Client client) {
		return Auth0Applications.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0Readiness auth0Readiness(Auth0Client client) {
		return Auth0Readiness.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0UserConnections auth0UserConnections(Auth0Client client) {
		return Auth0UserConnections.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Auth0Client.class)
	Auth0ConnectionActivation auth0ConnectionActivation(Auth0Client client) {
		return Auth0ConnectionActivation.create(client);
	}

}
