// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.DeletedObject;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(BufferLeaks.class)
class ResponseBodyTests {

	private static final String MARK = "from-the-body";

	private static final String CONNECTION = "{\"id\":\"ent_1\",\"name\":\"Ünï ✓ 🔑\"}";

	@RegisterExtension
	static final Wire wire = new Wire();

	@ParameterizedTest
	@MethodSource("unreadableErrors")
	void keepsTheStatusWhenAnErrorCannotBeRead(String name, byte[] body) {
		for (String contentType : List.of("application/json", "text/html", "")) {
			try (RawServer server = RawServer.responding(RawServer.respond(404, contentType, body))) {
				SsoApiException failure = Calls.failureOf(Operation.READ.on(Calls.service(server.baseUrl())));
				assertThat(failure).isExactlyInstanceOf(SsoApiException.NotFound.class)
					.hasMessage("clerk enterprise_connections.get: 404 without a readable error");
				assertThat(failure.status()).isEqualTo(404);
				assertThat(failure.errors()).isEmpty();
			}
		}
	}

	static Stream<Arguments> unreadableErrors() {
		return Stream.of(Arguments.of("html", utf8("<html><body>" + MARK + "</body></html>")),
				Arguments.of("empty", utf8("")), Arguments.of("blank", utf8(" \n")), Arguments.of("null", utf8("null")),
				Arguments.of("array", utf8("[]")), Arguments.of("text", utf8("\"" + MARK + "\"")),
				Arguments.of("number", utf8("7")), Arguments.of("object", utf8("{}")),
				Arguments.of("truncated", utf8("{\"errors\":[{\"code\":\"" + MARK)),
				Arguments.of("trailing", utf8("{\"errors\":[]} " + MARK)),
				Arguments.of("errors null", utf8("{\"errors\":null}")),
				Arguments.of("errors text", utf8("{\"errors\":\"" + MARK + "\"}")),
				Arguments.of("errors number", utf8("{\"errors\":1}")),
				Arguments.of("errors empty", utf8("{\"errors\":[]}")),
				Arguments.of("trace id number", utf8("{\"clerk_trace_id\":1}")),
				Arguments.of("not UTF-8", "{\"errors\":[{\"code\":\"é\"}]}".getBytes(StandardCharsets.ISO_8859_1)),
				Arguments.of("deep", utf8("[".repeat(100_000))),
				Arguments.of("deep in errors", utf8("{\"errors\":[{\"meta\":" + "{\"a\":".repeat(20_000))),
				Arguments.of("huge number", utf8("{\"errors\":" + "9".repeat(50_000) + "}")),
				Arguments.of("10 MB", utf8("{\"errors\":[{\"code\":\"" + "x".repeat(10_000_000) + "\"}]}")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[null]", "[1]", "[\"from-the-body\"]", "[[]]", "[{}]", "[{\"code\":1}]",
			"[{\"code\":null,\"message\":{\"a\":1},\"long_message\":[],\"meta\":\"from-the-body\"}]",
			"[{\"meta\":[1]}]", "[{\"meta\":null}]", "[{\"code\":true,\"meta\":7}]" })
	void givesAnErrorWithoutPartsWhenItsPartsCannotBeRead(String errors) {
		wire.respondsWith(422, "{\"errors\":" + errors + "}");
		SsoApiException failure = Calls.failureOf(Operation.PATCH.on(Calls.service(wire.baseUrl())));
		assertThat(failure).isExactlyInstanceOf(SsoApiException.InvalidRequest.class)
			.hasMessage("clerk enterprise_connections.update: 422 [no code]");
		assertThat(failure.errors()).singleElement().satisfies((error) -> {
			assertThat(error.text()).isNull();
			assertThat(error.parameter()).isNull();
			assertThat(error.meta()).isEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/json; charset=utf-8", "application/json;charset=UTF-8",
			"APPLICATION/JSON; CHARSET=UTF-8", "application/problem+json", "text/plain", "text/html", "", "nonsense",
			"application/json; charset=no-such-charset", "/", "application/json; charset=utf-16" })
	void readsJsonWhateverTheContentTypeSays(String contentType) {
		try (RawServer server = RawServer.responding(RawServer.respond(200, contentType, utf8(CONNECTION)))) {
			assertThat(get(server).name()).isEqualTo("Ünï ✓ 🔑");
		}
		byte[] error = utf8("{\"errors\":[{\"code\":\"resource_not_found\"}]}");
		try (RawServer server = RawServer.responding(RawServer.respond(404, contentType, error))) {
			assertThat(Calls.failureOf(Operation.READ.on(Calls.service(server.baseUrl()))).code())
				.isEqualTo("resource_not_found");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE" })
	void readsEveryEncodingOfJson(String encoding) {
		byte[] body = CONNECTION.getBytes(Charset.forName(encoding));
		try (RawServer server = RawServer.responding(RawServer.respond(200, "application/json", body))) {
			assertThat(get(server).name()).isEqualTo("Ünï ✓ 🔑");
		}
	}

	@Test
	void readsJsonAfterAByteOrderMark() {
		try (RawServer server = RawServer
			.responding(RawServer.respond(200, "application/json", utf8("\uFEFF{\"id\":\"a\"}")))) {
			assertThat(get(server).id()).isEqualTo("a");
		}
	}

	@ParameterizedTest
	@MethodSource("unreadableConnections")
	void isMalformedWhenASuccessCannotBeRead(String name, byte[] body) {
		try (RawServer server = RawServer
			.responding(RawServer.respond(200, "application/json; charset=iso-8859-1", body))) {
			for (Operation operation : Operation.values()) {
				assertMalformed(Calls.failureOf(operation.on(Calls.service(server.baseUrl()))));
			}
		}
	}

	static Stream<Arguments> unreadableConnections() {
		return Stream.of(Arguments.of("empty", utf8("")), Arguments.of("blank", utf8(" \r\n\t")),
				Arguments.of("null", utf8("null")), Arguments.of("html", utf8("<html>" + MARK + "</html>")),
				Arguments.of("array", utf8("[{\"id\":\"" + MARK + "\"}]")), Arguments.of("empty array", utf8("[]")),
				Arguments.of("text", utf8("\"" + MARK + "\"")), Arguments.of("empty text", utf8("\"\"")),
				Arguments.of("number", utf8("42")), Arguments.of("boolean", utf8("true")),
				Arguments.of("truncated", utf8("{\"id\":\"" + MARK)),
				Arguments.of("truncated object", utf8("{\"id\":\"" + MARK + "\"")),
				Arguments.of("trailing text", utf8("{} " + MARK)), Arguments.of("two values", utf8("{}{}")),
				Arguments.of("trailing NUL", utf8("{}\0")),
				Arguments.of("latin-1", ("{\"id\":\"" + MARK + "é\"}").getBytes(StandardCharsets.ISO_8859_1)),
				Arguments.of("latin-1 in an unknown field",
						("{\"new\":\"" + MARK + "é\"}").getBytes(StandardCharsets.ISO_8859_1)),
				Arguments.of("broken UTF-32", new byte[] { 0, 0, 0, '{', 0, 17, 0, 0, 1, 1, 1, 1 }),
				Arguments.of("strange UCS-4", new byte[] { 0, 0, (byte) 0xff, (byte) 0xfe, 0, 0, 0, '{' }),
				Arguments.of("odd UTF-16", new byte[] { (byte) 0xfe, (byte) 0xff, 0, '{', 0 }),
				Arguments.of("half a surrogate", utf8("{\"id\":\"" + MARK + "\\ud83d")),
				Arguments.of("deep", utf8("[".repeat(100_000))),
				Arguments.of("deep in an unknown field", utf8("{\"new\":" + "[".repeat(100_000))),
				Arguments.of("deep objects", utf8("{\"a\":".repeat(100_000))),
				Arguments.of("huge number", utf8("{\"new\":" + "7".repeat(100_000) + "}")),
				Arguments.of("long name", utf8("{\"" + "n".repeat(100_000) + "\":1}")),
				Arguments.of("NaN", utf8("{\"new\":NaN}")), Arguments.of("comment", utf8("/* " + MARK + " */{}")),
				Arguments.of("single quotes", utf8("{'id':'" + MARK + "'}")),
				Arguments.of("raw line break", utf8("{\"id\":\"" + MARK + "\n\"}")),
				Arguments.of("binary", new byte[] { 0, 1, 2, 3, 4, (byte) 0xff, (byte) 0xfe }));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"id\":null}", "{\"id\":\" \"}", "{\"id\":7}", "{\"id\":true}", "{\"id\":{}}",
			"{\"id\":[\"from-the-body\"]}" })
	void isMalformedWithoutAnId(String body) {
		wire.respondsWith(200, body);
		assertMalformed(Calls.failureOf(Operation.READ.on(Calls.service(wire.baseUrl()))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"data\":null}", "{\"data\":{}}", "{\"data\":\"from-the-body\"}", "[]", "[{}]",
			"{\"data\":[],\"total_count\":\"from-the-body\"}", "{\"data\":[],\"total_count\":1e30}",
			"{\"data\":[],\"total_count\":[]}", "{\"total_count\":1}" })
	void isMalformedWhenAListIsNone(String body) {
		wire.respondsWith(200, body);
		assertMalformed(Calls.failureOf(Calls.service(wire.baseUrl()).list()));
		assertMalformed(Calls.failureOf(Calls.service(wire.baseUrl()).listAll().then()));
	}

	@Test
	void givesAListWithoutTotal() {
		wire.respondsWith(200, "{\"data\":[{\"id\":\"a\"},{}],\"total_count\":null,\"new\":{\"a\":[1]}}");
		Page<EnterpriseConnection> page = value(Calls.service(wire.baseUrl()).list());
		assertThat(page.totalCount()).isNull();
		assertThat(page.data()).extracting(EnterpriseConnection::id).containsExactly("a");
		assertThat(page.skipped()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"id":"a","id":"b"}                    | b
			{"id":"a","new":1e999999999}           | a
			{"id":"a","new":0.1000}                | a
			{"id":"a","new":123456789012345678901} | a
			{"id":"a","created_at":null}           | a
			{"id":"a","created_at":-1}             | a
			{"id":"a","created_at":9223372036854775807} | a
			{"id":"\\u0000\\ud800"}                | *
			{"id":"a","":""}                       | a
			""")
	void givesAValueWhenTheJsonIsOnlyOdd(String body, String id) {
		wire.respondsWith(200, body);
		EnterpriseConnection connection = value(Calls.service(wire.baseUrl()).get("ent_1"));
		assertThat(connection.id()).satisfiesAnyOf((value) -> assertThat(value).isEqualTo(id),
				(value) -> assertThat(id).isEqualTo("*"));
	}

	@Test
	void keepsWhatItDoesNotModel() {
		wire.respondsWith(200, "{\"id\":\"a\",\"new\":{\"list\":[1,2.50,null]},\"newer\":null}");
		Map<String, ?> unknown = value(Calls.service(wire.baseUrl()).get("ent_1")).unknownFields();
		assertThat(unknown).containsOnlyKeys("new", "newer").containsEntry("newer", null);
		assertThat(unknown.get("new")).hasToString("{list=[1, 2.50, null]}");
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 201, 202, 203, 206, 207, 226, 299 })
	void takesEverySuccess(int status) {
		wire.respondsWith(status, CONNECTION);
		for (Operation operation : Operation.values()) {
			assertThat(value(operation.on(Calls.service(wire.baseUrl())))).isNotNull();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 204, 205 })
	void isMalformedWhenASuccessHasNoContent(int status) {
		wire.respondsWith(WireMock.aResponse().withStatus(status));
		for (Operation operation : Operation.values()) {
			if (status == 204 && operation == Operation.DELETE) {
				continue;
			}
			SsoApiException failure = Calls.failureOf(operation.on(Calls.service(wire.baseUrl())));
			assertThat(failure).isExactlyInstanceOf(SsoApiException.MalformedResponse.class)
				.hasMessage("clerk " + operation.operationName() + ": " + status + " the body is empty");
		}
	}

	@Test
	void hasDeletedWhenThereIsNoContent() {
		wire.respondsWith(WireMock.aResponse().withStatus(204));
		assertThat(value(Operation.DELETE.on(Calls.service(wire.baseUrl()))))
			.isInstanceOfSatisfying(DeletedObject.class, (deleted) -> {
				assertThat(deleted.id()).isEqualTo("ent_1");
				assertThat(deleted.deleted()).isTrue();
			});
	}

	@Test
	void waitsForTheResponseWhenTheServerSaysContinue() {
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 100 Continue\r\n\r\n");
			connection.write(RawServer.respond(200, "application/json", utf8("{\"id\":\"after\"}")));
		})) {
			assertThat(value(Calls.service(server.baseUrl()).get("ent_1")).id()).isEqualTo("after");
		}
	}

	@Test
	void givesAValueOrATypedErrorWhateverTheBytes() {
		AtomicReference<byte[]> next = new AtomicReference<>(new byte[0]);
		byte[] valid = utf8("{\"data\":[{\"id\":\"a\",\"created_at\":1700000000000,\"domains\":[\"a.b\"],"
				+ "\"provider\":\"x\",\"saml_connection\":{\"idp_certificates\":[{\"expires_at\":1}]}}],\"n\":1.5}");
		Random random = new Random(20261);
		try (RawServer server = RawServer.playing((connection) -> {
			while (connection.readRequest()) {
				connection.write(next.get());
			}
		})) {
			for (int i = 0; i < 400; i++) {
				byte[] body = Arrays.copyOf(valid, (i % 2 == 0) ? valid.length : random.nextInt(valid.length));
				for (int changes = random.nextInt(4); changes >= 0 && body.length > 0; changes--) {
					body[random.nextInt(body.length)] = (byte) random.nextInt(256);
				}
				next.set(RawServer.respond((i % 5 == 0) ? 422 : 200, "application/json", body));
				int status = (i % 5 == 0) ? 422 : 200;
				Calls.service(server.baseUrl()).list().onErrorResume((failure) -> {
					assertThat(Calls.checked(failure).status()).isEqualTo(status);
					assertThat(failure).isInstanceOfAny(SsoApiException.MalformedResponse.class,
							SsoApiException.InvalidRequest.class);
					return Mono.empty();
				}).block(Calls.PATIENCE);
			}
		}
	}

	private static void assertMalformed(SsoApiException failure) {
		assertThat(failure).isExactlyInstanceOf(SsoApiException.MalformedResponse.class).hasNoCause();
		assertThat(failure.status()).isEqualTo(200);
		assertThat(failure.errors()).isEmpty();
		assertThat(failure.getMessage()).contains(": 200 the body ").doesNotContain(MARK).hasSizeLessThan(300);
	}

	private static EnterpriseConnection get(RawServer server) {
		return value(Calls.service(server.baseUrl()).get("ent_1"));
	}

	private static <T> T value(Mono<T> call) {
		return call.blockOptional(Calls.PATIENCE).orElseThrow();
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
