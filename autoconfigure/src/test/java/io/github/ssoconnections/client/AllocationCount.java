// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.management.ThreadMXBean;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.client.ratelimit.RateLimit;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.mock.http.client.reactive.MockClientHttpRequest;
import org.springframework.mock.http.client.reactive.MockClientHttpResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Prints what calls allocate, in bytes, when the response comes a while after the
 * request.
 */
public final class AllocationCount {

	static final String PREFIX = "allocated ";

	static final byte[] PAGE = page();

	private static final byte[] CONNECTION = connection(1).getBytes(StandardCharsets.UTF_8);

	private static final int BUFFER_SIZE = 16 * 1024;

	private static final String KEY = "sk_test_count";

	private static final String URL = "http://127.0.0.1/v1";

	private AllocationCount() {
	}

	public static void main(String[] args) {
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
		Memory memory = new Memory();
		WebClient webClient = WebClient.builder()
			.clientConnector(memory)
			.baseUrl(URL)
			.defaultHeaders((headers) -> headers.setBearerAuth(KEY))
			.codecs((codecs) -> {
				codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024);
				codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(WireJson.mapper()));
				codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(WireJson.mapper()));
			})
			.build();
		EnterpriseConnectionService service = EnterpriseConnectionService
			.create(ClerkClient.create(WebClient.builder().clientConnector(memory), ClerkConnectionDetails.of(KEY, URL),
					ClerkSettings.defaults()
						.withClient(ApiClientSettings.defaults()
							.withRateLimit(RateLimitSettings.defaults()
								.withLimit(RateLimit.of(1_000_000_000, Duration.ofSeconds(1))))),
					new ApiClient.Instruments(observations(), ApiClientListener.NONE)));
		print("webclient-call", memory, CONNECTION, 50,
				() -> webClient.get()
					.uri("/enterprise_connections/{id}", "ent_1")
					.retrieve()
					.bodyToMono(EnterpriseConnection.class));
		print("call", memory, CONNECTION, 50, () -> service.get("ent_1"));
		print("webclient-change", memory, CONNECTION, 50,
				() -> webClient.patch()
					.uri("/enterprise_connections/{id}", "ent_1")
					.bodyValue(Map.of("name", "Acme", "active", true))
					.retrieve()
					.bodyToMono(EnterpriseConnection.class));
		print("change", memory, CONNECTION, 50,
				() -> service.update("ent_1", new EnterpriseConnectionPatch().name("Acme").active(true)));
		print("webclient-page", memory, PAGE, 2,
				() -> webClient.get()
					.uri("/enterprise_connections?limit={limit}", 500)
					.retrieve()
					.bodyToMono(new ParameterizedTypeReference<Page<EnterpriseConnection>>() {
					}));
		print("page", memory, PAGE, 2, service::list);
	}

	// As in an application: every operation ends up in a timer
	private static ObservationRegistry observations() {
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig()
			.observationHandler(new DefaultMeterObservationHandler(new SimpleMeterRegistry()));
		return observations;
	}

	private static void print(String name, Memory memory, byte[] response, int calls, Supplier<Mono<?>> call) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long least = Long.MAX_VALUE;
		// The first rounds load classes and fill caches
		for (int round = 0; round < 4; round++) {
			List<Object> responses = new ArrayList<>(calls);
			long before = threads.getCurrentThreadAllocatedBytes();
			for (int i = 0; i < calls; i++) {
				call.get().subscribe(responses::add);
				memory.respond(response);
			}
			least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / calls);
			if (responses.size() != calls) {
				throw new IllegalStateException(responses.size() + " responses to " + calls + " calls");
			}
		}
		System.out.println(PREFIX + name + " " + least);
	}

	private static String connection(int number) {
		return "{\"id\":\"ent_" + number + "\",\"name\":\"Acme\",\"provider\":\"saml_okta\",\"active\":true,"
				+ "\"domains\":[\"acme.example\"],\"saml_connection\":{\"id\":\"samlc_1\",\"idp_certificate\":\""
				+ "MIIC".repeat(250) + "\"},\"created_at\":1700000000000,\"updated_at\":1700000000000}";
	}

	private static byte[] page() {
		StringBuilder page = new StringBuilder("{\"data\":[").append(connection(0));
		for (int i = 1; i < 500; i++) {
			page.append(',').append(connection(i));
		}
		return page.append("],\"total_count\":500}").toString().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Responds from memory, in buffers as large as those of a network.
	 */
	private static final class Memory implements ClientHttpConnector {

		private @Nullable MonoSink<ClientHttpResponse> waiting;

		@Override
		public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
				Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
			return requestCallback.apply(new MockClientHttpRequest(method, uri))
				.then(Mono.create((sink) -> this.waiting = sink));
		}

		void respond(byte[] body) {
			MockClientHttpResponse response = new MockClientHttpResponse(200);
			response.getHeaders().set("Content-Type", "application/json");
			response.setBody(Flux.range(0, (body.length + BUFFER_SIZE - 1) / BUFFER_SIZE).map((i) -> buffer(body, i)));
			MonoSink<ClientHttpResponse> waiting = this.waiting;
			if (waiting == null) {
				throw new IllegalStateException("Nobody waits for a response");
			}
			waiting.success(response);
		}

		private static DataBuffer buffer(byte[] body, int number) {
			int start = number * BUFFER_SIZE;
			DataBuffer buffer = DefaultDataBufferFactory.sharedInstance.wrap(body);
			buffer.writePosition(Math.min(start + BUFFER_SIZE, body.length));
			buffer.readPosition(start);
			return buffer;
		}

	}

}
