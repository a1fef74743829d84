// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.testing.VirtualTime;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;

/**
 * When a test run is looked at, on virtual time.
 */
class TestRunPollingTests {

	private static final Duration LIMIT = Duration.ofDays(1);

	private static final Duration TIMEOUT = Duration.ofMinutes(5);

	private static final TestRun OLD = run("old", 0, TestRunStatus.FAILED);

	private final VirtualTime time = new VirtualTime();

	private final EnterpriseConnectionService service = BDDMockito.mock(EnterpriseConnectionService.class);

	private final EnterpriseConnectionActivation activation = new DefaultEnterpriseConnectionActivation(this.service,
			ClerkClient.create(WebClient.builder(),
					ClerkConnectionDetails.of("sk_test_polling", "http://127.0.0.1:1/v1")),
			(organizationId) -> Flux.empty(), this.time::scheduler);

	private final List<Long> seconds = new ArrayList<>();

	@Test
	void pollsWithBackoff() {
		respondsWith((second) -> Mono.just(List.of(run("new", 1, TestRunStatus.PENDING))));
		StepVerifier.create(this.activation.awaitTestRun("ent_1", Duration.ofSeconds(80)))
			.then(this.time.passes(Duration.ofSeconds(80)))
			.assertNext((run) -> assertThat(run.status()).isEqualTo(TestRunStatus.PENDING))
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.seconds).containsExactly(0L, 2L, 6L, 14L, 30L, 50L, 70L);
	}

	@Test
	void endsWithTheRun() {
		respondsWith((second) -> Mono
			.just(List.of(run("new", 1, (second < 10) ? TestRunStatus.PENDING : TestRunStatus.FAILED), OLD)));
		StepVerifier.create(this.activation.awaitTestRun("ent_1", TIMEOUT))
			.then(this.time.passes(Duration.ofSeconds(14)))
			.assertNext((run) -> assertThat(run.status()).isEqualTo(TestRunStatus.FAILED))
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.seconds).containsExactly(0L, 2L, 6L, 14L);
	}

	@Test
	void waitsUntilTheRunIsListedWhateverTheOrder() {
		respondsWith((second) -> Mono
			.just((second < 5) ? List.of(OLD) : List.of(OLD, run("new", 1, TestRunStatus.SUCCESS))));
		StepVerifier.create(this.activation.awaitTestRun(needed(OLD), TIMEOUT))
			.then(this.time.passes(Duration.ofSeconds(6)))
			.assertNext((run) -> assertThat(run.id()).isEqualTo("new"))
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void isContentWithAnyOfSeveralNewRunsThatHasSucceeded() {
		respondsWith((second) -> Mono.just(List.of(run("theirs", 2, TestRunStatus.PENDING),
				run("ours", 1, TestRunStatus.SUCCESS), run("older", 0, TestRunStatus.SUCCESS))));
		StepVerifier.create(this.activation.awaitTestRun(needed(null), TIMEOUT))
			.assertNext((run) -> assertThat(run.id()).isEqualTo("ours"))
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void doesNotTakeTheRunFromBefore() {
		respondsWith((second) -> Mono.just(List.of(OLD)));
		StepVerifier.create(this.activation.awaitTestRun(needed(OLD), TIMEOUT))
			.then(this.time.passes(TIMEOUT))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.NotFound.class)
				.hasMessage("clerk enterprise_connections.list_test_runs: the test run was not found"))
			.verify(LIMIT);
	}

	@Test
	void continuesAfterOutageAndReportsItWithoutAnyRun() {
		respondsWith((second) -> (second < 5) ? Mono.error(unavailable())
				: Mono.just(List.of(run("new", 1, TestRunStatus.SUCCESS))));
		StepVerifier.create(this.activation.awaitTestRun("ent_1", TIMEOUT))
			.then(this.time.passes(Duration.ofSeconds(6)))
			.expectNextCount(1)
			.expectComplete()
			.verify(LIMIT);
		respondsWith((second) -> Mono.error(unavailable()));
		StepVerifier.create(this.activation.awaitTestRun("ent_1", TIMEOUT))
			.then(this.time.passes(TIMEOUT))
			.expectError(SsoApiException.Unavailable.class)
			.verify(LIMIT);
	}

	@Test
	void stopsAtOtherFailures() {
		respondsWith((second) -> Mono.error(new SsoApiException.Gone(details())));
		StepVerifier.create(this.activation.awaitTestRun("ent_1", TIMEOUT))
			.expectError(SsoApiException.Gone.class)
			.verify(LIMIT);
	}

	private void respondsWith(LongFunction<Mono<List<TestRun>>> runs) {
		BDDMockito.given(this.service.listTestRuns(eq("ent_1"), any())).willReturn(Mono.defer(() -> {
			long second = this.time.scheduler().now(TimeUnit.SECONDS);
			this.seconds.add(second);
			return runs.apply(second).map((data) -> new Page<>(data, (long) data.size()));
		}));
	}

	private static ActivationResult.TestNeeded needed(TestRun lastRun) {
		EnterpriseConnection connection = WireJson.mapper().readValue("{\"id\":\"ent_1\"}", EnterpriseConnection.class);
		return new ActivationResult.TestNeeded(connection,
				new TestRunLink(Secret.of("https://clerk.example"), Map.of()), lastRun);
	}

	private static TestRun run(String id, long second, TestRunStatus status) {
		return new TestRun(id, status, null, null, null, null, null, Instant.ofEpochSecond(second), Map.of());
	}

	private static SsoApiException unavailable() {
		return new SsoApiException.Unavailable(details());
	}

	private static SsoApiException.Details details() {
		return new SsoApiException.Details(Account.ofDefault("clerk"), "enterprise_connections.list_test_runs", 503,
				null, List.of(), null, null, false, null);
	}

}
