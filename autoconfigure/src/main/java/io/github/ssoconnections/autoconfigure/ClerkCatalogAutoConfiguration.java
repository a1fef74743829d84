// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.clerk.ClerkConnectionCatalog;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionService;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the catalog of the connections
 * at Clerk.
 */
@AutoConfiguration(after = ClerkAutoConfiguration.class)
@ConditionalOnSingleCandidate(EnterpriseConnectionService.class)
public final class ClerkCatalogAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "clerkConnectionCatalog")
	ClerkConnectionCatalog clerkConnectionCatalog(EnterpriseConnectionService service,
			ObjectProvider<SamlConnectionService> samlService) {
		SamlConnectionService saml = samlService.getIfUnique();
		return (saml != null) ? ClerkConnectionCatalog.create(service, saml) : ClerkConnectionCatalog.create(service);
	}

}
