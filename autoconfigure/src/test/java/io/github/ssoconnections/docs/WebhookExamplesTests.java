// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.ssoconnections.clerk.webhook.ClerkWebhookStore;
import io.github.ssoconnections.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs {@link WebhookExamples} in both kinds of web applications, with requests over
 * HTTP.
 */
class WebhookExamplesTests {

	private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	private static final String BODY = "{ \"type\":\"organizationDomain.created\","
			+ "\"data\":{\"id\":\"orgdmn_1\",\"organization_id\":\"org_1\",\"name\":\"\u00e4.example\"} }\n";

	private static final List<String> refreshed = Collections.synchronizedList(new ArrayList<>());

	private final HttpClient client = HttpClient.newHttpClient();

	@AfterEach
	void forget() {
		refreshed.clear();
	}

	static Stream<Arguments> applications() {
		return Stream.of(
				Arguments.of(WebApplicationType.REACTIVE, WebhookExamples.Reactive.ClerkWebhookController.class),
				Arguments.of(WebApplicationType.SERVLET, WebhookExamples.Servlet.ClerkWebhookController.class));
	}

	@ParameterizedTest
	@MethodSource("applications")
	void receiveWebhooks(WebApplicationType type, Class<?> controller) throws Exception {
		for (boolean problemDetails : new boolean[] { false, true }) {
			try (ConfigurableApplicationContext context = run(type, controller, problemDetails)) {
				HttpRequest signed = request(context, "msg_1", BODY, BODY);
				assertThat(send(signed).statusCode()).isEqualTo(204);
				assertThat(refreshed).containsExactly("org_1");
				assertRejected(send(signed));
				assertRejected(send(request(context, "msg_2", BODY, BODY.strip())));
				assertRejected(
						send(request(context, "msg_3", "x".repeat(1024 * 1024 + 1), "x".repeat(1024 * 1024 + 1))));
				assertThat(refreshed).containsExactly("org_1");

				String fails = BODY.replace("org_1", "org_fails");
				HttpRequest failing = request(context, "msg_4", fails, fails);
				assertThat(send(failing).statusCode()).isEqualTo(500);
				// The retry of Clerk is not a replay
				assertThat(send(failing).statusCode()).isEqualTo(500);
				refreshed.clear();
			}
		}
	}

	@Test
	void storeInDatabaseAddsAnIdOnceUntilItExpires() {
		Database database = new Database("how-to/receive-clerk-webhooks.md");
		try {
			ClerkWebhookStore store = new WebhookExamples.JdbcWebhookStore(database.jdbcClient());
			Instant later = Instant.now().plusSeconds(3600);
			assertThat(store.add("msg_1", later)).isTrue();
			assertThat(store.add("msg_1", later)).isFalse();
			assertThat(store.add("a".repeat(128), later)).isTrue();
			store.remove("msg_1");
			assertThat(store.add("msg_1", Instant.now().minusSeconds(1))).isTrue();
			assertThat(store.add("msg_1", later)).isTrue();
			assertThat(store.add("msg_1", later)).isFalse();
		}
		finally {
			database.close();
		}
	}

	private static void assertRejected(HttpResponse<String> response) {
		assertThat(response.statusCode()).isBetween(400, 413);
		assertThat(response.body()).doesNotContainIgnoringCase("signature")
			.doesNotContainIgnoringCase("replay")
			.doesNotContain("InvalidWebhook");
	}

	private HttpResponse<String> send(HttpRequest request) throws Exception {
		return this.client.send(request, HttpResponse.BodyHandlers.ofString());
	}

	private static HttpRequest request(ConfigurableApplicationContext context, String id, String signed, String body)
			throws GeneralSecurityException {
		String timestamp = String.valueOf(Instant.now().getEpochSecond());
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
		String signature = Base64.getEncoder()
			.encodeToString(mac.doFinal((id + "." + timestamp + "." + signed).getBytes(StandardCharsets.UTF_8)));
		URI uri = URI.create(
				"http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/webhooks/clerk");
		return HttpRequest.newBuilder(uri)
			.timeout(Duration.ofSeconds(20))
			.header("Content-Type", "application/json")
			.header("svix-id", id)
			.header("svix-timestamp", timestamp)
			.header("svix-signature", "v1,AAAA v1," + signature)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
	}

	private static ConfigurableApplicationContext run(WebApplicationType type, Class<?> controller,
			boolean problemDetails) {
		return new SpringApplicationBuilder(Application.class, controller).web(type)
			.registerShutdownHook(false)
			.properties("server.port=0", "server.address=127.0.0.1", "sso-connections.clerk.api-key=sk_test_wire",
					"sso-connections.clerk.webhooks.secrets=whsec_" + KEY, "spring.http.codecs.max-in-memory-size=1MB",
					"spring.web.error.include-message=always", "server.error.include-message=always",
					"sso-connections.web.problem-details.enabled=" + problemDetails)
			.run();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(WebhookExamples.Store.class)
	static class Application {

		@Bean
		WebhookExamples.Domains domains() {
			return (organizationId) -> {
				if ("org_fails".equals(organizationId)) {
					throw new IllegalStateException("not processed");
				}
				refreshed.add(organizationId);
			};
		}

	}

}
