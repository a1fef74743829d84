// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.autoconfigure.Auth0EventsAutoConfiguration;
import io.github.ssoconnections.declarative.Reconciliations;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The application behind a command. It has no web server, reads no settings from the
 * command line, from system properties or from the working directory, refreshes nothing,
 * and sends nothing by itself.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = Auth0EventsAutoConfiguration.class)
class CliApplication {

	/** What an environment that is shared with another application cannot switch on. */
	private static final Map<String, Object> FIXED = Map.of("sso-connections.index.enabled", "false",
			"sso-connections.certificates.monitor.enabled", "false", "sso-connections.auth0.events.enabled", "false",
			"spring.reactor.netty.shutdown-quiet-period", "0s", "spring.main.lazy-initialization", "true");

	private static final Map<String, Object> DEFAULTS = Map.of("spring.config.location",
			"optional:classpath:/,optional:classpath:/config/");

	static Session open(Map<String, String> environment) {
		SpringApplication application = new SpringApplicationBuilder(CliApplication.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.addCommandLineProperties(false)
			.environment(new CliEnvironment(environment))
			.properties(DEFAULTS)
			.build();
		try {
			return new ContextSession(application.run());
		}
		catch (RuntimeException ex) {
			// Spring Boot has reported it, with the property and what to do
			throw new UsageException("The settings cannot be used");
		}
	}

	/**
	 * The environment variables, without system properties.
	 */
	private static final class CliEnvironment extends StandardEnvironment {

		private CliEnvironment(Map<String, String> variables) {
			getPropertySources().addFirst(new MapPropertySource("fixed", FIXED));
			getPropertySources().replace(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(variables)));
		}

		@Override
		protected void customizePropertySources(MutablePropertySources propertySources) {
			propertySources
				.addLast(new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of()));
		}

	}

	/**
	 * Session over an application context.
	 *
	 * @param context the context
	 */
	record ContextSession(ConfigurableApplicationContext context) implements Session {

		@Override
		public Reconciliations reconciliations() {
			ObjectProvider<Reconciliations> reconciliations = this.context.getBeanProvider(Reconciliations.class);
			return reconciliations.getIfAvailable(() -> new Reconciliations(List.of()));
		}

		@Override
		public void close() {
			this.context.close();
		}

	}

}
