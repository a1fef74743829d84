// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.lint.PublicDomains;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link PublicDomains}. Needs no
 * account, and reads its lists at first use.
 */
@AutoConfiguration
@EnableConfigurationProperties(DomainProperties.class)
public final class PublicDomainsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	PublicDomains publicDomains(DomainProperties properties) {
		return properties.toPublicDomains();
	}

}
