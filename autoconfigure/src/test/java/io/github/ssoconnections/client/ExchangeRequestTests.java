// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.Sent;
import io.github.ssoconnections.testing.VirtualTime;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.client.reactive.MockClientHttpRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests for operations that no service has, through the pipeline of all others. What
 * the pipeline does by effect is tested with {@link RetryTests}.
 */
class ExchangeRequestTests {

	private static final VendorRequest GET = VendorRequest.get("/things/{id}", "1");

	private static final Duration LIMIT = Duration.ofDays(1);

	private final VirtualTime time = new VirtualTime();

	private final Upstream upstream = new Upstream(this.time);

	private final ApiClient client = this.upstream.client();

	@Test
	void readsARecordInSnakeCaseAndIgnoresUnknownFields() {
		responds(200,
				"{\"id\":\"1\",\"created_at\":1700000000000,\"display_name\":\"Acme\",\"new_field\":{\"a\":[1]}}");
		assertThat(result(this.client.<Thing>exchange(GET, Thing.class)))
			.isEqualTo(new Thing("1", "Acme", Instant.ofEpochMilli(1700000000000L)));
	}

	@Test
	void readsGenericTypes() {
		responds(200, "[{\"id\":\"1\"},{\"id\":\"2\"}]");
		assertThat(result(this.client.<List<Thing>>exchange(GET, new ParameterizedTypeReference<List<Thing>>() {
		}.getType()))).extracting(Thing::id).containsExactly("1", "2");
		responds(200, "{\"data\":[{\"id\":\"1\"}],\"total_count\":7}");
		Page<Thing> page = result(this.client.exchange(GET, new ParameterizedTypeReference<Page<Thing>>() {
		}.getType()));
		assertThat(page.data()).extracting(Thing::id).containsExactly("1");
		assertThat(page.totalCount()).isEqualTo(7);
	}

