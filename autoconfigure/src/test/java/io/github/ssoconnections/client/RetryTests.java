// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.testing.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What is retried, how often, and for how long.
 */
class RetryTests {

	private static final Duration LIMIT = Duration.ofDays(1);

	private final VirtualTime time = new VirtualTime();

	private final Upstream upstream = new Upstream(this.time);

	@ParameterizedTest
	@MethodSource("faults")
	void attemptsAsOftenAsIsSafe(Fault fault, Effect effect, int attempts, Class<? extends SsoApiException> type) {
		this.upstream.respondsWith(fault::respond);
		StepVerifier.create(this.upstream.client().execute(call(effect)))
			.then(this.time.passes(Duration.ofMinutes(1)))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(type))
			.verify(LIMIT);
		assertThat(this.upstream.count()).isEqualTo(attempts);
	}

	static Stream<Arguments> faults() {
		Class<?> unavailable = SsoApiException.Unavailable.class;
		Class<?> unknown = SsoApiException.OutcomeUnknown.class;
		Class<?> limited = SsoApiException.RateLimited.class;
		Class<?> conflict = SsoApiException.Conflict.class;
		Class<?> malformed = SsoApiException.MalformedResponse.class;
		Class<?> invalid = SsoApiException.InvalidRequest.class;
		return Stream
			.of(row(Fault.STATUS_500, 3, unavailable, 1, unknown), row(Fault.STATUS_502, 3, unavailable, 1, unknown),
					row(Fault.STATUS_504, 3, unavailable, 1, unknown), row(Fault.RESET, 3, unavailable, 1, unknown),
					row(Fault.HANG, 3, unavailable, 1, unknown), row(Fault.REFUSED, 3, unavailable, 3, unavailable),
					row(Fault.STATUS_429, 3, limited, 3, limited), row(Fault.LOCKED, 3, conflict, 3, conflict),
					row(Fault.CONFLICT, 1, conflict, 1, conflict), row(Fault.STATUS_400, 1, invalid, 1, invalid),
					row(Fault.GARBAGE, 1, malformed, 1, malformed), row(Fault.REDIRECT, 1, malformed, 1, malformed))
			.flatMap((rows) -> rows);
	}

	private static Stream<Arguments> row(Fault fault, int safe, Class<?> safeType, int unsafe, Class<?> unsafeType) {
		return Stream.of(Arguments.of(fault, Effect.READ, safe, safeType),
				Arguments.of(fault, Effect.DELETE, safe, safeType),
				Arguments.of(fault, Effect.CREATE, unsafe, unsafeType),
				Arguments.of(fault, Effect.PATCH, unsafe, unsafeType));
	}

	@Test
	void neverRetriesUnsafeAttemptWhateverThePolicySays() {
		this.upstream.respondsWith(503);
		ApiClientSettings settings = ApiClientSettings.defaults()
			.withRetryPolicy((failed) -> Duration.ofMillis(1))
			.withRetryBudget(1000);
		StepVerifier.create(this.upstream.client(settings).execute(call(Effect.CREATE)))
			.then(this.time.passes(Duration.ofMinutes(1)))
			.expectError(SsoApiException.OutcomeUnknown.class)
			.verify(LIMIT);
		assertThat(this.upstream.count()).isEqualTo(1);
	}

	@Test
	void saysHowToFindOutWhenOutcomeIsUnknown() {
		this.upstream.respondsWith(502);
		StepVerifier.create(this.upstream.client().execute(call(Effect.CREATE)))
			.expectErrorMessage("stub things.create: 502 it may have been created: list and look")
			.verify(LIMIT);
		this.upstream.respondsWith(Fault.RESET::respond);
		StepVerifier.create(this.upstream.client().execute(call(Effect.PATCH)))
			.expectErrorMessage("stub things.patch: connection failed: IOException: Connection reset; "
					+ "it may have been changed: read it before a retry")
			.verify(LIMIT);
	}

	@Test
	void asksUpstreamHardlyMoreThanOnceWhenItIsDown() {
		this.upstream.respondsWith(503);
		ApiClient client = this.upstream.client();
		for (int i = 0; i < 1000; i++) {
			client.execute(call(Effect.READ)).subscribe((response) -> {
			}, (failure) -> {
			});
			this.time.pass(Duration.ofSeconds(10));
		}
		assertThat(this.upstream.count()).isBetween(1001, 1050);
		assertThat(this.upstream.count() - 1000).isLessThanOrEqualTo(40);
	}

	@Test
	void hasRetryTokensAgainWhenCallsSucceed() {
		RetryBudget budget = new RetryBudget(2);
		assertThat(budget.tryAcquire()).isTrue();
		assertThat(budget.tryAcquire()).isTrue();
		assertThat(budget.tryAcquire()).isFalse();
		for (int i = 0; i < 9; i++) {
			budget.onSuccess();
		}
		assertThat(budget.tryAcquire()).isFalse();
		budget.onSuccess();
		assertThat(budget.tryAcquire()).isTrue();
		for (int i = 0; i < 1000; i++) {
			budget.onSuccess();
		}
		assertThat(Stream.generate(budget::tryAcquire).limit(10).filter((taken) -> taken)).hasSize(2);
	}

	@ParameterizedTest
	@MethodSource("deadlines")
	void endsByTheDeadline(Fault fault, String retryAfter) {
		this.upstream.respondsWith((request) -> fault.respond(request)
			.map((response) -> response.mutate().header(HttpHeaders.RETRY_AFTER, retryAfter).build()));
		ApiClientSettings settings = ApiClientSettings.defaults()
			.withRetryPolicy(RetryPolicy.jittered(100, Duration.ofSeconds(1), Duration.ofSeconds(5)));
		long[] ended = { -1 };
		this.upstream.client(settings).execute(call(Effect.READ)).subscribe((response) -> {
		}, (failure) -> ended[0] = this.time.nanos());
		long start = this.time.nanos();
		this.time.pass(Duration.ofMinutes(1));
		assertThat(ended[0]).isNotNegative();
		assertThat(Duration.ofNanos(ended[0] - start)).isLessThanOrEqualTo(Duration.ofSeconds(30));
		assertThat(this.upstream.count()).isPositive();
	}

	static Stream<Arguments> deadlines() {
		return Stream.of(Fault.values())
			.flatMap((fault) -> Stream
				.of("0", "1", "29", "31", "86400", "-5", "soon", "1000000000000000000", "Wed, 21 Oct 2015 07:28:00 GMT",
						"Fri, 31 Dec 9999 23:59:59 GMT")
				.map((retryAfter) -> Arguments.of(fault, retryAfter)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 304, 400, 401, 402, 403, 404, 405, 410, 413, 415, 418, 422, 451 })
	void sendsOnceWhenTheVendorRejects(int status) {
		this.upstream.respondsWith((request) -> Upstream.status(status, "{}"));
		for (Effect effect : Effect.values()) {
			StepVerifier.create(this.upstream.client().execute(call(effect)))
				.then(this.time.passes(Duration.ofMinutes(1)))
				.expectError(SsoApiException.class)
				.verify(LIMIT);
		}
		assertThat(this.upstream.count()).isEqualTo(Effect.values().length);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 5, 20 })
	void waitsAsLongAsTheVendorAsks(int seconds) {
		AtomicInteger count = new AtomicInteger();
		this.upstream.respondsWith((request) -> (count.getAndIncrement() == 0)
				? Upstream.status(503, "{}", HttpHeaders.RETRY_AFTER, String.valueOf(seconds))
				: Upstream.status(200, "{}"));
		StepVerifier.create(this.upstream.client().execute(call(Effect.READ)))
			.then(this.time.passes(Duration.ofMinutes(1)))
			.expectNextCount(1)
			.expectComplete()
			.verify(LIMIT);
		assertThat(Duration.ofNanos(this.upstream.times().get(1) - this.upstream.times().get(0)))
			.isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(seconds * 1000L + 200));
	}

	@Test
	void drawsDelaysBetweenZeroAndADoublingBound() {
		RetryPolicy policy = RetryPolicy.jittered(100, Duration.ofMillis(100), Duration.ofMillis(350));
		SsoApiException failure = new SsoApiException.Unavailable(new SsoApiException.Details(Account.ofDefault("stub"),
				"x", 503, null, List.of(), null, null, false, null));
		for (int attempts = 1; attempts < 100; attempts++) {
			Duration bound = Duration.ofMillis(Math.min(100L << Math.min(attempts - 1, 30), 350));
			int attempt = attempts;
			assertThat(Stream
				.generate(() -> policy
					.delayBeforeNextAttempt(new RetryPolicy.FailedAttempt("x", Effect.READ, attempt, failure)))
				.limit(200)).allSatisfy((pause) -> assertThat(pause).isBetween(Duration.ZERO, bound))
				.anySatisfy((pause) -> assertThat(pause).isLessThan(bound.dividedBy(3)))
				.anySatisfy((pause) -> assertThat(pause).isGreaterThan(bound.dividedBy(3).multipliedBy(2)));
		}
	}

	@Test
	void hasDeletedWhenRetryFindsNothing() {
		this.upstream.respondsWith(sequence(Fault.RESET::respond, (request) -> Upstream.status(404, "{}")));
		StepVerifier.create(this.upstream.client().execute(call(Effect.DELETE)))
			.then(this.time.passes(Duration.ofMinutes(1)))
			.expectNext(Map.of("deleted", true))
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.upstream.count()).isEqualTo(2);
	}

	@Test
	void hasDeletedWhenVendorRespondsWithoutBody() {
		this.upstream.respondsWith((request) -> Upstream.status(204, ""));
		StepVerifier.create(this.upstream.client().execute(call(Effect.DELETE)))
			.expectNext(Map.of("deleted", true))
			.expectComplete()
			.verify(LIMIT);
		StepVerifier.create(this.upstream.client().execute(call(Effect.READ)))
			.expectError(SsoApiException.MalformedResponse.class)
			.verify(LIMIT);
	}

	@Test
	void hasNotDeletedWhenRetryFindsOperationGone() {
		this.upstream.respondsWith(sequence(Fault.RESET::respond, (request) -> Upstream.status(410, "{}")));
		StepVerifier.create(this.upstream.client().execute(call(Effect.DELETE)))
			.then(this.time.passes(Duration.ofMinutes(1)))
			.expectError(SsoApiException.Gone.class)
			.verify(LIMIT);
	}

	@Test
	void hasNotDeletedWhenFirstAttemptCannotHave() {
		for (Fault fault : new Fault[] { Fault.REFUSED, Fault.STATUS_429 }) {
			this.upstream.respondsWith(sequence(fault::respond, (request) -> Upstream.status(404, "{}")));
			StepVerifier.create(this.upstream.client().execute(call(Effect.DELETE)))
				.then(this.time.passes(Duration.ofMinutes(1)))
				.expectError(SsoApiException.NotFound.class)
				.verify(LIMIT);
		}
		assertThat(this.upstream.count()).isEqualTo(4);
	}

	@Test
	void hasNotReadWhenRetryFindsNothing() {
		this.upstream.respondsWith(sequence(Fault.RESET::respond, (request) -> Upstream.status(404, "{}")));
		StepVerifier.create(this.upstream.client().execute(call(Effect.READ)))
			.then(this.time.passes(Duration.ofMinutes(1)))
			.expectError(SsoApiException.NotFound.class)
			.verify(LIMIT);
	}

	@Test
	void keepsToTheOptionsOfTheCall() {
		this.upstream.respondsWith(503);
		StepVerifier.create(this.upstream.client().execute(call(Effect.READ)).contextWrite(CallOptions.maxAttempts(1)))
			.then(this.time.passes(Duration.ofMinutes(1)))
			.expectError(SsoApiException.Unavailable.class)
			.verify(LIMIT);
		assertThat(this.upstream.count()).isEqualTo(1);
		this.upstream.respondsWith(Fault.HANG::respond);
		Mono<?> call = this.upstream.client()
			.execute(call(Effect.READ))
			.contextWrite(CallOptions.timeout(Duration.ofSeconds(3)).withMaxAttempts(2));
		this.time.endsAfter(Duration.ofSeconds(3), call)
			.expectErrorSatisfies((failure) -> assertThat(failure).hasMessageContaining("within 3000 ms"))
			.verify(LIMIT);
	}

	@Test
	void takesTimeoutsOfAnyLength() {
		this.upstream.respondsWith(200);
		StepVerifier
			.create(this.upstream.client()
				.execute(call(Effect.READ))
				.contextWrite(CallOptions.timeout(Duration.ofSeconds(Long.MAX_VALUE))))
			.expectNextCount(1)
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void rejectsOptionsThatCannotBe() {
		assertThatIllegalArgumentException().isThrownBy(() -> CallOptions.timeout(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> CallOptions.maxAttempts(0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "reset", "hang", "502", "504" })
	void createsOnceWhenServerCommitsAndTheResponseIsLost(String loss) {
		AtomicInteger commits = new AtomicInteger();
		this.upstream.respondsWith((request) -> {
			commits.incrementAndGet();
			return switch (loss) {
				case "reset" -> Fault.RESET.respond(request);
				case "hang" -> Fault.HANG.respond(request);
				default -> Upstream.status(Integer.parseInt(loss), "<html>");
			};
		});
		ApiClient client = this.upstream.client(ApiClientSettings.defaults().withRetryBudget(100_000));
		AtomicInteger unknown = new AtomicInteger();
		for (int i = 0; i < 2_500; i++) {
			client.execute(call(Effect.CREATE)).subscribe((response) -> {
			}, (failure) -> unknown.addAndGet((failure instanceof SsoApiException.OutcomeUnknown) ? 1 : 0));
		}
		this.time.pass(Duration.ofMinutes(5));
		assertThat(unknown).hasValue(2_500);
		assertThat(commits).hasValue(2_500);
	}

	private static ApiCall<Map<String, Object>> call(Effect effect) {
		return switch (effect) {
			case READ -> Upstream.READ.call("id_1");
			case DELETE -> Upstream.DELETE.call("id_1");
			case CREATE -> Upstream.CREATE.call("id_1").body(new Upstream.Body().set("a", 1));
			case PATCH -> Upstream.PATCH.call("id_1").body(new Upstream.Body().set("a", 1));
		};
	}

	@SafeVarargs
	private static Function<ClientRequest, Mono<ClientResponse>> sequence(
			Function<ClientRequest, Mono<ClientResponse>>... responses) {
		AtomicInteger count = new AtomicInteger();
		return (request) -> responses[count.getAndIncrement() % responses.length].apply(request);
	}

	enum Fault {

		STATUS_400, STATUS_429, STATUS_500, STATUS_502, STATUS_504, LOCKED, CONFLICT, GARBAGE, REDIRECT, RESET, REFUSED,
		HANG;

		Mono<ClientResponse> respond(ClientRequest request) {
			return switch (this) {
				case LOCKED -> Upstream.status(409, "{\"code\":\"locked\"}");
				case CONFLICT -> Upstream.status(409, "{\"code\":\"conflict\"}");
				case GARBAGE -> Upstream.status(200, "<html>");
				case REDIRECT -> Upstream.status(307, "", "Location", "https://elsewhere.example");
				case RESET -> fail(new IOException("Connection reset"));
				case REFUSED -> fail(new ConnectException("Connection refused"));
				case HANG -> Mono.never();
				default -> Upstream.status(Integer.parseInt(name().substring("STATUS_".length())), "{}");
			};
		}

		private static Mono<ClientResponse> fail(Exception cause) {
			return Mono.error(new WebClientRequestException(cause, HttpMethod.GET, URI.create("https://vendor.example"),
					new HttpHeaders()));
		}

	}

}
