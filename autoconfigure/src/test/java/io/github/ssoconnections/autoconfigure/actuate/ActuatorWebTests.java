// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.actuate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.Resources;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole applications, over HTTP: what the actuator shows.
 */
class ActuatorWebTests {

	private static final String PAGE = "{\"data\":[{\"id\":\"ent_1\"}],\"total_count\":1}";

	private static final String EXPOSED = "management.endpoints.web.exposure.include=health,ssoconnections";

	private static final String UNREACHABLE = "sso-connections.clerk.base-url=http://127.0.0.1:1/v1";

	@RegisterExtension
	static final Wire wire = new Wire();

	private static final String[] BOTH = { "sso-connections.auth0.token=given",
			"sso-connections.auth0.rate-limit.enabled=false", "sso-connections.certificates.monitor.enabled=true",
			"sso-connections.certificates.monitor.initial-delay=1h" };

	private final HttpClient client = HttpClient.newHttpClient();

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void showsHealth(WebApplicationType type) throws Exception {
		wire.respondsWith(200, PAGE);
		try (ConfigurableApplicationContext context = run(type)) {
			assertThat(get(context, "/actuator/health", 200).path("components").path("clerk").path("status").asString())
				.isEqualTo("UP");
			JsonNode clerk = get(context, "/actuator/health/clerk", 200);
			assertThat(clerk.propertyNames()).containsExactlyInAnyOrder("status", "details");
			assertThat(clerk.path("details").propertyNames()).containsExactly("checkedAt");
			wire.received("GET", "/enterprise_connections?limit=1", "");
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void staysUpWhenVendorIsUnreachable(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = run(type, UNREACHABLE,
				"management.endpoint.health.probes.enabled=true")) {
			JsonNode health = get(context, "/actuator/health", 200);
			assertThat(health.path("status").asString()).isEqualTo("UP");
			assertThat(health.path("components").path("clerk").path("status").asString()).isEqualTo("UNKNOWN");
			assertThat(health.path("components").path("clerk").path("details").path("reason").asString())
				.isEqualTo("unavailable");
			assertThat(get(context, "/actuator/health/clerk", 200).path("status").asString()).isEqualTo("UNKNOWN");
			assertProbesAreUp(context);
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void respondsInTimeWhenVendorsHang(WebApplicationType type) throws Exception {
		try (RawServer vendors = RawServer.playing((connection) -> {
			connection.readRequest();
			connection.awaitHangUp();
		});
				ConfigurableApplicationContext context = run(type, "sso-connections.auth0.token=given",
						"sso-connections.clerk.base-url=" + vendors.baseUrl(),
						"sso-connections.auth0.base-url=" + vendors.address(),
						"sso-connections.clerk.health.timeout=1s", "sso-connections.auth0.health.timeout=1s",
						"sso-connections.clerk.response-timeout=60s", "sso-connections.clerk.call-timeout=60s",
						"sso-connections.auth0.response-timeout=60s", "sso-connections.auth0.call-timeout=60s")) {
			for (int i = 0; i < 3; i++) {
				JsonNode health = get(context, "/actuator/health", 200);
				assertThat(health.path("status").asString()).isEqualTo("UP");
				for (String vendor : List.of("clerk", "auth0")) {
					assertThat(health.path("components").path(vendor).path("details").path("reason").asString())
						.isEqualTo("unavailable");
				}
			}
			assertProbesAreUp(context);
			vendors.awaitHangUp();
			// Fewer on a machine that takes longer than the timeout to send one
			assertThat(vendors.requests()).as("One for each vendor").hasSizeLessThanOrEqualTo(2);
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void isDownAndStillAliveAndReadyWhenKeyIsRejected(WebApplicationType type) throws Exception {
		wire.respondsWith(401, "{\"errors\":[{\"code\":\"canary\",\"message\":\"canary\"}]}");
		try (ConfigurableApplicationContext context = run(type, "management.endpoint.health.probes.enabled=true")) {
			JsonNode health = get(context, "/actuator/health", 503);
			assertThat(health.path("status").asString()).isEqualTo("DOWN");
			assertThat(health.path("components").path("clerk").path("details").path("reason").asString())
				.isEqualTo("unauthorized");
			assertThat(health.toString()).doesNotContain("canary").doesNotContain("sk_test");
			assertProbesAreUp(context);
			wire.theRequest();
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void joinsGroupThatNamesIt(WebApplicationType type) throws Exception {
		wire.respondsWith(401, "{}");
		try (ConfigurableApplicationContext context = run(type,
				"management.endpoint.health.group.vendors.include=clerk")) {
			assertThat(get(context, "/actuator/health/vendors", 503).path("status").asString()).isEqualTo("DOWN");
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void sendsOneRequestWhenManyProbe(WebApplicationType type) throws Exception {
		wire.respondsWith(200, PAGE);
		try (ConfigurableApplicationContext context = run(type)) {
			List<CompletableFuture<HttpResponse<String>>> responses = IntStream.range(0, 50)
				.mapToObj((i) -> this.client.sendAsync(request(context, "/actuator/health"),
						HttpResponse.BodyHandlers.ofString()))
				.toList();
			assertThat(responses).allSatisfy((response) -> assertThat(response.join().statusCode()).isEqualTo(200));
			wire.theRequest();
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void showsConnections(WebApplicationType type) throws Exception {
		wire.respondsWith(200, """
				{"data":[{"id":"ent_1","name":"Acme","provider":"saml_okta","active":true,"domains":["acme.com"],
				          "saml_connection":{"idp_certificate_expires_at":4102444800000}},
				         {"id":"ent_2","active":false}],"total_count":41}""");
		try (ConfigurableApplicationContext context = run(type)) {
			assertThat(get(context, "/actuator/ssoconnections", 200)).isEqualTo(JsonMapper.shared().readTree("""
					{"vendors":[{"vendor":"clerk","account":"default","totalCount":41,"connections":[
					  {"id":"ent_1","name":"Acme","protocol":"saml","provider":"saml_okta","state":"active",
					   "domains":["acme.com"],"certificateState":"valid","certificateExpiresAt":"2100-01-01T00:00:00Z",
					   "certificates":[{"state":"valid","notAfter":"2100-01-01T00:00:00Z"}]},
					  {"id":"ent_2","state":"inactive","domains":[]}]}]}"""));
			wire.received("GET", "/enterprise_connections?limit=25", "");
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void showsNothingSecret(WebApplicationType type) throws Exception {
		String full = Resources.read("clerk/enterprise-connection.json");
		wire.respondsWith(200, "{\"data\":[" + full.replaceFirst("\\{", "{\"new_secret\":\"canary\",") + "]}");
		try (ConfigurableApplicationContext context = run(type)) {
			JsonNode connection = get(context, "/actuator/ssoconnections", 200).path("vendors")
				.path(0)
				.path("connections")
				.path(0);
			assertThat(connection.propertyNames()).isSubsetOf("id", "name", "protocol", "provider", "state", "domains",
					"certificateState", "certificateExpiresAt", "certificates");
			assertThat(connection.path("certificates").path(0).propertyNames()).isNotEmpty()
				.isSubsetOf("state", "notBefore", "notAfter", "sha256", "subject", "unreadable");
			assertThat(connection.toString()).doesNotContain("canary")
				.doesNotContain("sk_test")
				.doesNotContain("MII")
				.doesNotContain("://");
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void rejectsLimitOutOfBounds(WebApplicationType type) throws Exception {
		wire.respondsWith(200, PAGE);
		try (ConfigurableApplicationContext context = run(type)) {
			for (String limit : List.of("0", "101", "-1", "many")) {
				get(context, "/actuator/ssoconnections?limit=" + limit, 400);
			}
			assertThat(wire.requests()).isEmpty();
			get(context, "/actuator/ssoconnections?limit=100", 200);
			wire.received("GET", "/enterprise_connections?limit=100", "");
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void reportsWhyConnectionsCannotBeShown(WebApplicationType type) throws Exception {
		wire.respondsWith(503, "{\"errors\":[{\"message\":\"canary\"}]}");
		try (ConfigurableApplicationContext context = run(type)) {
			assertThat(get(context, "/actuator/ssoconnections", 200)).isEqualTo(JsonMapper.shared()
				.readTree(
						"{\"vendors\":[{\"vendor\":\"clerk\",\"account\":\"default\",\"failure\":\"unavailable\"}]}"));
			wire.theRequest();
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void watchesBothVendorsAndTheirCertificates(WebApplicationType type) throws Exception {
		wire.respondsWith(200, PAGE);
		String page = "{\"connections\":[{\"id\":\"con_1\",\"name\":\"acme\",\"options\":{\"client_secret\":\"canary\"}}]}";
		wire.server()
			.stubFor(WireMock.get(WireMock.urlPathEqualTo("/api/v2/connections")).willReturn(WireMock.okJson(page)));
		try (ConfigurableApplicationContext context = run(type, BOTH)) {
			JsonNode components = get(context, "/actuator/health", 200).path("components");
			assertThat(components.path("auth0").path("status").asString()).isEqualTo("UP");
			assertThat(components.path("auth0").path("details").propertyNames()).containsExactly("checkedAt");
			// Not refreshed yet
			assertThat(components.path("ssoCertificates").path("status").asString()).isEqualTo("UNKNOWN");
			assertThat(get(context, "/actuator/health/ssoCertificates", 200).has("details")).isFalse();
			assertThat(wire.requests()).hasSize(2);
			JsonNode vendors = get(context, "/actuator/ssoconnections?limit=3", 200).path("vendors");
			assertThat(vendors.path(0).path("vendor").asString()).isEqualTo("auth0");
			assertThat(vendors.path(0).path("connections").path(0).path("id").asString()).isEqualTo("con_1");
			assertThat(vendors.path(1).path("connections").path(0).path("id").asString()).isEqualTo("ent_1");
			assertThat(vendors.toString()).doesNotContain("canary", "given", "sk_test");
			assertThat(wire.requests()).as("One for each account").hasSize(4);
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void isAliveAndReadyWhenBothVendorsReject(WebApplicationType type) throws Exception {
		wire.respondsWith(403, "{\"message\":\"canary\"}");
		try (ConfigurableApplicationContext context = run(type, BOTH)) {
			JsonNode health = get(context, "/actuator/health", 503);
			assertThat(health.path("components").path("auth0").path("details").path("reason").asString())
				.isEqualTo("forbidden");
			assertThat(health.toString()).doesNotContain("canary", "given", "sk_test");
			assertProbesAreUp(context);
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void changesNothing(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = run(type)) {
			for (String method : List.of("POST", "DELETE", "PUT")) {
				HttpRequest request = HttpRequest.newBuilder(uri(context, "/actuator/ssoconnections"))
					.method(method, HttpRequest.BodyPublishers.noBody())
					.build();
				assertThat(this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
					.isGreaterThanOrEqualTo(400);
			}
			assertThat(wire.requests()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void hidesConnectionsUnlessExposed(WebApplicationType type) throws Exception {
		wire.respondsWith(200, PAGE);
		try (ConfigurableApplicationContext context = run(type, "management.endpoints.web.exposure.include=health")) {
			get(context, "/actuator/ssoconnections", 404);
			assertThat(get(context, "/actuator", 200).toString()).doesNotContain("ssoconnections");
			assertThat(wire.requests()).isEmpty();
		}
	}

	@Test
	void reportsHealthWithoutWebServer() {
		wire.respondsWith(200, PAGE);
		try (ConfigurableApplicationContext context = run(WebApplicationType.NONE)) {
			assertThat(context.containsBean("clerkHealthContributor")).isTrue();
		}
	}

	private void assertProbesAreUp(ConfigurableApplicationContext context) throws Exception {
		for (String probe : List.of("liveness", "readiness")) {
			JsonNode health = get(context, "/actuator/health/" + probe, 200);
			assertThat(health.path("status").asString()).isEqualTo("UP");
			for (String contributor : List.of("clerk", "auth0", "ssoCertificates")) {
				assertThat(health.path("components").has(contributor)).isFalse();
			}
		}
	}

	private JsonNode get(ConfigurableApplicationContext context, String path, int status) throws Exception {
		HttpResponse<String> response = this.client.send(request(context, path), HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(status);
		return (status < 400 || status == 503) ? JsonMapper.shared().readTree(response.body()) : null;
	}

	private static HttpRequest request(ConfigurableApplicationContext context, String path) {
		return HttpRequest.newBuilder(uri(context, path)).timeout(Duration.ofSeconds(20)).build();
	}

	private static URI uri(ConfigurableApplicationContext context, String path) {
		return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
	}

	private static ConfigurableApplicationContext run(WebApplicationType type, String... properties) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.registerShutdownHook(false)
			.properties("server.port=0", "server.address=127.0.0.1", "sso-connections.clerk.api-key=sk_test_wire",
					"sso-connections.clerk.base-url=" + wire.baseUrl(),
					"sso-connections.auth0.base-url=" + wire.server().baseUrl(), EXPOSED,
					"management.endpoint.health.show-details=always")
			.properties(properties)
			.run();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
