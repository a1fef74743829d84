// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.EnterpriseConnectionActivation;
import io.github.ssoconnections.clerk.EnterpriseConnectionCertificates;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionCertificates;
import io.github.ssoconnections.clerk.SamlConnectionService;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the rotation of certificates at
 * Clerk, and for the activation of connections that were tested.
 */
@AutoConfiguration(after = ClerkAutoConfiguration.class)
@ConditionalOnSingleCandidate(ClerkClient.class)
public final class ClerkRotationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(EnterpriseConnectionService.class)
	EnterpriseConnectionCertificates enterpriseConnectionCertificates(EnterpriseConnectionService service,
			ClerkClient client) {
		return EnterpriseConnectionCertificates.create(service, client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(SamlConnectionService.class)
	SamlConnectionCertificates samlConnectionCertificates(SamlConnectionService service, ClerkClient client) {
		return SamlConnectionCertificates.create(service, client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(EnterpriseConnectionService.class)
	EnterpriseConnectionActivation enterpriseConnectionActivation(EnterpriseConnectionService service,
			ClerkClient client) {
		return EnterpriseConnectionActivation.create(service, client);
	}

}
