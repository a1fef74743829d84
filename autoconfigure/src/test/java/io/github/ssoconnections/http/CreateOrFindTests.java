// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a caller is told when the response to a creation is lost, and the look
 * for the connection ends in one way or another.
 */
class CreateOrFindTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final SsoApiException LOST = new SsoApiException.OutcomeUnknown(details(502, "lost"));

	private final CreateOrFind<String> creation = new CreateOrFind<>("stub", "things.create", Duration.ofMillis(1),
			"this name");

	private final AtomicInteger looks = new AtomicInteger();

	private final AtomicInteger creations = new AtomicInteger();

	@Test
	void findsWhatWasCreated() {
		StepVerifier.create(run(LOST, Flux.just("thing")))
			.assertNext((result) -> assertThat(result.connection()).isEqualTo("thing"))
			.expectComplete()
			.verify(LIMIT);
		assertCounts();
	}

	@Test
	void doesNotKnowWhenNothingIsFound() {
		StepVerifier.create(run(LOST, Flux.empty()))
			.expectErrorSatisfies((failure) -> assertThat(failure).isSameAs(LOST))
			.verify(LIMIT);
		assertCounts();
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
		StepVerifier.create(run(lost, Flux.error(look))).expectErrorSatisfies((failure) -> {
			assertThat(failure).isExactlyInstanceOf(SsoApiException.OutcomeUnknown.class)
				.hasMessage("stub things.create: " + lost.status() + " it may have been created, and could not be "
						+ "looked for: list the connections and look for this name")
				.hasCause(lost);
			assertThat(failure.getSuppressed()).contains(look);
			assertThat(((SsoApiException) failure).isRepeatable()).isFalse();
		}).verify(LIMIT);
		assertCounts();
	}

	@Test
	void tellsOfSeveralThatTheLookFinds() {
		StepVerifier.create(run(LOST, Flux.just("one", "two")))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Conflict.class)
				.hasMessageContaining("2 connections have this name"))
			.verify(LIMIT);
		assertCounts();
	}

	@Test
	void createsNothingWhenTheFirstLookFails() {
		SsoApiException down = new SsoApiException.Unavailable(details(503, "down"));
		StepVerifier.create(this.creation.run(Flux.error(down), create(LOST)))
			.expectErrorSatisfies((failure) -> assertThat(failure).isSameAs(down))
			.verify(LIMIT);
		assertThat(this.creations).hasValue(0);
	}

	private Mono<CreateResult<String>> run(SsoApiException lost, Flux<String> secondLook) {
		return this.creation.run(Flux.defer(() -> (this.looks.incrementAndGet() == 1) ? Flux.empty() : secondLook),
				create(lost));
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
		return new SsoApiException.Details("stub", "things.create", status, reason, List.of(), null, null, false, null);
	}

}
