// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.AccessTokens.AccessToken;
import io.github.ssoconnections.client.ratelimit.RateLimit;
import io.github.ssoconnections.testing.VirtualTime;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often tokens are fetched, and what calls make of them. All on virtual time.
 */
class AccessTokensTests {

	private static final Duration FETCH = Duration.ofMillis(100);

	private final VirtualTime time = new VirtualTime();

	private final AtomicInteger fetches = new AtomicInteger();

	private final Upstream upstream = new Upstream(this.time);

	private final List<Object> responses = new ArrayList<>();

	private final List<Throwable> failures = new ArrayList<>();

	private final List<String> used = new ArrayList<>();

	private volatile @Nullable Duration lifetime = Duration.ofDays(1);

	private volatile @Nullable RuntimeException failure;

	private ApiClient client;

	@BeforeEach
	void setUp() {
		this.upstream.takes(new AccessTokens<>((credentials) -> {
			String token = credentials + "-" + this.fetches.incrementAndGet();
			return Mono.delay(FETCH, this.time.scheduler()).map((tick) -> fetched(token));
		}, ClientTime.of(this.time::scheduler))).respondsWith((request) -> {
			this.used.add(Upstream.tokenOf(request));
			return Upstream.status(200, "{}");
		});
		this.client = this.upstream.client();
	}

	private AccessToken fetched(String token) {
		if (this.failure != null) {
			throw this.failure;
		}
		BigDecimal seconds = (this.lifetime != null) ? BigDecimal.valueOf(this.lifetime.toSeconds()) : null;
		return new AccessToken(Secret.of(token), seconds);
	}

	@Test
	void fetchesNothingBeforeTheFirstCall() {
		pass(Duration.ofHours(1));
		assertThat(this.fetches).hasValue(0);
	}

	@Test
	void fetchesOneTokenForAThousandCallers() {
		for (int i = 0; i < 1000; i++) {
			call();
		}
		assertThat(this.upstream.count()).isZero();
		pass(FETCH);
		assertThat(this.responses).hasSize(1000);
		assertThat(this.fetches).hasValue(1);
		assertThat(this.used).containsOnly("credentials-1");
	}

	@Test
	void goesOnForTheOthersWhenTheFirstCallerGoesOrItsTimeIsUp() {
		Disposable first = call();
		Disposable impatient = this.client.execute(Upstream.READ.call("id_1"))
			.contextWrite(CallOptions.timeout(Duration.ofMillis(50)))
			.subscribe(this.responses::add, this.failures::add);
		call();
		first.dispose();
		pass(FETCH);
		assertThat(impatient.isDisposed()).isTrue();
		assertThat(this.responses).hasSize(1);
		assertThat(this.fetches).hasValue(1);
		assertThat(this.failures).singleElement().isInstanceOfSatisfying(SsoApiException.Unavailable.class, (ex) -> {
			assertThat(ex)
				.hasMessage("stub things.read: not sent: no access token was available before the call timeout");
			assertThat(ex.isRetryable()).isTrue();
		});
	}

	@Test
	void keepsTheTokenWhenEveryCallerHasGone() {
		call().dispose();
		pass(FETCH);
		call();
		assertThat(this.responses).hasSize(1);
		assertThat(this.fetches).hasValue(1);
	}

	@Test
	void fetchesTheNextTokenWhileTheOldOneHolds() {
		this.lifetime = Duration.ofSeconds(100);
		call();
		pass(FETCH);
		pass(Duration.ofSeconds(81));
		for (int i = 0; i < 50; i++) {
			call();
		}
		assertThat(this.responses).hasSize(51);
		assertThat(this.used).containsOnly("credentials-1");
		pass(FETCH);
		call();
		assertThat(this.fetches).hasValue(2);
		assertThat(this.used).last().isEqualTo("credentials-2");
	}

