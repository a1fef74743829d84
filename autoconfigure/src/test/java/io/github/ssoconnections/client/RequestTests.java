// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionQuery;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.OidcSettings;
import io.github.ssoconnections.testing.Sent;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.DefaultUriBuilderFactory;

import static org.assertj.core.api.Assertions.assertThat;

class RequestTests {

	private static final String URI_TEMPLATE = WebClient.class.getName() + ".uriTemplate";

	@RegisterExtension
	static final Wire wire = new Wire();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			+org_1    | %2Borg_1
			a b       | a%20b
			a&b=c     | a%26b%3Dc
			100%      | 100%25
			%2B       | %252B
			ü         | %C3%BC
			🔑        | %F0%9F%94%91
			a/b?c#d   | a%2Fb%3Fc%23d
			{id}      | %7Bid%7D
			"';:@,$!* | %22%27%3B%3A%40%2C%24%21%2A
			-_.~      | -_.~
			``        | ``
			""")
	void encodesAValueOfTheQuery(String value, String encoded) {
		wire.respondsWith(200, "{\"data\":[]}");
		block(Calls.service(wire.baseUrl())
			.list(new EnterpriseConnectionQuery().param("v", value).param(value.isEmpty() ? "n" : value, 1)));
		wire.received("GET", "/enterprise_connections?v=" + encoded + "&" + (value.isEmpty() ? "n" : encoded) + "=1",
				"");
		assertThat(wire.theRequest().queryParameter("v").firstValue()).isEqualTo(value);
	}

	@Test
	void sendsAParameterSeveralTimesInOrder() {
		wire.respondsWith(200, "{\"data\":[]}");
		block(Calls.service(wire.baseUrl())
			.list(new EnterpriseConnectionQuery().offset(0L).param("organization_id", "+b", "-a", "+b").active(false)));
		wire.received("GET",
				"/enterprise_connections?offset=0&organization_id=%2Bb&organization_id=-a&organization_id=%2Bb&active=false",
				"");
	}

	@ParameterizedTest
	@EnumSource
	void handsTheTemplateToMetrics(Operation operation) {
		wire.respondsWith(200, "{\"id\":\"ent_1\"}");
		assertThat(seenByFilter(operation)).singleElement()
			.satisfies((request) -> assertThat(request.attribute(URI_TEMPLATE)).contains((operation == Operation.CREATE)
					? "/enterprise_connections" : "/enterprise_connections/{enterprise_connection_id}"));
	}

	@ParameterizedTest
	@EnumSource
	void showsTheKeyToNoFilter(Operation operation) {
		wire.respondsWith(200, "{\"id\":\"ent_1\"}");
		assertThat(seenByFilter(operation)).singleElement()
			.satisfies((request) -> assertThat(request.headers().toString()).doesNotContain(Calls.KEY))
			.satisfies((request) -> assertThat(Sent.headers(request).getFirst("Authorization"))
				.isEqualTo("Bearer " + Calls.KEY));
		assertThat(wire.theRequest().getHeader("Authorization")).isEqualTo("Bearer " + Calls.KEY);
	}

	private static List<ClientRequest> seenByFilter(Operation operation) {
		List<ClientRequest> seen = new CopyOnWriteArrayList<>();
		WebClient.Builder builder = Transport.builder().filter((request, next) -> {
			seen.add(request);
			return next.exchange(request);
		});
		block(operation.on(Calls.service(builder, wire.baseUrl(), Calls.once())));
		return seen;
	}

	@ParameterizedTest
	@CsvSource({ "'',/enterprise_connections/ent_1", "/,/enterprise_connections/ent_1",
			"/v1,/v1/enterprise_connections/ent_1", "/v1/,/v1/enterprise_connections/ent_1",
			"/v1///,/v1/enterprise_connections/ent_1", "/a/b%20c/v1,/a/b%20c/v1/enterprise_connections/ent_1" })
	void addsThePathToTheBaseUrl(String path, String expected) {
		wire.respondsWith(200, "{\"id\":\"ent_1\"}");
		block(Calls.service(wire.server().baseUrl() + path).get("ent_1"));
		assertThat(wire.theRequest().getUrl()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://api.clerk.com/v1", "ftp://127.0.0.1", "https://user:hidden@api.clerk.com",
			"https://api.clerk.com/v1?hidden=1", "not a url hidden", "/hidden", "http://127.0.0.1.evil.hidden" })
	void sendsNothingToABaseUrlThatIsNone(String baseUrl) {
		for (Operation operation : Operation.values()) {
			StepVerifier.create(operation.on(Calls.service(baseUrl)))
				.expectErrorSatisfies((failure) -> assertThat(failure).hasMessageContaining("base URL")
					.hasMessageNotContaining("hidden"))
				.verify(Calls.PATIENCE);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "sk_test_\nhidden", "sk_test_\r\nX-Hidden: hidden", "sk_test hidden",
			"sk_test_hidden ", "\tsk_test_hidden", "sk_test_hiddén", "sk_test_hidden\u0000", "sk_test_hidden\u007f" })
	void sendsNothingWithAKeyThatIsNone(String key) {
		wire.respondsWith(200, "{\"id\":\"ent_1\"}");
		for (Operation operation : Operation.values()) {
			StepVerifier
				.create(operation.on(Calls.service(Transport.builder(), details(wire.baseUrl(), key), Calls.once())))
				.expectErrorSatisfies(
						(failure) -> assertThat(failure).hasMessageContaining("key").hasMessageNotContaining("hidden"))
				.verify(Calls.PATIENCE);
		}
		assertThat(wire.requests()).isEmpty();
	}

	@Test
	void usesANewKeyAtTheNextCall() {
		wire.respondsWith(200, "{\"id\":\"ent_1\"}");
		AtomicInteger number = new AtomicInteger();
		EnterpriseConnectionService service = Calls.service(Transport.builder(), rotating(wire.baseUrl(), number),
				Calls.once());
		Mono<?> call = service.get("ent_1");
		block(call);
		block(call);
		block(service.delete("ent_1"));
		assertThat(keys()).containsExactly("Bearer sk_test_1", "Bearer sk_test_2", "Bearer sk_test_3");
	}

	@Test
	void usesANewKeyAtTheNextAttempt() {
		wire.server()
			.stubFor(WireMock.any(WireMock.anyUrl())
				.inScenario("outage")
				.willSetStateTo("over")
				.willReturn(WireMock.aResponse().withStatus(503)));
		wire.server()
			.stubFor(WireMock.any(WireMock.anyUrl())
				.inScenario("outage")
				.whenScenarioStateIs("over")
				.willReturn(WireMock.okJson("{\"id\":\"ent_1\"}")));
		block(Calls
			.service(Transport.builder(), rotating(wire.baseUrl(), new AtomicInteger()), ApiClientSettings.defaults())
			.get("ent_1"));
		assertThat(keys()).containsExactly("Bearer sk_test_1", "Bearer sk_test_2");
	}

	@Test
	void followsTheBaseUrlAtTheNextCall() {
		wire.respondsWith(200, "{\"id\":\"ent_1\"}");
		List<String> urls = new ArrayList<>(List.of(wire.baseUrl() + "/a", wire.baseUrl() + "/b"));
		EnterpriseConnectionService service = Calls.service(Transport.builder(), new ClerkConnectionDetails() {

			@Override
			public String getApiKey() {
				return Calls.KEY;
			}

			@Override
			public String getBaseUrl() {
				return urls.remove(0);
			}

		}, Calls.once());
		block(service.get("ent_1"));
		block(service.get("ent_1"));
		assertThat(wire.requests()).extracting(LoggedRequest::getUrl)
			.containsExactlyInAnyOrder("/v1/a/enterprise_connections/ent_1", "/v1/b/enterprise_connections/ent_1");
	}

	@Test
	void masksWhatTheVendorQuotes() {
		wire.respondsWith(422, """
				{"errors":[{"code":"x","message":"%1$s is bad","long_message":"got %1$s and %2$s",
				"meta":{"param_name":"%1$s","value":{"list":["%1$s"]},"key":"%2$s"}}],"clerk_trace_id":"%2$s"}"""
			.formatted(Calls.SECRET, Calls.KEY));
		SsoApiException failure = Calls.failureOf(Operation.PATCH.on(Calls.service(wire.baseUrl())));
		assertThat(failure.errors()).singleElement().satisfies((error) -> {
			assertThat(error.toString()).doesNotContain(Calls.SECRET, Calls.KEY);
			assertThat(error.longMessage()).isEqualTo("got ****** and ******");
			assertThat(error.meta()).containsEntry("value", Map.of("list", List.of("******")));
		});
		assertThat(failure.traceId()).isEqualTo("******");
	}

	@Test
	void logsNeitherKeyNorBodyWhateverTheApplicationLogs() {
		Logger logger = (Logger) LoggerFactory.getLogger("org.springframework.web");
		Level before = logger.getLevel();
		ListAppender<ILoggingEvent> appender = new ListAppender<>();
		appender.start();
		logger.setLevel(Level.TRACE);
		logger.addAppender(appender);
		try {
			wire.respondsWith(200, "{\"name\":\"from-the-body\"}");
			WebClient.Builder builder = Transport.builder()
				.codecs((codecs) -> codecs.defaultCodecs().enableLoggingRequestDetails(true));
			block(Operation.PATCH.on(Calls.service(builder, wire.baseUrl(), Calls.once())));
		}
		finally {
			logger.detachAppender(appender);
			logger.setLevel(before);
		}
		assertThat(appender.list).isNotEmpty()
			.extracting(ILoggingEvent::getFormattedMessage)
			.allSatisfy((text) -> assertThat(text).doesNotContain(Calls.KEY, Calls.SECRET, "from-the-body"));
	}

	@ParameterizedTest
	@EnumSource
	void sendsTheSameWhateverTheApplicationSets(Custom custom) {
		wire.respondsWith(200, "{\"id\":\"ent_1\",\"created_at\":1700000000000,\"new\":1}");
		WebClient.Builder builder = Transport.builder();
		custom.customize(builder);
		EnterpriseConnectionPatch patch = new EnterpriseConnectionPatch().name(null)
			.set("at", Instant.ofEpochMilli(1_700_000_000_000L))
			.oidc(new OidcSettings().clientSecret("s"));
		assertThat(block(Calls.service(builder, wire.baseUrl(), Calls.once()).update("ent_1", patch)).createdAt())
			.isEqualTo(Instant.ofEpochMilli(1_700_000_000_000L));
		wire.received("PATCH", "/enterprise_connections/ent_1",
				"{\"name\":null,\"at\":1700000000000,\"oidc\":{\"client_secret\":\"s\"}}");
	}

	@Test
	void leavesTheBuilderOfTheApplicationAlone() {
		wire.respondsWith(200, "{\"id\":\"ent_1\"}");
		WebClient.Builder builder = Transport.builder();
		block(Calls.service(builder, wire.baseUrl(), Calls.once()).get("ent_1"));
		wire.server().resetRequests();
		block(builder.build().get().uri(wire.baseUrl() + "/x").retrieve().bodyToMono(String.class));
		assertThat(wire.theRequest().containsHeader("Authorization")).isFalse();
	}

	@Test
	void sendsWhatTheBodyHeldWhenItWasHandedOver() {
		wire.respondsWith(200, "{\"id\":\"ent_1\"}");
		EnterpriseConnectionPatch patch = new EnterpriseConnectionPatch().name("before");
		Mono<?> call = Calls.service(wire.baseUrl()).update("ent_1", patch);
		patch.name("after");
		block(call);
		wire.received("PATCH", "/enterprise_connections/ent_1", "{\"name\":\"before\"}");
	}

	@Test
	void sendsUtf8() {
		wire.respondsWith(200, "{\"id\":\"ent_1\"}");
		block(Calls.service(wire.baseUrl())
			.update("ent_1", new EnterpriseConnectionPatch().name("ü 🔑 \"\\ \n\u0000")));
		assertThat(new String(wire.theRequest().getBody(), StandardCharsets.UTF_8))
			.isEqualTo("{\"name\":\"ü 🔑 \\\"\\\\ \\n\\u0000\"}");
	}

	private static List<String> keys() {
		return wire.requests()
			.stream()
			.sorted((a, b) -> a.getLoggedDate().compareTo(b.getLoggedDate()))
			.map((request) -> request.getHeader("Authorization"))
			.toList();
	}

	private static ClerkConnectionDetails rotating(String baseUrl, AtomicInteger number) {
		return new ClerkConnectionDetails() {

			@Override
			public String getApiKey() {
				return "sk_test_" + number.incrementAndGet();
			}

			@Override
			public String getBaseUrl() {
				return baseUrl;
			}

		};
	}

	private static ClerkConnectionDetails details(String baseUrl, String key) {
		return new ClerkConnectionDetails() {

			@Override
			public String getApiKey() {
				return key;
			}

			@Override
			public String getBaseUrl() {
				return baseUrl;
			}

		};
	}

	private static <T> T block(Mono<T> call) {
		return call.blockOptional(Calls.PATIENCE).orElseThrow();
	}

	/**
	 * What an application may have set on its builder for its own calls.
	 */
	enum Custom {

		MAPPER {
			@Override
			void customize(WebClient.Builder builder) {
				JsonMapper mapper = JsonMapper.builder()
					.propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
					.changeDefaultPropertyInclusion(
							(inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
					.build();
				builder.codecs((codecs) -> {
					codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(mapper));
					codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(mapper));
				});
			}
		},

		NO_CODECS {
			@Override
			void customize(WebClient.Builder builder) {
				builder.codecs((codecs) -> codecs.registerDefaults(false));
			}
		},

		TINY_MEMORY {
			@Override
			void customize(WebClient.Builder builder) {
				builder.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(1));
			}
		},

		HEADERS {
			@Override
			void customize(WebClient.Builder builder) {
				builder.defaultHeader("Authorization", "Basic YTpi")
					.defaultHeader("Accept", "text/html")
					.defaultHeader("Content-Type", "text/plain")
					.defaultHeader("Clerk-API-Version", "2021-02-05");
			}
		},

		ADDRESS {
			@Override
			void customize(WebClient.Builder builder) {
				builder.baseUrl("http://127.0.0.1:1/other")
					.defaultUriVariables(Map.of("enterprise_connection_id", "x"));
			}
		},

		URIS {
			@Override
			void customize(WebClient.Builder builder) {
				builder.uriBuilderFactory(new DefaultUriBuilderFactory("http://127.0.0.1:1/other"));
			}
		},

		STATUS_HANDLER {
			@Override
			void customize(WebClient.Builder builder) {
				builder.defaultStatusHandler((status) -> true, (response) -> Mono.error(new IllegalStateException()));
			}
		};

		abstract void customize(WebClient.Builder builder);

	}

}
