// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.handover.HandOverSheets;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.StringUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link HandOverSheets}. Needs no
 * account.
 */
@AutoConfiguration
@EnableConfigurationProperties(HandOverProperties.class)
public final class HandOverAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	HandOverSheets handOverSheets(HandOverProperties properties, ResourceLoader resourceLoader) {
		String location = properties.getLocation();
		return HandOverSheets.create(resourceLoader, StringUtils.hasText(location) ? location : null);
	}

}
