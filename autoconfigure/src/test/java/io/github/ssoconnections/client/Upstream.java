// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.ratelimit.RateLimit;
import io.github.ssoconnections.testing.Sent;
import io.github.ssoconnections.testing.VirtualTime;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.client.reactive.MockClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * In-memory vendor without a network: responds as configured, and records when requests
 * came, on the clock of its clients, which may be a virtual one.
 */
public final class Upstream implements ApiVendor {

	static final ApiOperation<Map<String, Object>> READ = operation(HttpMethod.GET, Effect.READ);

	static final ApiOperation<Map<String, Object>> CREATE = operation(HttpMethod.POST, Effect.CREATE)
		.withRecoveryAdvice("list and look");

	static final ApiOperation<Map<String, Object>> PATCH = operation(HttpMethod.PATCH, Effect.PATCH);

	static final ApiOperation<Map<String, Object>> DELETE = operation(HttpMethod.DELETE, Effect.DELETE)
		.withFallbackResult((id) -> Map.of("deleted", true));

	static final ApiOperation<Page<String>> LIST = ApiOperation.of("things.list", HttpMethod.GET, "/things",
			Effect.READ, ResponseType.of(Page.class, String.class));

	private final ClientTime time;

	private final List<Long> requests = Collections.synchronizedList(new ArrayList<>());

	private volatile Function<ClientRequest, Mono<ClientResponse>> response = (request) -> status(200, "{}");

	private volatile @Nullable AccessTokens<String> tokens;

	private volatile String credentials = "credentials";

	private volatile String baseUrl = "https://vendor.example";

	private volatile RateLimit limit = RateLimit.of(1_000_000, Duration.ofSeconds(1));

	Upstream() {
		this(ClientTime.SYSTEM);
	}

	public Upstream(VirtualTime time) {
		this(ClientTime.of(time::scheduler));
	}

	private Upstream(ClientTime time) {
		this.time = time;
	}

	private static ApiOperation<Map<String, Object>> operation(HttpMethod method, Effect effect) {
		return ApiOperation.of("things." + effect.name().toLowerCase(Locale.ROOT), method, "/things/{id}", effect,
				ResponseType.of(Map.class, String.class, Object.class));
	}

	Upstream respondsWith(Function<ClientRequest, Mono<ClientResponse>> response) {
		this.response = response;
		return this;
	}

	Upstream respondsWith(int status, String... headers) {
		return respondsWith((request) -> status(status, "{}", headers));
	}

	Upstream allows(RateLimit limit) {
		this.limit = limit;
		return this;
	}

	/**
	 * Take tokens that have to be fetched.
	 */
	Upstream takes(AccessTokens<String> tokens) {
		this.tokens = tokens;
		return this;
	}

	Upstream knows(String credentials) {
		this.credentials = credentials;
		return this;
	}

	static String tokenOf(ClientRequest request) {
		return String.valueOf(Sent.headers(request).getFirst(HttpHeaders.AUTHORIZATION)).replaceFirst("^Bearer ", "");
	}

	ApiClient client(ApiClientSettings settings) {
		return client(settings, ApiClient.Instruments.NONE);
	}

	ApiClient client(ApiClientSettings settings, ApiClient.Instruments instruments) {
		WebClient.Builder builder = WebClient.builder().exchangeFunction((request) -> {
			this.requests.add(this.time.currentTimeNanos());
			Mono<Void> sent = request.writeTo(new MockClientHttpRequest(request.method(), request.url()),
					ExchangeStrategies.withDefaults());
			return sent.then(Mono.defer(() -> this.response.apply(request)));
		});
		return new ApiClient(builder, this, settings, instruments, this.time);
	}

	/**
	 * Return a client of a server, by a real transport.
	 */
	ApiClient client(WebClient.Builder builder, String baseUrl, ApiClientSettings settings) {
		this.baseUrl = baseUrl;
		return new ApiClient(builder, this, settings, ApiClient.Instruments.NONE, this.time);
	}

	ApiClient client() {
		return client(ApiClientSettings.defaults());
	}

	int count() {
		return this.requests.size();
	}

	/**
	 * Return when the requests came.
	 */
	List<Long> times() {
		return List.copyOf(this.requests);
	}

	/**
	 * Return the largest number of requests that any window of the length holds.
	 */
	public long mostIn(Duration window) {
		List<Long> times = times().stream().sorted().toList();
		long most = 0;
		int first = 0;
		for (int last = 0; last < times.size(); last++) {
			while (times.get(last) - times.get(first) >= window.toNanos()) {
				first++;
			}
			most = Math.max(most, last - first + 1);
		}
		return most;
	}

	static Mono<ClientResponse> status(int status, String body, String... headers) {
		ClientResponse.Builder response = ClientResponse.create(HttpStatusCode.valueOf(status));
		if (!body.isEmpty()) {
			response.body(body);
		}
		for (int i = 0; i < headers.length; i += 2) {
			response.header(headers[i], headers[i + 1]);
		}
		return Mono.just(response.build());
	}

	@Override
	public Account account() {
		return Account.ofDefault("stub");
	}

	@Override
	public @Nullable Credentials credentials() {
		Secret token = (this.tokens != null) ? this.tokens.current(this.credentials) : Secret.of(Calls.KEY);
		return (token != null) ? credentials(token) : null;
	}

	@Override
	public Mono<Credentials> fetchCredentials() {
		return (this.tokens != null) ? this.tokens.fetch(this.credentials).map(this::credentials)
				: ApiVendor.super.fetchCredentials();
	}

	private Credentials credentials(Secret token) {
		return new Credentials(this.baseUrl, token, this.limit);
	}

	@Override
	public boolean rejected(Credentials credentials, boolean again) {
		return this.tokens != null && this.tokens.rejected(credentials.token(), again);
	}

	@Override
	public @Nullable Instant exhaustedUntil(HttpHeaders headers) {
		String until = headers.getFirst("Exhausted-Until");
		return (until != null) ? Instant.parse(until) : null;
	}

	@Override
	public Map<String, String> headers() {
		return Map.of();
	}

	@Override
	public Failure readFailure(@Nullable JsonNode body, HttpHeaders headers) {
		String code = (body != null) ? body.path("code").asString(null) : null;
		List<ApiError> errors = (code != null) ? List.of(new ApiError(code, null, null, null, UnknownFields.none()))
				: List.of();
		return new Failure(errors, null);
	}

	@Override
	public boolean isUnprocessed(int status, List<ApiError> errors) {
		return status == 429 || errors.stream().anyMatch((error) -> "locked".equals(error.code()));
	}

	/**
	 * Body of any field.
	 */
	static final class Body extends ApiBody<Body> {

	}

}
