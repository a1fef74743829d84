// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Runs the examples of the page {@code first-connection.md} over the sandbox.
 */
class GettingStartedExamplesTests {

	private static final Sandbox sandbox = Sandbox.start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("sso-connections.clerk.base-url=" + sandbox.clerkBaseUrl(),
				"sso-connections.clerk.api-key=" + sandbox.clerkApiKey());

	@AfterEach
	void reset() {
		sandbox.reset();
	}

	@AfterAll
	static void close() {
		sandbox.close();
	}

	@Test
	void setsUpAndActivates() {
		this.contextRunner.run((context) -> {
			EnterpriseConnection created = setUp(context.getBean(SingleSignOn.class));
			EnterpriseConnectionService connections = context.getBean(EnterpriseConnectionService.class);
			assertThat(GettingStartedExamples.activate(connections, created.id())
				.map(EnterpriseConnection::active)
				.block(Duration.ofSeconds(30))).isTrue();
		});
	}

	@ParameterizedTest
	@CsvSource({ "422,Please correct: [", "503,It may have been saved.", "429,Please try again later.",
			"403,Please tell support this number: " })
	void explainsFailure(int status, String explanation) {
		this.contextRunner.withPropertyValues("sso-connections.clerk.retry.max-attempts=1").run((context) -> {
			sandbox.faults().status(status);
			SsoApiException failure = catchThrowableOfType(SsoApiException.class,
					() -> setUp(context.getBean(SingleSignOn.class)));
			assertThat(GettingStartedExamples.explain(failure)).startsWith(explanation).doesNotEndWith("null");
		});
	}

	private static EnterpriseConnection setUp(SingleSignOn singleSignOn) {
		return singleSignOn.setUp("Acme", "acme.com", "https://idp.acme.com/metadata").block(Duration.ofSeconds(30));
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(SingleSignOn.class)
	static class Application {

	}

}
