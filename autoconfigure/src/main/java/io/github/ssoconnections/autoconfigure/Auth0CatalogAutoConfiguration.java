// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.auth0.Auth0ConnectionCatalog;
import io.github.ssoconnections.auth0.Auth0ConnectionService;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the catalog of the connections
 * at Auth0.
 */
@AutoConfiguration(after = Auth0AutoConfiguration.class)
@ConditionalOnSingleCandidate(Auth0ConnectionService.class)
public final class Auth0CatalogAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "auth0ConnectionCatalog")
	Auth0ConnectionCatalog auth0ConnectionCatalog(Auth0ConnectionService service) {
		return Auth0ConnectionCatalog.create(service);
	}

}
