// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.OidcSettings;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What failures tell, and what they keep to themselves.
 */
class FailureTextTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	@Test
	void scrubsASecretThatTheBodyHeldWhenItWasHandedOver() {
		wire.respondsWith(422, "{\"errors\":[{\"message\":\"first-secret is bad\"}]}");
		OidcSettings oidc = new OidcSettings().clientSecret("first-secret");
		Mono<?> call = Calls.service(wire.baseUrl()).update("ent_1", new EnterpriseConnectionPatch().oidc(oidc));
		oidc.clientSecret("second-secret");
		assertThat(Calls.failureOf(call)).hasMessageNotContaining("first-secret");
	}

	@Test
	void scrubsASecretThatHoldsAnother() {
		for (int i = 0; i < 50; i++) {
			String shorter = "part" + i;
			String longer = shorter + "-rest-of-it";
			ApiError error = new ApiError(null, longer, null, null, UnknownFields.none());
			SecretMaskerTests.Body body = new SecretMaskerTests.Body().set("a", Secret.of(shorter))
				.set("b", Secret.of(longer));
			assertThat(SecretMasker.of(Secret.of("k_k"), SecretMasker.secretsOf(body))
				.mask(new ApiVendor.Failure(List.of(error), null))
				.errors()
				.get(0)
				.message()).doesNotContain("rest-of-it");
		}
	}

	@Test
	void scrubsNamesInMeta() {
		wire.respondsWith(422,
				"{\"errors\":[{\"meta\":{\"" + Calls.SECRET + "\":1,\"x\":{\"" + Calls.SECRET + "\":1}}}]}");
		assertThat(Calls.failureOf(Operation.PATCH.on(Calls.service(wire.baseUrl()))).errors().toString())
			.doesNotContain(Calls.SECRET);
	}

	@Test
	void scrubsNamesInNestedMeta() {
		wire.respondsWith(422, "{\"errors\":[{\"meta\":{\"x\":{\"" + Calls.SECRET + "\":1}}}]}");
		assertThat(Calls.failureOf(Operation.PATCH.on(Calls.service(wire.baseUrl())))
			.errors()
			.get(0)
			.meta()
			.get("x")
			.toString()).doesNotContain(Calls.SECRET);
	}

	@Test
	void survivesSerialization() throws Exception {
		wire.respondsWith(404, "{}");
		SsoApiException failure = Calls.failureOf(Operation.READ.on(Calls.service(wire.baseUrl())));
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new ObjectOutputStream(bytes).writeObject(failure);
		SsoApiException copy = (SsoApiException) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))
			.readObject();
		assertThat(copy.status()).isEqualTo(404);
	}

	@Test
	void boundsTheMessage() {
		wire.respondsWith(400, "{\"errors\":[{\"message\":\"" + "x".repeat(200_000) + "\"}]}");
		assertThat(Calls.failureOf(Operation.READ.on(Calls.service(wire.baseUrl()))).getMessage())
			.hasSizeLessThan(10_000);
	}

	@Test
	void keepsTheMessageOnOneLine() {
		wire.respondsWith(400, "{\"errors\":[{\"message\":\"a\\nERROR forged line\"}]}");
		assertThat(Calls.failureOf(Operation.READ.on(Calls.service(wire.baseUrl()))).getMessage()).doesNotContain("\n");
	}

	@ParameterizedTest
	@EnumSource
	void keepsTheStatusWhenTheErrorBodyIsCutShort(Operation operation) {
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 422 No\r\nContent-Length: 100\r\n\r\n{");
		})) {
			assertThat(Calls.failureOf(operation.on(Calls.service(server.baseUrl()))))
				.isExactlyInstanceOf(SsoApiException.InvalidRequest.class);
		}
	}

	@ParameterizedTest
	@MethodSource("echoes")
	void neverShowsAnEchoedKey(String response) {
		try (RawServer server = RawServer.playing((connection) -> {
			connection.readRequest();
			connection.write(response);
		})) {
			Calls.failureOf(Operation.READ.on(Calls.service(server.baseUrl())));
		}
	}

	static Stream<String> echoes() {
		return Stream.of("Bearer " + Calls.KEY + " x\r\nContent-Length: 2\r\n\r\n{}",
				"HTTP/1.1 200 OK\r\nBearer " + Calls.KEY + "(): x\r\nContent-Length: zz\r\n\r\n{}",
				"HTTP/1.1 200 OK\r\nContent-Length: " + Calls.KEY + "\r\n\r\n{}",
				"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Calls.KEY + "\r\n{}\r\n",
				"HTTP/1.1 " + Calls.KEY + " OK\r\n\r\n");
	}

}
