// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the console as its users do, on a free port and without periodic refreshes,
 * unless the arguments say otherwise.
 */
public final class Console {

	private static final List<String> DEFAULTS = List.of("--server.port=0", "--sso-connections.index.enabled=false",
			"--sso-connections.certificates.monitor.enabled=false");

	private Console() {
	}

	public static ConfigurableApplicationContext start(String... arguments) {
		SpringApplication application = new SpringApplication(SampleApplication.class);
		application.setWebApplicationType(WebApplicationType.REACTIVE);
		Stream<String> defaults = DEFAULTS.stream()
			.filter((one) -> Stream.of(arguments)
				.noneMatch((argument) -> argument.startsWith(one.substring(0, one.indexOf('=') + 1))));
		return application.run(Stream.concat(Stream.of(arguments), defaults).toArray(String[]::new));
	}

}
