// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.testing.VirtualTime;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Event stream of a tenant in memory, on a virtual clock, and what was requested of it.
 */
final class FakeTenant {

	final VirtualTime time = new VirtualTime();

	final List<String> queries = new ArrayList<>();

	final List<HttpHeaders> headers = new ArrayList<>();

	/** Offsets that were stored. */
	final List<String> stored = new ArrayList<>();

	private final Deque<Supplier<Mono<ClientResponse>>> responses = new ArrayDeque<>();

	private Sinks.Many<String> body = Sinks.many().unicast().onBackpressureBuffer();

	@Nullable String offset;

	@Nullable RuntimeException storeFailure;

	private @Nullable Disposable running;

	EventStreamSettings settings = EventStreamSettings.defaults();

	final EventOffsetStore store = new EventOffsetStore() {

		@Override
		public Mono<String> load(Account account) {
			return failure().then(Mono.fromSupplier(() -> FakeTenant.this.offset));
		}

		@Override
		public Mono<Void> store(Account account, String offset) {
			return failure().then(Mono.fromRunnable(() -> {
				FakeTenant.this.offset = offset;
				FakeTenant.this.stored.add(offset);
			}));
		}

	};

	private Auth0Client client = client(Auth0ConnectionDetails.ofToken("https://acme.eu.auth0.com", "auth0-token"));

	@Nullable Auth0EventStream stream;

	private Mono<Void> failure() {
		return Mono.defer(() -> (this.storeFailure != null) ? Mono.error(this.storeFailure) : Mono.empty());
	}

	private Mono<ClientResponse> exchange(ClientRequest request) {
		this.queries.add(URLDecoder.decode(String.valueOf(request.url().getRawQuery()), StandardCharsets.UTF_8));
		this.headers.add(request.headers());
		Supplier<Mono<ClientResponse>> next = this.responses.poll();
		return (next != null) ? next.get() : open();
	}

	private Mono<ClientResponse> open() {
		this.body = Sinks.many().unicast().onBackpressureBuffer();
		return stream(this.body.asFlux());
	}

	private static Mono<ClientResponse> stream(Flux<String> text) {
		Flux<DataBuffer> buffers = text
			.map((part) -> DefaultDataBufferFactory.sharedInstance.wrap(part.getBytes(StandardCharsets.UTF_8)));
		return Mono.just(ClientResponse.create(HttpStatus.OK)
			.header(HttpHeaders.CONTENT_TYPE, "text/event-stream")
			.body(buffers)
			.build());
	}

	private Auth0Client client(Auth0ConnectionDetails details) {
		// On the JVM's clock
		ApiClientSettings settings = ApiClientSettings.defaults().withRateLimit(RateLimitSettings.disabled());
		return Auth0Client.create(WebClient.builder().exchangeFunction(this::exchange), details,
				Auth0Settings.defaults().withClient(settings));
	}

	FakeTenant withClientCredentials() {
		this.client = client(Auth0ConnectionDetails.ofClientCredentials("https://acme.eu.auth0.com", "id", "secret"));
		return this;
	}

	FakeTenant issuesToken() {
		this.responses.add(() -> Mono.just(ClientResponse.create(HttpStatus.OK)
			.header(HttpHeaders.CONTENT_TYPE, "application/json")
			.body("{\"access_token\":\"auth0-token\",\"expires_in\":86400}")
			.build()));
		return this;
	}

	FakeTenant stored(String offset) {
		this.offset = offset;
		return this;
	}

	/** Responds with a whole stream, which is closed. */
	FakeTenant closes(String... events) {
		this.responses.add(() -> stream(Flux.just(":connected\n\n").concatWith(Flux.just(events))));
		return this;
	}

	FakeTenant fails(int status, String message, String... headers) {
		this.responses.add(() -> {
			ClientResponse.Builder response = ClientResponse.create(HttpStatusCode.valueOf(status))
				.header(HttpHeaders.CONTENT_TYPE, "application/json")
				.body("{\"statusCode\":" + status + ",\"error\":\"Error\",\"message\":\"" + message + "\"}");
			for (int i = 0; i < headers.length; i += 2) {
				response.header(headers[i], headers[i + 1]);
			}
			return Mono.just(response.build());
		});
		return this;
	}

	FakeTenant breaks() {
		this.responses.add(() -> Mono.error(new ConnectException("no route")));
		return this;
	}

	/** Sends text on the stream that is open. */
	void sends(String... text) {
		for (String part : text) {
			this.body.tryEmitNext(part).orThrow();
		}
	}

	void closes() {
		this.body.tryEmitComplete().orThrow();
	}

	void breaksOff() {
		this.body.tryEmitError(new IOException("reset")).orThrow();
	}

	boolean isOpen() {
		return this.body.currentSubscriberCount() > 0;
	}

	void run(ConnectionEventHandler handler) {
		this.stream = new DefaultAuth0EventStream(this.client, this.store, this.settings, this.time::scheduler,
				() -> 0.5);
		this.running = this.stream.run(handler).subscribe();
	}

	void stop() {
		if (this.running != null) {
			this.running.dispose();
		}
	}

	EventStreamState state() {
		return (this.stream != null) ? this.stream.state() : EventStreamState.STOPPED;
	}

	void pass(Duration time) {
		this.time.pass(time);
	}

	void passSeconds(long seconds) {
		pass(Duration.ofSeconds(seconds));
	}

	/** An event of the vendor, with a payload that nobody may see. */
	static String event(String id, String offset, String connectionId) {
		return event("connection.updated", id, offset,
				"{\"id\":\"" + connectionId + "\",\"options\":{\"client_secret\":\"payload-secret\"}}");
	}

	static String event(String type, String id, String offset, String object) {
		return "event: " + type + "\nid: " + offset + "\ndata: {\"offset\":\"" + offset
				+ "\",\"event\":{\"specversion\":\"1.0\",\"type\":\"" + type + "\",\"id\":\"" + id
				+ "\",\"time\":\"2026-11-28T18:00:00.000Z\",\"data\":{\"object\":" + object + "}}}\n\n";
	}

	static String offsetOnly(String offset) {
		return "event: offset-only\nid: " + offset + "\ndata: {\"offset\":\"" + offset + "\"}\n\n";
	}

	static String error(String code, @Nullable String offset) {
		return "event: error\ndata: {\"error\":{\"code\":\"" + code + "\",\"message\":\"payload-secret\""
				+ ((offset != null) ? ",\"offset\":\"" + offset + "\"" : "") + "}}\n\n";
	}

}
