// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.VirtualTime;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One observation for each operation, however it goes and however often it is attempted.
 */
class ObservationTests {

	private static final Duration LIMIT = Duration.ofDays(1);

	private final VirtualTime time = new VirtualTime();

	private final Upstream upstream = new Upstream(this.time);

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final List<String> endings = new ArrayList<>();

	ObservationTests() {
		this.registry.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStop(Observation.Context context) {
				ObservationTests.this.endings.add(context.getName());
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
	}

	@ParameterizedTest
	@EnumSource(Effect.class)
	void reportsSuccess(Effect effect) {
		StepVerifier.create(client().execute(call(effect))).expectNextCount(1).expectComplete().verify(LIMIT);
		assertObserved(effect, "success", "none", null);
	}

	@ParameterizedTest
	@MethodSource("failures")
	void reportsFailure(Effect effect, int status, Class<? extends SsoApiException> type) {
		this.upstream.respondsWith(status);
		StepVerifier.create(client().execute(call(effect)))
			.then(this.time.passes(Duration.ofMinutes(1)))
			.expectError(type)
			.verify(LIMIT);
		assertObserved(effect, "failure", type.getSimpleName(), type);
	}

	static Stream<Arguments> failures() {
		return Stream.of(Arguments.of(Effect.PATCH, 422, SsoApiException.InvalidRequest.class),
				Arguments.of(Effect.READ, 401, SsoApiException.Unauthorized.class),
				Arguments.of(Effect.READ, 403, SsoApiException.Forbidden.class),
				Arguments.of(Effect.READ, 404, SsoApiException.NotFound.class),
				Arguments.of(Effect.READ, 410, SsoApiException.Gone.class),
				Arguments.of(Effect.CREATE, 409, SsoApiException.Conflict.class),
				Arguments.of(Effect.READ, 429, SsoApiException.RateLimited.class),
				Arguments.of(Effect.CREATE, 500, SsoApiException.OutcomeUnknown.class),
				Arguments.of(Effect.DELETE, 503, SsoApiException.Unavailable.class),
				Arguments.of(Effect.READ, 302, SsoApiException.MalformedResponse.class));
	}

	@Test
	void knowsEveryTypeOfFailure() {
		assertThat(failures().map((arguments) -> arguments.get()[2]))
			.containsExactlyInAnyOrder((Object[]) SsoApiException.class.getPermittedSubclasses());
	}

	@Test
	void reportsFailureWhenResponseIsEmpty() {
		this.upstream.respondsWith((request) -> Upstream.status(200, ""));
		StepVerifier.create(client().execute(call(Effect.READ)))
			.expectError(SsoApiException.MalformedResponse.class)
			.verify(LIMIT);
		assertObserved(Effect.READ, "failure", "MalformedResponse", SsoApiException.MalformedResponse.class);
	}

	@Test
	void reportsOtherWhenFailureIsNotOfTheApi() {
		this.upstream.allows(null);
		StepVerifier.create(client().execute(call(Effect.READ))).expectError(NullPointerException.class).verify(LIMIT);
		assertObserved(Effect.READ, "failure", "Other", NullPointerException.class);
	}

	@Test
	void reportsCancellation() {
		this.upstream.respondsWith((request) -> Mono.never());
		StepVerifier.create(client().execute(call(Effect.READ))).expectSubscription().thenCancel().verify(LIMIT);
		assertObserved(Effect.READ, "cancelled", "none", null);
	}

	@Test
	void reportsCancellationBetweenAttempts() {
		this.upstream.respondsWith(503);
		StepVerifier.create(client().execute(call(Effect.READ))).expectSubscription().thenCancel().verify(LIMIT);
		assertObserved(Effect.READ, "cancelled", "none", null);
	}

	@Test
	void reportsOnceWhenAttemptsAreSeveral() {
		AtomicInteger attempts = new AtomicInteger();
		this.upstream.respondsWith((request) -> Upstream.status((attempts.incrementAndGet() < 3) ? 503 : 200, "{}"));
		StepVerifier.create(client().execute(call(Effect.READ)))
			.then(this.time.passes(Duration.ofMinutes(1)))
			.expectNextCount(1)
			.expectComplete()
			.verify(LIMIT);
		assertThat(attempts).hasValue(3);
		assertObserved(Effect.READ, "success", "none", null);
	}

	@Test
	void reportsEachSubscription() {
		Mono<?> call = client().execute(call(Effect.READ));
		StepVerifier.create(call.then(call)).expectNextCount(1).expectComplete().verify(LIMIT);
		assertThat(this.endings).hasSize(2);
	}

	@Test
	void reportsNothingBeforeSubscription() {
		client().execute(call(Effect.READ));
		TestObservationRegistryAssert.assertThat(this.registry).doesNotHaveAnyObservation();
	}

	@Test
	void handsContextToEveryAttempt() {
		List<Object> seen = new ArrayList<>();
		Observation parent = Observation.start("caller", this.registry);
		this.upstream.respondsWith((request) -> Mono.deferContextual((context) -> {
			seen.add(context.get("of the caller"));
			return failure(request, seen.size());
		}));
		StepVerifier
			.create(client().execute(call(Effect.READ))
				.contextWrite((context) -> context.put("of the caller", "it")
					.put(ObservationThreadLocalAccessor.KEY, parent)))
			.then(this.time.passes(Duration.ofMinutes(1)))
			.expectNextCount(1)
			.expectComplete()
			.verify(LIMIT);
		assertThat(seen).containsExactly("it", "it", "it");
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasNumberOfObservationsWithNameEqualTo(ApiObservation.OPERATION_NAME, 1)
			.hasObservationWithNameEqualTo(ApiObservation.OPERATION_NAME)
			.that()
			.hasParentObservationEqualTo(parent);
	}

	@Test
	void isBelowTheObservationOfTheBlockedThread() {
		this.upstream.respondsWith((request) -> Upstream.status(200, "{}"));
		Observation caller = Observation.start("caller", this.registry);
		caller.scoped(() -> client().execute(call(Effect.READ)).block(LIMIT));
		assertParent(caller);
	}

	@Test
	void isBelowTheCapturedObservationWhenSubscribedOnAnotherThread() {
		this.upstream.respondsWith((request) -> Upstream.status(200, "{}"));
		Observation caller = Observation.start("caller", this.registry);
		Scheduler other = Schedulers.newSingle("other");
		caller.scoped(() -> client().execute(call(Effect.READ)).subscribeOn(other).contextCapture().block(LIMIT));
		other.dispose();
		assertParent(caller);
	}

	@Test
	void isBelowTheObservationOfTheCallerOnAnotherThreadWithAutomaticPropagationOnly() {
		this.upstream.respondsWith((request) -> Upstream.status(200, "{}"));
		Observation caller = Observation.start("caller", this.registry);
		Scheduler other = Schedulers.newSingle("other");
		caller.scoped(() -> client().execute(call(Effect.READ)).subscribeOn(other).block(LIMIT));
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo(ApiObservation.OPERATION_NAME)
			.that()
			.doesNotHaveParentObservation();
		this.registry.clear();
		// As spring.reactor.context-propagation=auto does
		Hooks.enableAutomaticContextPropagation();
		try {
			caller.scoped(() -> client().execute(call(Effect.READ)).subscribeOn(other).block(LIMIT));
		}
		finally {
			Hooks.disableAutomaticContextPropagation();
			other.dispose();
		}
		assertParent(caller);
	}

	private void assertParent(Observation parent) {
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo(ApiObservation.OPERATION_NAME)
			.that()
			.hasParentObservationEqualTo(parent);
	}

	@ParameterizedTest
	@CsvSource({ "READ,200,''", "DELETE,204,''", "READ,200,null", "READ,404,{}", "PATCH,500,''" })
	void goesOnInTheContextOfTheCallerAfterAnErrorOrAnEmptyResponse(Effect effect, int status, String body) {
		Observation caller = Observation.start("caller", this.registry);
		List<Object> seen = new ArrayList<>();
		List<Object> after = new ArrayList<>();
		this.upstream.respondsWith((request) -> Mono.deferContextual((context) -> {
			seen.add(context.get("of the caller"));
			return Upstream.status(status, body);
		}));
		Mono<Object> next = Mono.deferContextual((context) -> {
			after.add(context.get(ObservationThreadLocalAccessor.KEY));
			return Mono.empty();
		});
		StepVerifier
			.create(client().execute(call(effect))
				.flatMap((response) -> next)
				.onErrorResume((failure) -> next)
				.switchIfEmpty(next)
				.contextWrite((context) -> context.put("of the caller", "it")
					.put(ObservationThreadLocalAccessor.KEY, caller)))
			.then(this.time.passes(Duration.ofMinutes(1)))
			.expectComplete()
			.verify(LIMIT);
		assertThat(seen).isNotEmpty().containsOnly("it");
		assertThat(after).hasSize(2).containsOnly(caller);
	}

	@Test
	void leavesContextOfCallerAsItWas() {
		List<Boolean> seen = new ArrayList<>();
		StepVerifier
			.create(client().execute(call(Effect.READ)).flatMap((response) -> Mono.deferContextual((context) -> {
				seen.add(context.hasKey(ObservationThreadLocalAccessor.KEY));
				return Mono.just(response);
			})))
			.expectNextCount(1)
			.expectComplete()
			.verify(LIMIT);
		assertThat(seen).containsExactly(false);
	}

	private static Mono<ClientResponse> failure(ClientRequest request, int seen) {
		Function<Throwable, WebClientRequestException> failed = (cause) -> new WebClientRequestException(cause,
				HttpMethod.GET, URI.create("https://vendor.example"), new HttpHeaders());
		return switch (seen) {
			case 1 -> Mono.error(failed.apply(new ConnectException("refused")));
			case 2 -> Upstream.status(503, "{}");
			default -> Upstream.status(200, "{}");
		};
	}

	private ApiClient client() {
		return this.upstream.client(ApiClientSettings.defaults(),
				new ApiClient.Instruments(this.registry, ApiClientListener.NONE));
	}

	private static ApiCall<?> call(Effect effect) {
		return switch (effect) {
			case READ -> Upstream.READ.call("1");
			case DELETE -> Upstream.DELETE.call("1");
			case CREATE -> Upstream.CREATE.call("1").body(new Upstream.Body());
			case PATCH -> Upstream.PATCH.call("1").body(new Upstream.Body());
		};
	}

	private void assertObserved(Effect effect, String outcome, String exception, Class<? extends Throwable> error) {
		assertThat(this.endings).containsExactly(ApiObservation.OPERATION_NAME);
		String operation = "things." + effect.name().toLowerCase(Locale.ROOT);
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasNumberOfObservationsEqualTo(1)
			.hasSingleObservationThat()
			.hasBeenStarted()
			.hasBeenStopped()
			.hasNameEqualTo(ApiObservation.OPERATION_NAME)
			.hasContextualNameEqualTo("stub " + operation)
			.hasOnlyKeys(
					Stream.of(ApiObservation.Keys.values()).map(ApiObservation.Keys::asString).toArray(String[]::new))
			.hasLowCardinalityKeyValue(KeyValue.of("vendor", "stub"))
			.hasLowCardinalityKeyValue(KeyValue.of("operation", operation))
			.hasLowCardinalityKeyValue(KeyValue.of("outcome", outcome))
			.hasLowCardinalityKeyValue(KeyValue.of("exception", exception));
		if (error == null) {
			TestObservationRegistryAssert.assertThat(this.registry).hasSingleObservationThat().doesNotHaveError();
		}
		else {
			TestObservationRegistryAssert.assertThat(this.registry)
				.hasSingleObservationThat()
				.thenError()
				.isInstanceOf(error);
		}
	}

}
