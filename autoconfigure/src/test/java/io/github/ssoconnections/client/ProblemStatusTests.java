// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.ratelimit.RateLimit;
import io.github.ssoconnections.testing.VirtualTime;
import io.netty.handler.timeout.ReadTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.ProblemDetail;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Statuses of problem details where the vendor has sent none. The others are tested with
 * {@code ProblemDetailTests}.
 */
class ProblemStatusTests {

	private final VirtualTime time = new VirtualTime();

	private final Upstream upstream = new Upstream(this.time);

	@Test
	void isAGatewayTimeoutWhenTheVendorDoesNotRespond() {
		this.upstream.respondsWith((request) -> Mono.never());
		assertThat(problem(Upstream.READ.call("1")).getStatus()).isEqualTo(504);
		ProblemDetail change = problem(Upstream.CREATE.call("1"));
		assertThat(change.getStatus()).isEqualTo(502);
		assertThat(change.getDetail()).endsWith("made the change: list and look.");
	}

	@Test
	void isAGatewayTimeoutWhenThereIsNoAccessToken() {
		this.upstream.takes(new AccessTokens<>((credentials) -> Mono.never()));
		assertThat(problem(Upstream.READ.call("1")).getStatus()).isEqualTo(504);
	}

	static Stream<Throwable> timeouts() {
		TimeoutException traced = new TimeoutException();
		traced.addSuppressed(new IllegalStateException("assembly"));
		return Stream.of(traced, ReadTimeoutException.INSTANCE, new HttpTimeoutException("late"),
				new SocketTimeoutException(), new IOException(new TimeoutException()));
	}

	@ParameterizedTest
	@MethodSource("timeouts")
	void isAGatewayTimeoutWhateverTheTypeOfTheTimeout(Throwable timeout) {
		this.upstream.respondsWith((request) -> Mono.error(timeout));
		assertThat(problem(Upstream.READ.call("1")).getStatus()).isEqualTo(504);
	}

	@Test
	void isUnavailableWhenThereIsNoConnection() {
		this.upstream.respondsWith((request) -> Mono.error(new ConnectException("refused")));
		assertThat(problem(Upstream.READ.call("1")).getStatus()).isEqualTo(503);
		assertThat(problem(Upstream.CREATE.call("1")).getStatus()).isEqualTo(503);
	}

	@Test
	void isUnavailableWhenThereIsNoPermit() {
		this.upstream.allows(RateLimit.of(1, Duration.ofDays(1))).respondsWith(200);
		ApiClient client = this.upstream.client();
		assertThat(client.execute(Upstream.READ.call("1")).block(Calls.PATIENCE)).isEmpty();
		assertThat(problem(client, Upstream.READ.call("1")).getStatus()).isEqualTo(503);
	}

	private ProblemDetail problem(ApiCall<?> call) {
		return problem(this.upstream.client(), call);
	}

	private ProblemDetail problem(ApiClient client, ApiCall<?> call) {
		SsoApiException failure = Calls.failureIn(
				StepVerifier.create(client.execute(call).contextWrite(CallOptions.timeout(Duration.ofSeconds(5))))
					.then(this.time.passes(Duration.ofMinutes(1))));
		return failure.toProblemDetail();
	}

}