	@Test
	void waitsForATokenWhenTheOldOneIsOver() {
		this.lifetime = Duration.ofSeconds(100);
		call();
		pass(Duration.ofSeconds(101));
		call();
		assertThat(this.responses).hasSize(1);
		pass(FETCH);
		assertThat(this.used).containsExactly("credentials-1", "credentials-2");
	}

	@ParameterizedTest
	@CsvSource({ "PT1S, 12", "PT10S, 2", "PT60S, 1", "PT0S, 1", "PT-10S, 1", "PT-2562047788015215H, 1", ", 1",
			"PT2562047788015215H, 1" })
	void doesNotFetchATokenForEachCallHoweverShortItHolds(@Nullable Duration lifetime, int atMost) {
		this.lifetime = lifetime;
		for (int i = 0; i < 100; i++) {
			call();
			pass(Duration.ofMillis(100));
		}
		assertThat(this.responses).hasSize(100);
		assertThat(this.fetches.get()).isBetween(1, atMost);
	}

	@Test
	void triesAheadNowAndThenWhileTheEndpointIsDown() {
		this.lifetime = Duration.ofSeconds(100);
		call();
		pass(FETCH);
		this.failure = new IllegalStateException("down");
		pass(Duration.ofSeconds(80));
		for (int i = 0; i < 140; i++) {
			call();
			pass(Duration.ofMillis(100));
		}
		// The cached token is valid: callers are not affected
		assertThat(this.failures).isEmpty();
		assertThat(this.fetches.get()).isBetween(3, 8);
		this.failure = null;
		pass(Duration.ofSeconds(10));
		call();
		pass(FETCH);
		assertThat(this.failures).isEmpty();
	}

	@Test
	void failsEveryCallerAndTriesAgainForTheNext() {
		this.failure = new IllegalStateException("down");
		for (int i = 0; i < 10; i++) {
			call();
		}
		pass(FETCH);
		assertThat(this.failures).hasSize(10);
		assertThat(this.fetches).hasValue(1);
		this.failure = null;
		call();
		pass(FETCH);
		assertThat(this.responses).hasSize(1);
		assertThat(this.fetches).hasValue(2);
	}

	@Test
	void getsAnotherTokenWhenTheCredentialsChange() {
		call();
		pass(FETCH);
		this.upstream.knows("others");
		call();
		pass(FETCH);
		call();
		assertThat(this.used).containsExactly("credentials-1", "others-2", "others-2");
	}

	@Test
	void keepsTheNewerCredentialsWhenTheyChangeDuringAFetch() {
		call();
		pass(FETCH.dividedBy(2));
		this.upstream.knows("others");
		call();
		pass(FETCH);
		call();
		assertThat(this.fetches).hasValue(2);
		assertThat(this.used).contains("others-2").last().isEqualTo("others-2");
	}

	@Test
	void authenticatesOnceMoreWhenRejectedInTheMiddleOfABurst() {
		call();
		pass(FETCH);
		this.used.clear();
		this.upstream.respondsWith((request) -> {
			this.used.add(Upstream.tokenOf(request));
			boolean old = Upstream.tokenOf(request).equals("credentials-1");
			// Half of the responses come when there is a new token already
			Duration delay = Duration.ofMillis((this.used.size() % 2 != 0) ? 10 : 300);
			return Mono.delay(delay, this.time.scheduler())
				.then(Mono.defer(() -> Upstream.status(old ? 401 : 200, "{}")));
		});
		for (int i = 0; i < 500; i++) {
			call();
		}
		pass(Duration.ofSeconds(2));
		assertThat(this.failures).isEmpty();
		assertThat(this.responses).hasSize(501);
		assertThat(this.fetches).hasValue(2);
		assertThat(this.used).hasSize(1000).filteredOn("credentials-2"::equals).hasSize(500);
	}

