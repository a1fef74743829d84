// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample;

import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the console as its users do, on a free port unless one is given.
 */
public final class Console {

	private Console() {
	}

	public static ConfigurableApplicationContext start(String... arguments) {
		SpringApplication application = new SpringApplication(SampleApplication.class);
		application.setWebApplicationType(WebApplicationType.REACTIVE);
		boolean onGivenPort = Stream.of(arguments).anyMatch((argument) -> argument.startsWith("--server.port="));
		return application
			.run(Stream.concat(Stream.of(arguments), onGivenPort ? Stream.empty() : Stream.of("--server.port=0"))
				.toArray(String[]::new));
	}

}
