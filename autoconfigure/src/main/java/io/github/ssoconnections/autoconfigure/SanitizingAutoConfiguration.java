// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that masks the secrets of the
 * vendors in the actuator's endpoints. Active without a key too, as a key can be set
 * under another name.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class SanitizingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SecretSanitizer ssoConnectionsSanitizingFunction(ConfigurableEnvironment environment,
			ListableBeanFactory beanFactory) {
		return new SecretSanitizer(environment, beanFactory);
	}

}
