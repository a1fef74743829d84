// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0ConnectionCatalog;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.clerk.ClerkConnectionCatalog;
import io.github.ssoconnections.clerk.ClerkSecretExpiryStore;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionService;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the catalogs of connections.
 */
@AutoConfiguration(after = { Auth0AutoConfiguration.class, ClerkAutoConfiguration.class })
@ConditionalOnAccount(
		beans = { EnterpriseConnectionService.class, Auth0ConnectionService.class, ConnectionCatalog.class },
		named = ConditionalOnAccount.ANY_VENDOR)
@EnableConfigurationProperties(CertificateProperties.class)
@Lazy
@SuppressWarnings("deprecation")
public final class ConnectionCatalogAutoConfiguration {

	@Bean
	@ConditionalOnSingleCandidate(Auth0ConnectionService.class)
	@ConditionalOnMissingBean(name = "auth0ConnectionCatalog")
	Auth0ConnectionCatalog auth0ConnectionCatalog(Auth0ConnectionService service) {
		return Auth0ConnectionCatalog.create(service);
	}

	@Bean
	@ConditionalOnSingleCandidate(EnterpriseConnectionService.class)
	@ConditionalOnMissingBean(name = "clerkConnectionCatalog")
	ClerkConnectionCatalog clerkConnectionCatalog(EnterpriseConnectionService service,
			ObjectProvider<SamlConnectionService> samlService, ObjectProvider<ClerkSecretExpiryStore> store) {
		return ClerkConnectionCatalog.create(Account.DEFAULT, service, samlService.getIfUnique(),
				store.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAccount(beans = ConnectionCatalog.class, named = ConditionalOnAccount.ANY_VENDOR)
	ConnectionCatalogs ssoConnectionCatalogs(ObjectProvider<ConnectionCatalog> catalogs,
			ListableBeanFactory beanFactory) {
		return new ConnectionCatalogs(catalogs, beanFactory);
	}

}
