// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.CreateOrFind.Candidate;
import io.github.ssoconnections.client.CreateOrFind.Match;
import io.github.ssoconnections.testing.VirtualTime;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the result of a creation whose response is lost, if the lookup for the
 * connection ends in one way or another.
 */
class CreateOrFindTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final SsoApiException LOST = new SsoApiException.OutcomeUnknown(details(502, "lost"));

	private static final Duration SETTLE = Duration.ofSeconds(10);

	private static final Duration TIMEOUT = Duration.ofMinutes(5);

	private final VirtualTime time = new VirtualTime();

	private final CreateOrFind<String> creation = new CreateOrFind<>(ClientTime.of(this.time::scheduler),
			Account.ofDefault("stub"), "things.create", SETTLE, TIMEOUT, "this name", "name");

	private final AtomicInteger looks = new AtomicInteger();

	private final AtomicInteger creations = new AtomicInteger();

	@Test
	void findsWhatWasCreated() {
		this.time.endsAfter(SETTLE, run(LOST, Flux.just("thing")))
			.assertNext((result) -> assertThat(result.value()).isEqualTo("thing"))
			.expectComplete()
			.verify(LIMIT);
		assertCounts();
	}

	@Test
	void doesNotKnowWhenNothingIsFound() {
		this.time.endsAfter(SETTLE, run(LOST, Flux.empty()))
			.expectErrorSatisfies((failure) -> assertThat(failure).isSameAs(LOST))
			.verify(LIMIT);
		assertCounts();
	}

	@Test
	void findsWhatAppearsLaterWhenItIsCalledAgain() {
		AtomicBoolean listed = new AtomicBoolean();
		Flux<Candidate<String>> candidates = Flux
			.defer(() -> listed.get() ? Flux.just(candidate("thing")) : Flux.empty());
		Mono<CreateResult<String>> call = this.creation.execute(candidates, create(LOST));
		this.time.endsAfter(SETTLE, call).expectError(SsoApiException.OutcomeUnknown.class).verify(LIMIT);
		listed.set(true);
		StepVerifier.create(call).expectNext(new CreateResult<>("thing", false)).expectComplete().verify(LIMIT);
		assertThat(this.creations).hasValue(1);
	}

	@Test
	void doesNotKnowWhenTheLookFails() {
		assertUnknown(LOST, new SsoApiException.Unavailable(details(503, "down")));
		assertUnknown(LOST, new SsoApiException.RateLimited(details(429, "slow down")));
		assertUnknown(new SsoApiException.MalformedResponse(details(201, "cut off"), false),
				new SsoApiException.Unauthorized(details(401, "key revoked")));
	}

	private void assertUnknown(SsoApiException lost, SsoApiException look) {
		this.looks.set(0);
		this.creations.set(0);
		this.time.endsAfter(SETTLE, run(lost, Flux.error(look))).expectErrorSatisfies((failure) -> {
			assertThat(failure).isExactlyInstanceOf(SsoApiException.OutcomeUnknown.class)
				.hasMessage("stub things.create: " + lost.status() + " it may have been created, and the lookup "
						+ "failed: list the things and look for this name")
				.hasCause(lost);
			assertThat(failure.getSuppressed()).contains(look);
			assertThat(((SsoApiException) failure).isRetryable()).isFalse();
		}).verify(LIMIT);
		assertCounts();
	}

	@Test
	void reportsSeveralThatTheLookupFinds() {
		this.time.endsAfter(SETTLE, run(LOST, Flux.just("one", "two")))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Conflict.class)
				.hasMessageContaining("2 things with this name"))
			.verify(LIMIT);
		assertCounts();
	}

	@Test
	void createsNothingWhenTheFirstLookFails() {
		SsoApiException down = new SsoApiException.Unavailable(details(503, "down"));
		StepVerifier.create(this.creation.execute(Flux.error(down), create(LOST)))
			.expectErrorSatisfies((failure) -> assertThat(failure).isSameAs(down))
			.verify(LIMIT);
		assertThat(this.creations).hasValue(0);
	}

	@Test
	void findsTheOneWhateverElseCannotBeTold() {
		Flux<Candidate<String>> listed = Flux.just(new Candidate<>("odd", "id_1", Match.UNKNOWN), candidate("thing"),
				new Candidate<>("other", "id_3", Match.NO));
		StepVerifier.create(this.creation.execute(listed, create(LOST)))
			.expectNext(new CreateResult<>("thing", false))
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.creations).hasValue(0);
	}

	@Test
	void createsNothingWhenAConnectionDoesNotTellWhetherItIsTheOne() {
		Flux<Candidate<String>> listed = Flux.just(new Candidate<>("odd", "id_1", Match.UNKNOWN));
		StepVerifier.create(this.creation.execute(listed, create(LOST)))
			.expectErrorSatisfies(
					(failure) -> assertThat(failure).isExactlyInstanceOf(SsoApiException.MalformedResponse.class)
						.hasMessageContaining("not sent: it is unknown whether there are things with this name")
						.hasMessageContaining("id_1"))
			.verify(LIMIT);
		assertThat(this.creations).hasValue(0);
	}

	@Test
	void endsWhenTheFirstLookTakesTooLong() {
		this.time.endsAfter(TIMEOUT, this.creation.execute(slowPages(), create(LOST)))
			.expectErrorSatisfies(
					(failure) -> assertThat(failure).isExactlyInstanceOf(SsoApiException.Unavailable.class)
						.hasCauseInstanceOf(TimeoutException.class)
						.hasMessageContaining("not sent: the list of things was not complete within 300000 ms"))
			.verify(LIMIT);
		assertThat(this.creations).hasValue(0);
	}

	@Test
	void doesNotKnowWhenTheSecondLookTakesTooLong() {
		this.time
			.endsAfter(TIMEOUT, this.creation.execute(
					Flux.defer(() -> (this.looks.incrementAndGet() == 1) ? Flux.empty() : slowPages()), create(LOST)))
			.expectErrorSatisfies(
					(failure) -> assertThat(failure).isExactlyInstanceOf(SsoApiException.OutcomeUnknown.class)
						.hasMessageContaining("it may have been created, and was not found within 300000 ms"))
			.verify(LIMIT);
		assertCounts();
	}

	@Test
	void doesNotKnowWhenTheCreationTakesTooLong() {
		this.time.endsAfter(TIMEOUT, this.creation.execute(Flux.empty(), Mono.never()))
			.expectError(SsoApiException.OutcomeUnknown.class)
			.verify(LIMIT);
	}

	// Each page within the timeout of a call
	private Flux<Candidate<String>> slowPages() {
		return Flux.interval(Duration.ofSeconds(29), this.time.scheduler())
			.map((page) -> new Candidate<>("other", "id_" + page, Match.NO));
	}

	private Mono<CreateResult<String>> run(SsoApiException lost, Flux<String> secondLook) {
		return this.creation.execute(Flux.defer(() -> (this.looks.incrementAndGet() == 1) ? Flux.empty()
				: secondLook.map(CreateOrFindTests::candidate)), create(lost));
	}

	private static Candidate<String> candidate(String connection) {
		return new Candidate<>(connection, "id_2", Match.YES);
	}

	private Mono<String> create(SsoApiException lost) {
		return Mono.defer(() -> {
			this.creations.incrementAndGet();
			return Mono.error(lost);
		});
	}

	private void assertCounts() {
		assertThat(this.looks).hasValue(2);
		assertThat(this.creations).hasValue(1);
	}

	private static SsoApiException.Details details(int status, String reason) {
		return new SsoApiException.Details(Account.ofDefault("stub"), "things.create", status, reason, List.of(), null,
				null, false, null);
	}

}
