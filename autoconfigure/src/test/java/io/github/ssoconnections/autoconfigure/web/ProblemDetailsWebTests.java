// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.declarative.Reconciliations;
import io.github.ssoconnections.index.ConnectionIndex;
import io.github.ssoconnections.onboarding.Onboardings;
import io.github.ssoconnections.provisioning.Provisionings;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Problem details of whole applications, over HTTP.
 */
class ProblemDetailsWebTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	private final HttpClient client = HttpClient.newHttpClient();

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void respondsWithProblems(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = run(type)) {
			respondsWithoutTheVendorsTexts(context);
			namesInvalidFields(context);
			saysWhenToRetry(context);
			wire.server().resetAll();
			rejectsArguments(context);
			rejectsUnknownAccounts(context);
			saysThatConnectionsAreNotKnown(context);
			leavesOtherFailuresAlone(context);
		}
	}

	private void respondsWithoutTheVendorsTexts(ConfigurableApplicationContext context) throws Exception {
		wire.respondsWith(404, "{\"errors\":[{\"code\":\"resource_not_found\",\"message\":\"acme.internal\"}],"
				+ "\"clerk_trace_id\":\"trace_1\"}");
		JsonNode problem = problem(context, "/connections/ent_1?token=secret", 404);
		assertThat(problem.propertyNames()).containsExactlyInAnyOrder("type", "title", "status", "detail", "instance");
		assertThat(problem.path("instance").asString()).isEqualTo("/connections/ent_1");
		assertThat(problem.toString()).doesNotContain("secret", "acme", "trace_1", "clerk");
	}

	private void namesInvalidFields(ConfigurableApplicationContext context) throws Exception {
		wire.respondsWith(422, "{\"errors\":[{\"code\":\"form_param_invalid\",\"message\":\"acme.internal\","
				+ "\"meta\":{\"param_name\":\"name\"}}]}");
		assertThat(problem(context, "/connections/ent_1", 422).path("errors"))
			.isEqualTo(JsonMapper.shared().readTree("[{\"code\":\"form_param_invalid\",\"parameter\":\"name\"}]"));
	}

	private void saysWhenToRetry(ConfigurableApplicationContext context) throws Exception {
		wire.respondsWith(WireMock.aResponse().withStatus(503).withHeader("Retry-After", "7"));
		HttpResponse<String> response = get(context, "/connections/ent_1");
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Retry-After")).hasValue("7");
	}

	private void rejectsArguments(ConfigurableApplicationContext context) throws Exception {
		JsonNode problem = problem(context, "/connections/a.b?x=y", 400);
		assertThat(problem.path("detail").asString()).startsWith("'id' must be 1 to 128 characters");
		assertThat(problem.path("instance").asString()).isEqualTo("/connections/a.b");
		assertThat(wire.requests()).isEmpty();
	}

	private void rejectsUnknownAccounts(ConfigurableApplicationContext context) throws Exception {
		for (String path : List.of("/onboardings/none", "/onboardings/clerk:none", "/onboardings/%20",
				"/reconciliations/none", "/provisionings/none")) {
			JsonNode problem = problem(context, path, 400);
			assertThat(problem.path("type").asString()).isEqualTo("urn:sso-connections:invalid-argument");
			assertThat(problem.path("detail").asString()).isNotBlank()
				.doesNotContain("clerk", "default")
				.doesNotContain("[");
		}
	}

	private void saysThatConnectionsAreNotKnown(ConfigurableApplicationContext context) throws Exception {
		JsonNode problem = problem(context, "/lookup?email=canary@acme.com", 503);
		assertThat(problem.path("type").asString()).isEqualTo("urn:sso-connections:connections-not-known");
		assertThat(problem.toString()).doesNotContain("canary", "acme", "clerk");
		assertThat(problem(context, "/lookup?email=canary", 400).toString()).doesNotContain("canary");
	}

	private void leavesOtherFailuresAlone(ConfigurableApplicationContext context) throws Exception {
		assertThat(get(context, "/broken").statusCode()).isEqualTo(500);
		assertThat(get(context, "/nowhere").body()).doesNotContain("urn:sso-connections");
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void includesTheVendorsTextsOnDemandWithoutTheKey(WebApplicationType type) throws Exception {
		wire.respondsWith(403, "{\"errors\":[{\"code\":\"not_allowed\",\"message\":\"sk_test_wire may not\"}],"
				+ "\"clerk_trace_id\":\"trace_1\"}");
		try (ConfigurableApplicationContext context = run(type,
				"sso-connections.web.problem-details.include-vendor=true", "spring.mvc.problemdetails.enabled=true",
				"spring.webflux.problemdetails.enabled=true")) {
			JsonNode problem = problem(context, "/connections/ent_1", 502);
			assertThat(problem.path("vendor").asString()).isEqualTo("clerk");
			assertThat(problem.path("operation").asString()).isEqualTo("enterprise_connections.get");
			assertThat(problem.path("trace_id").asString()).isEqualTo("trace_1");
			assertThat(problem.path("message").asString()).contains("[not_allowed] ****** may not");
			assertThat(problem.has("errors")).isFalse();
		}
	}

	private HttpResponse<String> get(ConfigurableApplicationContext context, String path) throws Exception {
		URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
		return this.client.send(
				HttpRequest.newBuilder(uri).header("Accept", "text/html").timeout(Duration.ofSeconds(20)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private JsonNode problem(ConfigurableApplicationContext context, String path, int status) throws Exception {
		HttpResponse<String> response = get(context, path);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		return JsonMapper.shared().readTree(response.body());
	}

	private static ConfigurableApplicationContext run(WebApplicationType type, String... properties) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.registerShutdownHook(false)
			.properties("server.port=0", "server.address=127.0.0.1", "sso-connections.clerk.api-key=sk_test_wire",
					"sso-connections.clerk.base-url=" + wire.baseUrl(), "sso-connections.clerk.retry.max-attempts=1",
					"sso-connections.web.problem-details.enabled=true")
			.properties(properties)
			.run();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Connections.class)
	static class Application {

	}

	@RestController
	static class Connections {

		private final EnterpriseConnectionService connections;

		private final ConnectionIndex index;

		private final Onboardings onboardings;

		private final Reconciliations reconciliations;

		private final Provisionings provisionings;

		Connections(EnterpriseConnectionService connections, ConnectionIndex index, Onboardings onboardings,
				Reconciliations reconciliations, Provisionings provisionings) {
			this.connections = connections;
			this.index = index;
			this.onboardings = onboardings;
			this.reconciliations = reconciliations;
			this.provisionings = provisionings;
		}

		@GetMapping("/onboardings/{account}")
		String onboarding(@PathVariable String account) {
			return String.valueOf(this.onboardings.get(account).account());
		}

		@GetMapping("/reconciliations/{account}")
		String reconciliation(@PathVariable String account) {
			return String.valueOf(this.reconciliations.get(account).account());
		}

		@GetMapping("/provisionings/{account}")
		String provisioning(@PathVariable String account) {
			return String.valueOf(this.provisionings.get(Account.ofDefault(account)).account());
		}

		@GetMapping("/lookup")
		String lookUp(@RequestParam String email) {
			return String.valueOf(this.index.findByEmail(email).size());
		}

		@GetMapping("/connections/{id}")
		Mono<String> get(@PathVariable String id) {
			return this.connections.get(id).map(String::valueOf);
		}

		@GetMapping("/broken")
		String broken() {
			throw new IllegalArgumentException("of the application");
		}

	}

}
