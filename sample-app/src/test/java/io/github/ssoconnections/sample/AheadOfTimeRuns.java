// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.sample.clerk.ClerkAccount;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs the console with no key, and then with a key and the base URL that it is given.
 */
public final class AheadOfTimeRuns {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	static final String MARK = "Console over ";

	private AheadOfTimeRuns() {
	}

	public static void main(String[] arguments) {
		run("--sso-connections.clerk.api-key=");
		run("--sso-connections.clerk.api-key=sk_test_other", "--sso-connections.clerk.base-url=" + arguments[0]);
		System.exit(0);
	}

	private static void run(String... arguments) {
		SpringApplication application = new SpringApplication(SampleApplication.class);
		application.setMainApplicationClass(SampleApplication.class);
		List<String> all = Stream
			.concat(Stream.of(arguments),
					Stream.of("--server.port=0", "--spring.reactor.netty.shutdown-quiet-period=0s"))
			.toList();
		try (ConfigurableApplicationContext context = application.run(all.toArray(String[]::new))) {
			String over = context.getBean(ClerkAccount.class).isSandbox() ? "sandbox" : "account";
			Long connections = context.getBean(EnterpriseConnectionService.class).listAll().count().block(PATIENCE);
			System.out.println(MARK + over + " with " + connections);
		}
	}

}
