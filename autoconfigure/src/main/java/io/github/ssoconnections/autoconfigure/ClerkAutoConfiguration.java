// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Clock;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ClerkSecretExpiries;
import io.github.ssoconnections.clerk.ClerkSecretExpiryStore;
import io.github.ssoconnections.clerk.EnterpriseConnectionActivation;
import io.github.ssoconnections.clerk.EnterpriseConnectionCertificates;
import io.github.ssoconnections.clerk.EnterpriseConnectionCreation;
import io.github.ssoconnections.clerk.EnterpriseConnectionIds;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionCertificates;
import io.github.ssoconnections.clerk.SamlConnectionCreation;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.clerk.directory.ClerkDirectories;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationCreation;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationDomains;
import io.github.ssoconnections.clerk.organization.ClerkOrganizations;
import io.github.ssoconnections.clerk.organization.ClerkReviewedActivation;
import io.github.ssoconnections.clerk.user.ClerkUserConnections;
import io.github.ssoconnections.clerk.webhook.ClerkWebhookStore;
import io.github.ssoconnections.clerk.webhook.ClerkWebhooks;
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
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for Clerk. Active with a key of any
 * account, or with a {@link ClerkConnectionDetails} or {@link ClerkClient} bean.
 */
@AutoConfiguration(after = WebClientAutoConfiguration.class)
@ConditionalOnClass(WebClient.class)
@ConditionalOnAccount(properties = ClerkAutoConfiguration.API_KEY,
		beans = { ClerkConnectionDetails.class, ClerkClient.class }, named = ClerkAutoConfiguration.VENDOR)
@EnableConfigurationProperties(ClerkProperties.class)
@Import(VendorClientsConfiguration.class)
@Lazy
@SuppressWarnings("deprecation")
public final class ClerkAutoConfiguration {

	static final String API_KEY = "sso-connections.clerk.api-key";

	static final String VENDOR = "clerk";

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAccount(properties = API_KEY)
	ClerkConnectionDetails clerkConnectionDetails(ClerkProperties properties) {
		return properties.toConnectionDetails("sso-connections.clerk");
	}

	// An invalid property fails the start
	@Bean
	@Lazy(false)
	@ConditionalOnMissingBean
	@ConditionalOnAccount(beans = ClerkConnectionDetails.class)
	ClerkClient clerkClient(ClerkProperties properties, ObjectProvider<ClerkConnectionDetails> details,
			VendorClients clients, ApiClient.Instruments instruments, Environment environment) {
		ClerkRegistration clerk = new ClerkRegistration();
		return clerk.client(Account.ofDefault(VENDOR), properties,
				clerk.unnamedDetails(details, properties, environment), clients, instruments);
	}

	@Bean
	@ConditionalOnMissingBean
	ClerkAccounts clerkAccounts(ConfigurableListableBeanFactory beanFactory, Environment environment) {
		return ClerkRegistration.accounts(NamedAccounts.of(new ClerkRegistration(), beanFactory, environment));
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
		return EnterpriseConnectionCreation.create(service, client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	EnterpriseConnectionIds enterpriseConnectionIds(EnterpriseConnectionService service,
			SamlConnectionService samlService, ClerkClient client) {
		return EnterpriseConnectionIds.create(service, samlService, client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	SamlConnectionCreation samlConnectionCreation(SamlConnectionService service, ClerkClient client) {
		return SamlConnectionCreation.create(service, client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	EnterpriseConnectionCertificates enterpriseConnectionCertificates(EnterpriseConnectionService service,
			ClerkClient client) {
		return EnterpriseConnectionCertificates.create(service, client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	SamlConnectionCertificates samlConnectionCertificates(SamlConnectionService service, ClerkClient client) {
		return SamlConnectionCertificates.create(service, client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	EnterpriseConnectionActivation enterpriseConnectionActivation(EnterpriseConnectionService service,
			ClerkClient client, ClerkOrganizationDomains domains) {
		return EnterpriseConnectionActivation.create(service, client, domains::listVerifiedNames);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	ClerkSecretExpiries clerkSecretExpiries(EnterpriseConnectionService service, ClerkClient client,
			ObjectProvider<ClerkSecretExpiryStore> store) {
		return ClerkSecretExpiries.create(service, client, store.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	ClerkOrganizations clerkOrganizations(ClerkClient client) {
		return ClerkOrganizations.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	ClerkOrganizationCreation clerkOrganizationCreation(ClerkOrganizations organizations, ClerkClient client) {
		return ClerkOrganizationCreation.create(organizations, client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	ClerkOrganizationDomains clerkOrganizationDomains(ClerkClient client, ObjectProvider<PublicDomains> domains) {
		return ClerkOrganizationDomains.create(client, () -> domains.getIfAvailable(PublicDomains::defaults));
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	ClerkDirectories clerkDirectories(ClerkClient client) {
		return ClerkDirectories.create(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	ClerkReviewedActivation clerkReviewedActivation(ClerkClient client, EnterpriseConnectionService connections,
			EnterpriseConnectionActivation activation, ClerkOrganizationDomains domains) {
		return ClerkReviewedActivation.create(client, connections, activation, domains);
	}

	@Bean
	@ConditionalOnMissingBean
	@Conditional(OnWebhookSecretsCondition.class)
	ClerkWebhooks clerkWebhooks(ClerkProperties properties, ObjectProvider<ClerkWebhookStore> store,
			ObjectProvider<Clock> clock) {
		return ClerkRegistration.webhooks(properties, new ClerkRegistration().prefix(), store, clock);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ClerkClient.class)
	ClerkUserConnections clerkUserConnections(ClerkClient client) {
		return ClerkUserConnections.create(client);
	}

}
