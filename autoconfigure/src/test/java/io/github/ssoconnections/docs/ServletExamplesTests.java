// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs {@link ServletExamples} over HTTP, with and without virtual threads. A JDK before
 * 21 has none, and Boot ignores the property.
 */
class ServletExamplesTests {

	private static final String CONNECTIONS = """
			{"clerk": [{"name": "Acme", "provider": "saml_okta", "domains": ["acme.example"]}],
			"auth0": [{"name": "globex", "strategy": "samlp", "options": {}}]}""";

	private final HttpClient client = HttpClient.newHttpClient();

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void blocksInAServletApplication(boolean virtualThreads) throws Exception {
		try (Sandbox sandbox = Sandbox.start()) {
			sandbox.seed(CONNECTIONS);
			try (ConfigurableApplicationContext context = run(sandbox, virtualThreads)) {
				assertThat(get(context, "/connections/count")).isEqualTo("1");
				assertThat(get(context, "/saml-connections")).isEqualTo("[\"globex\"]");
				assertThat(get(context, "/connections/" + firstId(context) + "/domains"))
					.isEqualTo("[\"acme.example\"]");
			}
		}
	}

	private static String firstId(ConfigurableApplicationContext context) {
		return context.getBean(EnterpriseConnectionService.class).listAll().blockFirst(Duration.ofSeconds(20)).id();
	}

	private String get(ConfigurableApplicationContext context, String path) throws Exception {
		URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
		HttpResponse<String> response = this.client.send(HttpRequest.newBuilder(uri).build(),
				HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return response.body();
	}

	private static ConfigurableApplicationContext run(Sandbox sandbox, boolean virtualThreads) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.SERVLET)
			.run("--server.port=0", "--server.address=127.0.0.1", "--spring.threads.virtual.enabled=" + virtualThreads,
					"--sso-connections.clerk.base-url=" + sandbox.clerkBaseUrl(),
					"--sso-connections.clerk.api-key=" + sandbox.clerkApiKey(),
					"--sso-connections.auth0.base-url=" + sandbox.auth0().baseUrl(),
					"--sso-connections.auth0.token=" + sandbox.auth0().token(),
					"--sso-connections.auth0.rate-limit.enabled=false");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(ServletExamples.ConnectionsController.class)
	static class Application {

	}

}
