// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.ratelimit.RateLimit;
import io.github.ssoconnections.client.transport.ConnectionPool;
import io.github.ssoconnections.client.transport.ReactorNettyTransport;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.Sent;
import io.github.ssoconnections.testing.VirtualTime;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApiClient#stream}.
 */
@ExtendWith(BufferLeaks.class)
class StreamTests {

	private static final Duration IDLE = Duration.ofSeconds(90);

	private final VirtualTime time = new VirtualTime();

	private final Upstream upstream = new Upstream(this.time);

	private final ApiCall<?> call = Upstream.READ.call("7");

	private final StreamOptions options = new StreamOptions(MediaType.TEXT_EVENT_STREAM, IDLE, this.time.scheduler());

	@Test
	void emitsTheBeginningAndTheBytes() {
		this.upstream.respondsWith((request) -> {
			assertThat(Sent.headers(request).getFirst(HttpHeaders.ACCEPT)).isEqualTo("text/event-stream");
			assertThat(Upstream.tokenOf(request)).isEqualTo(Calls.KEY);
			return stream(Flux.just("one", "two"));
		});
		StepVerifier.create(text(this.upstream.client()))
			.expectNext("", "one", "two")
			.expectComplete()
			.verify(Calls.PATIENCE);
	}

	@Test
	void failsWhenTheResponseDoesNotBegin() {
		this.upstream.respondsWith((request) -> Mono.never());
		this.time.endsAfter(Duration.ofSeconds(10), text(this.upstream.client()))
			.expectErrorSatisfies(
					(failure) -> assertThat(Calls.checked(failure)).isInstanceOf(SsoApiException.Unavailable.class)
						.hasMessageContaining("within 10000 ms"))
			.verify(Calls.PATIENCE);
	}

	@Test
	void outlivesEveryTimeoutWhileBytesArrive() {
		this.upstream.respondsWith((request) -> stream(
				Flux.interval(Duration.ofSeconds(89), this.time.scheduler()).take(1000).map((tick) -> ":\n")));
		StepVerifier.create(text(this.upstream.client()))
			.then(this.time.passes(Duration.ofHours(30)))
			.expectNextCount(1001)
			.expectComplete()
			.verify(Calls.PATIENCE);
	}

	@Test
	void failsWhenNoByteArrives() {
		this.upstream.respondsWith((request) -> stream(Flux.just(":connected\n").concatWith(Flux.never())));
		this.time.endsAfter(IDLE, text(this.upstream.client()).skip(2))
			.expectErrorSatisfies(
					(failure) -> assertThat(Calls.checked(failure)).isInstanceOf(SsoApiException.Unavailable.class)
						.hasMessage("stub things.read: no data within 90000 ms"))
			.verify(Calls.PATIENCE);
	}

	@Test
	void passesMoreThanTheMaximumResponseSize() {
		String chunk = "x".repeat(1024 * 1024);
		this.upstream.respondsWith((request) -> stream(Flux.range(0, 20).map((i) -> chunk)));
		ApiClient client = this.upstream
			.client(ApiClientSettings.defaults().withMaxResponseSize(DataSize.ofMegabytes(16)));
		StepVerifier.create(client.stream(this.call, this.options).map((bytes) -> bytes.length).reduce(Integer::sum))
			.expectNext(20 * 1024 * 1024)
			.expectComplete()
			.verify(Calls.PATIENCE);
	}

	@Test
	void takesNoPermitAndNoRetry() {
		this.upstream.allows(RateLimit.of(1, Duration.ofDays(1))).respondsWith(503);
		ApiClient client = this.upstream.client(ApiClientSettings.defaults().withRetryBudget(1));
		for (int i = 0; i < 50; i++) {
			assertThat(Calls.failureOf(text(client).then())).isInstanceOf(SsoApiException.Unavailable.class);
		}
		this.upstream.respondsWith(429, "Retry-After", "60");
		assertThat(Calls.failureOf(text(client).then()).retryAfter()).isEqualTo(Duration.ofSeconds(60));
		assertThat(this.upstream.count()).isEqualTo(51);
		assertThat(client.remainingPermits()).isNaN();
		AtomicInteger attempts = new AtomicInteger();
		this.upstream.allows(RateLimit.of(10, Duration.ofSeconds(1)))
			.respondsWith((request) -> Upstream.status((attempts.getAndIncrement() == 0) ? 503 : 200, "{}"));
		StepVerifier.create(client.execute(Upstream.READ.call("7")))
			.then(this.time.passes(Duration.ofSeconds(10)))
			.expectNext(Map.of())
			.expectComplete()
			.verify(Calls.PATIENCE);
	}

	@Test
	void replacesARejectedTokenOnce() {
		AtomicInteger fetched = new AtomicInteger();
		this.upstream.takes(new AccessTokens<>((credentials) -> Mono
			.fromSupplier(() -> new AccessTokens.AccessToken(Secret.of("token" + fetched.incrementAndGet()),
					BigDecimal.valueOf(86_400)))));
		this.upstream.respondsWith((request) -> Upstream.tokenOf(request).equals("token2") ? stream(Flux.just("one"))
				: Upstream.status(401, "{}"));
		ApiClient client = this.upstream.client();
		StepVerifier.create(text(client)).expectNext("", "one").expectComplete().verify(Calls.PATIENCE);
		assertThat(this.upstream.count()).isEqualTo(2);
		this.upstream.respondsWith(401);
		assertThat(Calls.failureOf(text(client).then())).isInstanceOf(SsoApiException.Unauthorized.class);
		assertThat(this.upstream.count()).isEqualTo(4);
		assertThat(fetched).hasValue(3);
	}