	@ParameterizedTest
	@EnumSource(Effect.class)
	void failsWhenRejectedTwiceAndKeepsTheTokenForAWhile(Effect effect) {
		this.upstream.respondsWith((request) -> {
			this.used.add(Upstream.tokenOf(request));
			return Upstream.status(401, "{}");
		});
		call(operation(effect));
		pass(Duration.ofSeconds(1));
		assertThat(this.failures).singleElement().isInstanceOf(SsoApiException.Unauthorized.class);
		assertThat(this.used).containsExactly("credentials-1", "credentials-2");
		for (int i = 0; i < 8; i++) {
			call(operation(effect));
			pass(Duration.ofSeconds(1));
		}
		assertThat(this.failures).hasSize(9).hasOnlyElementsOfType(SsoApiException.Unauthorized.class);
		assertThat(this.fetches).hasValue(2);
		pass(Duration.ofSeconds(2));
		call(operation(effect));
		pass(Duration.ofSeconds(1));
		assertThat(this.fetches).hasValue(3);
	}

	@Test
	void doesNotCountARejectedTokenAsAnAttempt() {
		this.client = this.upstream.client(ApiClientSettings.defaults().withRetryPolicy(RetryPolicy.never()));
		this.upstream.respondsWith(
				(request) -> Upstream.status(Upstream.tokenOf(request).equals("credentials-1") ? 401 : 200, "{}"));
		call();
		pass(Duration.ofSeconds(1));
		assertThat(this.responses).hasSize(1);
	}

	@Test
	void fetchesBelowTheObservationOfTheFirstCallerAndNotUnderItsOptions() {
		List<ContextView> contexts = new ArrayList<>();
		this.upstream.takes(new AccessTokens<>((credentials) -> Mono.deferContextual((context) -> {
			contexts.add(context);
			return Mono.just(fetched("token"));
		}), ClientTime.of(this.time::scheduler)));
		ObservationRegistry observations = TestObservationRegistry.create();
		this.upstream
			.client(ApiClientSettings.defaults(), new ApiClient.Instruments(observations, ApiClientListener.NONE))
			.execute(Upstream.READ.call("id_1"))
			.contextWrite(CallOptions.timeout(Duration.ofSeconds(1)))
			.subscribe(this.responses::add, this.failures::add);
		assertThat(this.responses).hasSize(1);
		assertThat(contexts).singleElement().satisfies((context) -> {
			assertThat(context.hasKey(CallOptions.class)).isFalse();
			Observation observation = context.get(ObservationThreadLocalAccessor.KEY);
			assertThat(observation.getContext().getName()).isEqualTo(ApiObservation.OPERATION_NAME);
		});
	}

	@Test
	void doesNotFetchAGivenKeyAgain() {
		Upstream fixed = new Upstream(this.time).respondsWith(401);
		fixed.client().execute(Upstream.READ.call("id_1")).subscribe(this.responses::add, this.failures::add);
		assertThat(fixed.count()).isEqualTo(1);
		assertThat(this.failures).singleElement().isInstanceOf(SsoApiException.Unauthorized.class);
	}

	@Test
	void takesTheTokenOfThenWhenACallHasWaited() {
		this.lifetime = Duration.ofSeconds(10);
		this.upstream.allows(RateLimit.of(1, Duration.ofSeconds(20)));
		call();
		call();
		pass(Duration.ofSeconds(25));
		assertThat(this.responses).hasSize(2);
		assertThat(this.used).containsExactly("credentials-1", "credentials-2");
	}

	private static ApiOperation<?> operation(Effect effect) {
		return switch (effect) {
			case READ -> Upstream.READ;
			case DELETE -> Upstream.DELETE;
			case CREATE -> Upstream.CREATE;
			case PATCH -> Upstream.PATCH;
		};
	}

	private Disposable call() {
		return call(Upstream.READ);
	}

	private <T> Disposable call(ApiOperation<T> operation) {
		return this.client.execute(operation.call("id_1")).subscribe(this.responses::add, this.failures::add);
	}

	private void pass(Duration duration) {
		this.time.pass(duration);
	}

}
