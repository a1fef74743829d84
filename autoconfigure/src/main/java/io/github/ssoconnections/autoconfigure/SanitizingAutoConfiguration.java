// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that keeps the secrets of the
 * vendors out of the actuator's endpoints. Active without a key, too: one that is set
 * under another name is a secret all the same.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class SanitizingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SecretSanitizer ssoConnectionsSanitizingFunction(ConfigurableEnvironment environment,
			ObjectProvider<ClerkConnectionDetails> clerk, ObjectProvider<Auth0ConnectionDetails> auth0) {
		return new SecretSanitizer(environment, clerk, auth0);
	}

}
