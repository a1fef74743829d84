// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.VirtualTime;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Polling of a deletion, in virtual time.
 */
class DeletionPollingTests {

	private final VirtualTime time = new VirtualTime();

	private final List<Long> requested = Collections.synchronizedList(new ArrayList<>());

	private final List<String> urls = Collections.synchronizedList(new ArrayList<>());

	@Test
	void pollsWithIncreasingDelay() {
		StepVerifier.create(await(200, 9, Duration.ofMinutes(10)))
			.then(this.time.passes(Duration.ofMinutes(10)))
			.expectComplete()
			.verify(Auth0.TIMEOUT);
		assertThat(this.requested).hasSize(10);
		List<Long> pauses = new ArrayList<>();
		for (int i = 1; i < this.requested.size(); i++) {
			pauses.add(this.requested.get(i) - this.requested.get(i - 1));
		}
		assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L, 30L);
		assertThat(this.urls).containsOnly("/api/v2/connections/con_1?fields=id&include_fields=true");
	}

	@Test
	void completesAtOnceWhenItIsDeleted() {
		StepVerifier.create(Auth0ConnectionService.create(client(200, 0)).awaitDeleted("con_1", Duration.ofSeconds(20)))
			.expectComplete()
			.verify(Auth0.TIMEOUT);
		this.requested.clear();
		StepVerifier.create(await(200, 0, Duration.ofSeconds(1))).expectComplete().verify(Auth0.TIMEOUT);
		assertThat(this.requested).hasSize(1);
	}

	@Test
	void failsAfterTheTimeout() {
		StepVerifier.create(await(200, 1000, Duration.ofSeconds(20)))
			.then(this.time.passes(Duration.ofSeconds(20)))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Unavailable.class)
				.hasCauseInstanceOf(TimeoutException.class)
				.hasMessage("auth0 connections.delete: the deletion is still in progress after 20 s"))
			.verify(Auth0.TIMEOUT);
		assertThat(this.requested).hasSize(5);
	}

	@Test
	void failsWithoutTheScope() {
		StepVerifier.create(await(403, 1000, Duration.ofSeconds(20)))
			.expectError(SsoApiException.Forbidden.class)
			.verify(Auth0.TIMEOUT);
	}

	@Test
	void rejectsANonPositiveTimeout() {
		Auth0ConnectionService service = Auth0ConnectionService.create(client(200, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> service.awaitDeleted("con_1", Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> service.awaitDeleted("con_1", null));
		assertThatIllegalArgumentException().isThrownBy(() -> service.awaitDeleted("a/b", Duration.ofSeconds(1)));
		assertThat(this.requested).isEmpty();
	}

	private Mono<Void> await(int status, int times, Duration timeout) {
		return DeletionPolling.poll(client(status, times), "con_1", timeout, this.time::scheduler);
	}

	private Auth0Client client(int status, int times) {
		WebClient.Builder builder = WebClient.builder().exchangeFunction((request) -> {
			this.requested.add(this.time.scheduler().now(TimeUnit.SECONDS));
			this.urls.add(request.url().getRawPath() + "?" + request.url().getRawQuery());
			int response = (this.requested.size() <= times) ? status : 404;
			return Mono.just(ClientResponse.create(HttpStatusCode.valueOf(response)).body("{}").build());
		});
		return Auth0.client(builder, "https://acme.auth0.com");
	}

}