	@Test
	void fetchesATokenForEachRequestThatNeedsOne() {
		AtomicInteger fetched = new AtomicInteger();
		this.upstream.takes(new AccessTokens<>((credentials) -> Mono
			.fromSupplier(() -> new AccessTokens.AccessToken(Secret.of("token" + fetched.incrementAndGet()),
					BigDecimal.valueOf(60))),
				ClientTime.of(this.time::scheduler)));
		this.upstream.respondsWith((request) -> stream(Flux.just(Upstream.tokenOf(request))));
		ApiClient client = this.upstream.client();
		StepVerifier.create(text(client)).expectNext("", "token1").expectComplete().verify(Calls.PATIENCE);
		this.time.pass(Duration.ofMinutes(2));
		StepVerifier.create(text(client)).expectNext("", "token2").expectComplete().verify(Calls.PATIENCE);
	}

	@Test
	void rejectsAnotherMediaType() {
		this.upstream.respondsWith(200, HttpHeaders.CONTENT_TYPE, "text/html");
		assertThat(Calls.failureOf(text(this.upstream.client()).then()))
			.isInstanceOf(SsoApiException.MalformedResponse.class)
			.hasMessageContaining("the content type is text/html");
	}

	@Test
	void readsAndMasksTheErrorOfTheVendor() {
		this.upstream.respondsWith((request) -> Upstream.status(403, "{\"code\":\"" + Calls.KEY + "\"}"));
		assertThat(Calls.failureOf(text(this.upstream.client()).then())).isInstanceOf(SsoApiException.Forbidden.class)
			.hasMessageStartingWith("stub things.read: 403 [");
	}

	@Test
	void isObservedUntilTheResponseBegins() {
		TestObservationRegistry registry = TestObservationRegistry.create();
		this.upstream.respondsWith((request) -> stream(Flux.never()));
		ApiClient client = this.upstream.client(ApiClientSettings.defaults(),
				new ApiClient.Instruments(registry, ApiClientListener.NONE));
		StepVerifier.create(text(client))
			.expectNext("")
			.then(() -> TestObservationRegistryAssert.assertThat(registry)
				.hasObservationWithNameEqualTo(ApiObservation.OPERATION_NAME)
				.that()
				.hasBeenStopped()
				.hasLowCardinalityKeyValue("outcome", "success"))
			.thenCancel()
			.verify(Calls.PATIENCE);
	}

	@RepeatedTest(20)
	void closesTheConnectionWhenItIsCancelled() {
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
					+ "Transfer-Encoding: chunked\r\n\r\n3\r\n:\n\n\r\n");
			connection.fault();
			connection.awaitHangUp();
		})) {
			ApiClient client = this.upstream.client(Transport.builder(), server.address(),
					ApiClientSettings.defaults());
			StreamOptions real = new StreamOptions(MediaType.TEXT_EVENT_STREAM, IDLE, Schedulers.parallel());
			List<byte[]> begun = client.stream(this.call, real).take(2).collectList().block(Calls.PATIENCE);
			assertThat(begun).hasSize(2);
			server.awaitHangUp();
			Disposable running = client.stream(this.call, real).subscribe();
			server.awaitFault();
			server.awaitFault();
			running.dispose();
			server.awaitHangUp();
		}
	}

	@Test
	void outlivesTheResponseTimeoutOfTheTransport() {
		Semaphore goOn = new Semaphore(0);
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 6\r\n\r\none");
			goOn.acquireUninterruptibly();
			connection.write("two");
		})) {
			ConnectionPool pool = new ConnectionPool("stream", 1, 1, Duration.ofMillis(100), IDLE, IDLE);
			List<Runnable> close = new ArrayList<>();
			WebClient.Builder builder = WebClient.builder()
				.clientConnector(ReactorNettyTransport
					.tune(ClientHttpConnectorBuilder.reactor(), pool, HttpClientSettings.defaults(), close::add)
					.build(ReactorNettyTransport.tune(HttpClientSettings.defaults())));
			ApiClient client = this.upstream.client(builder, server.address(), ApiClientSettings.defaults());
			StepVerifier.create(text(client))
				.expectNext("", "one")
				.thenAwait(Duration.ofMillis(400))
				.then(goOn::release)
				.expectNext("two")
				.expectComplete()
				.verify(Calls.PATIENCE);
			close.forEach(Runnable::run);
		}
	}

	private Flux<String> text(ApiClient client) {
		return client.stream(this.call, this.options).map((bytes) -> new String(bytes, StandardCharsets.UTF_8));
	}

	private static Mono<ClientResponse> stream(Flux<String> chunks) {
		Flux<DataBuffer> body = chunks
			.map((chunk) -> DefaultDataBufferFactory.sharedInstance.wrap(chunk.getBytes(StandardCharsets.UTF_8)));
		return Mono.just(ClientResponse.create(HttpStatus.OK)
			.header(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
			.body(body)
			.build());
	}

}
