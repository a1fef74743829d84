// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import io.github.ssoconnections.autoconfigure.Auth0AutoConfiguration;
import io.github.ssoconnections.autoconfigure.ClerkAutoConfiguration;
import io.github.ssoconnections.sandbox.Sandbox;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a {@link Sandbox} that every
 * account of the application uses. Not active by itself.
 *
 * @see AutoConfigureSsoSandbox
 * @see SsoSandboxConfiguration
 */
@AutoConfiguration(before = { Auth0AutoConfiguration.class, ClerkAutoConfiguration.class })
@Import(SandboxAccountsRegistrar.class)
public final class SsoSandboxAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Sandbox ssoSandbox(SandboxSeed seed) {
		Sandbox sandbox = Sandbox.start();
		try {
			return seed.plant(sandbox);
		}
		catch (RuntimeException ex) {
			sandbox.close();
			throw ex;
		}
	}

	@Bean
	SandboxSeed ssoSandboxSeed(Environment environment, ResourceLoader resources) {
		return SandboxSeed.read(environment.getProperty(SandboxSeed.PROPERTY), resources);
	}

}