	@Test
	void readsJsonAsItIs() {
		responds(200, "{\"a\":[1.10,null,{\"client_secret\":\"x\"}]}");
		JsonNode json = result(this.client.exchange(GET, JsonNode.class));
		assertThat(json.path("a").path(0).decimalValue()).isEqualByComparingTo("1.1");
		assertThat(json.path("a").path(2).path("client_secret").asString()).isEqualTo("x");
		assertThat(result(this.client.<Map<String, Object>>exchange(GET, Map.class))).containsKey("a");
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 202, 204 })
	void isEmptyWithoutABody(int status) {
		responds(status, "");
		completesEmpty(this.client.exchange(GET, Thing.class));
		completesEmpty(this.client.exchange(VendorRequest.delete("/things"), Thing.class));
		completesEmpty(this.client.exchange(GET, null));
	}

	@Test
	void ignoresTheBodyOnDemand() {
		responds(200, "not json");
		completesEmpty(this.client.exchange(GET, null));
		responds(403, "{}");
		assertThat(failure(this.client.exchange(GET, null))).isInstanceOf(SsoApiException.Forbidden.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "not json", "[]", "\"text\"", "{\"created_at\":{}}" })
	void failsWhenTheBodyIsNotOfTheType(String body) {
		responds(200, body);
		SsoApiException failure = failure(this.client.exchange(GET, Thing.class));
		assertThat(failure).isInstanceOf(SsoApiException.MalformedResponse.class);
		assertThat(failure.operation()).isEqualTo("GET /things/{id}");
	}

	@Test
	void doesNotFollowRedirects() {
		this.upstream.respondsWith(302, "Location", "https://evil.example/");
		assertThat(failure(this.client.exchange(GET, Thing.class)))
			.isInstanceOf(SsoApiException.MalformedResponse.class);
		assertThat(this.upstream.count()).isEqualTo(1);
	}

	@Test
	void hasTheLimitOfTheSize() {
		ApiClient small = this.upstream.client(ApiClientSettings.defaults().withMaxResponseSize(DataSize.ofBytes(10)));
		responds(200, "{\"id\":\"0123456789\"}");
		SsoApiException failure = failure(small.exchange(GET, Thing.class));
		assertThat(((SsoApiException.MalformedResponse) failure).isTooLarge()).isTrue();
	}

	@Test
	void sendsKeyQueryHeadersAndBody() {
		AtomicReference<ClientRequest> sent = new AtomicReference<>();
		this.upstream.respondsWith((request) -> {
			sent.set(request);
			return Upstream.status(200, "{}");
		});
		completes(this.client.exchange(VendorRequest.post("/things/{id}", "a|b")
			.query("q", "x y")
			.header("X-Test", "t")
			.body(new Thing("1", null, Instant.ofEpochMilli(5))), JsonNode.class));
		assertThat(sent.get().url()).hasToString("https://vendor.example/things/a%7Cb?q=x%20y");
		HttpHeaders headers = Sent.headers(sent.get());
		assertThat(headers.getFirst("X-Test")).isEqualTo("t");
		assertThat(headers.get(HttpHeaders.AUTHORIZATION)).containsExactly("Bearer " + Calls.KEY);
		assertThat(headers.getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/json");
		assertThat(body(sent.get())).isEqualTo("{\"id\":\"1\",\"display_name\":null,\"created_at\":5}");
	}

	@Test
	void sendsSecretsAndMasksThemInFailures() {
		AtomicReference<ClientRequest> sent = new AtomicReference<>();
		this.upstream.respondsWith((request) -> {
			sent.set(request);
			return Upstream.status(422, "{\"code\":\"by-type by-name deep " + Calls.KEY + " plain\"}");
		});
		SsoApiException failure = failure(this.client.exchange(VendorRequest.post("/things")
			.body(new Credentials("by-name", Secret.of("by-type"), List.of(Map.of("access_token", "deep")), "plain")),
				JsonNode.class));
		assertThat(failure.code()).isEqualTo("****** ****** ****** ****** plain");
		assertThat(body(sent.get())).contains("by-name", "by-type", "deep");
	}

	@Test
	void retriesReadsAndDeletesAndNoChanges() {
		responds(503, "{}");
		for (VendorRequest request : List.of(GET, VendorRequest.delete("/things/{id}", 1))) {
			assertThat(failure(this.client.exchange(request, null))).isInstanceOf(SsoApiException.Unavailable.class);
		}
		assertThat(this.upstream.count()).isEqualTo(6);
		for (VendorRequest request : List.of(VendorRequest.post("/things"), VendorRequest.put("/things"),
				VendorRequest.patch("/things"))) {
			assertThat(failure(this.client.exchange(request, null))).isInstanceOf(SsoApiException.OutcomeUnknown.class);
		}
		assertThat(this.upstream.count()).isEqualTo(9);
	}

	@Test
	void retriesAChangeThatIsNotProcessed() {
		responds(429, "{}");
		assertThat(failure(this.client.exchange(VendorRequest.post("/things"), null)))
			.isInstanceOf(SsoApiException.RateLimited.class);
		assertThat(this.upstream.count()).isEqualTo(3);
	}

	@Test
	void hasDeletedWhenARetryFindsNothing() {
		this.upstream.respondsWith((request) -> Upstream.status((this.upstream.count() == 1) ? 503 : 404, "{}"));
		StepVerifier.create(this.client.exchange(VendorRequest.delete("/things/{id}", 1), Thing.class))
			.then(this.time.passes(Duration.ofMinutes(1)))
			.expectComplete()
			.verify(LIMIT);
		assertThat(failure(this.client.exchange(VendorRequest.delete("/things/{id}", 1), Thing.class)))
			.isInstanceOf(SsoApiException.NotFound.class);
	}

	@Test
	void isObservedUnderItsTemplateOfWhichThereAreNotTooMany() {
		Set<String> operations = ConcurrentHashMap.newKeySet();
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler((context) -> {
			operations.add(((ApiObservationContext) context).getOperation());
			return true;
		});
		ApiClient observed = this.upstream.client(ApiClientSettings.defaults(),
				new ApiClient.Instruments(observations, ApiClientListener.NONE));
		Set<Object> templates = new HashSet<>();
		this.upstream.respondsWith((request) -> {
			templates.add(request.attribute(WebClient.class.getName() + ".uriTemplate").orElseThrow());
			return Upstream.status(200, "{}");
		});
		for (int i = 0; i < 300; i++) {
			completesEmpty(observed.exchange(VendorRequest.get("/things/{id}/" + (i % 250), i), null));
		}
		assertThat(operations).hasSize(201).contains("GET /things/{id}/0", "other");
		assertThat(templates).hasSize(201).contains("/things/{id}/0", "other");
	}

	private void responds(int status, String body) {
		this.upstream.respondsWith((request) -> Upstream.status(status, body));
	}

	private static <T> T result(Mono<T> call) {
		return call.block(Calls.PATIENCE);
	}

	private static void completes(Mono<?> call) {
		StepVerifier.create(call).expectNextCount(1).expectComplete().verify(Calls.PATIENCE);
	}

	private static void completesEmpty(Mono<?> call) {
		StepVerifier.create(call).expectComplete().verify(Calls.PATIENCE);
	}

	private SsoApiException failure(Mono<?> call) {
		return Calls.failureIn(StepVerifier.create(call).then(this.time.passes(Duration.ofMinutes(1))));
	}

	private static String body(ClientRequest request) {
		MockClientHttpRequest message = new MockClientHttpRequest(request.method(), request.url());
		request.writeTo(message, ExchangeStrategies.withDefaults()).block(Calls.PATIENCE);
		byte[] bytes = message.getBodyAsString().block(Calls.PATIENCE).getBytes(StandardCharsets.UTF_8);
		return new String(bytes, StandardCharsets.UTF_8);
	}

	record Thing(@Nullable String id, @Nullable String displayName, @Nullable Instant createdAt) {
	}

	record Credentials(String clientSecret, Secret other, List<Map<String, String>> tokens, String note) {
	}

}
