// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How Clerk's error bodies are read.
 */
class ClerkErrorTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	@Test
	void readsAllFieldsOfAnError() {
		wire.respondsWith(422, """
				{
				  "errors": [
				    {
				      "code": "form_param_format_invalid",
				      "message": "is invalid",
				      "long_message": "domains must be fully qualified.",
				      "meta": { "param_name": "domains", "values": ["a", 1.10, null], "more": { "b": true } }
				    },
				    { "code": "form_param_missing", "message": "is missing", "meta": { "param_name": "name" } }
				  ],
				  "meta": {},
				  "clerk_trace_id": "trace_1"
				}""");
		SsoApiException failure = failure();
		assertThat(failure).isInstanceOf(SsoApiException.InvalidRequest.class);
		assertThat(failure.status()).isEqualTo(422);
		assertThat(failure.code()).isEqualTo("form_param_format_invalid");
		assertThat(failure.traceId()).isEqualTo("trace_1");
		assertThat(failure.errors()).hasSize(2);
		ApiError error = failure.errors().get(0);
		assertThat(error.code()).isEqualTo("form_param_format_invalid");
		assertThat(error.message()).isEqualTo("is invalid");
		assertThat(error.longMessage()).isEqualTo("domains must be fully qualified.");
		assertThat(error.text()).isEqualTo("domains must be fully qualified.");
		assertThat(error.parameter()).isEqualTo("domains");
		assertThat(error.meta()).containsOnlyKeys("param_name", "values", "more")
			.containsEntry("more", Map.of("b", true))
			.containsEntry("values", Arrays.asList("a", new BigDecimal("1.10"), null));
		assertThat(failure.errors().get(1).text()).isEqualTo("is missing");
		assertThat(failure).hasMessage("clerk enterprise_connections.get: 422 "
				+ "[form_param_format_invalid (domains)] domains must be fully qualified. "
				+ "[form_param_missing (name)] is missing (trace trace_1)");
	}

	@Test
	void readsPartsOfAnError() {
		wire.respondsWith(422, """
				{"errors":[{},null,"text",{"code":7,"message":{},"meta":[]},{"code":"a","meta":{"param_name":1}}]}""");
		List<ApiError> errors = failure().errors();
		assertThat(errors).hasSize(5);
		assertThat(errors.subList(0, 4)).allSatisfy((error) -> {
			assertThat(error.code()).isNull();
			assertThat(error.text()).isNull();
			assertThat(error.parameter()).isNull();
			assertThat(error.meta()).isEmpty();
		});
		assertThat(errors.get(4).text()).isEqualTo("a");
		assertThat(errors.get(4).parameter()).isNull();
		assertThat(errors.get(4).meta()).isEqualTo(Map.of("param_name", 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "null", "\"text\"", "{\"errors\":null}", "{\"errors\":\"text\"}",
			"{\"errors\":[]}", "{\"errors\":[", "<html>502 Bad Gateway</html>" })
	void failsWithTheStatusWhenTheBodyIsNoErrorOfClerk(String body) {
		wire.respondsWith(WireMock.aResponse()
			.withStatus(404)
			.withHeader("Content-Type", "text/html; charset=utf-8")
			.withBody(body));
		SsoApiException failure = failure();
		assertThat(failure).isInstanceOf(SsoApiException.NotFound.class);
		assertThat(failure.errors()).isEmpty();
		assertThat(failure.code()).isNull();
		assertThat(failure.traceId()).isNull();
		assertThat(failure).hasMessage("clerk enterprise_connections.get: 404 without a readable error");
	}

	@Test
	void prefersTheTraceIdOfTheBody() {
		assertThat(traceId("{\"errors\":[],\"clerk_trace_id\":\"body\"}", "Clerk-Trace-Id", "header"))
			.isEqualTo("body");
		assertThat(traceId("{\"errors\":[]}", "Clerk-Trace-Id", "header")).isEqualTo("header");
		assertThat(traceId("{\"clerk_trace_id\":null}", "clerk-trace-id", "header")).isEqualTo("header");
		assertThat(traceId("<html/>", "cf-ray", "ray-FRA")).isEqualTo("ray-FRA");
		assertThat(traceId("", "X-Other", "other")).isNull();
	}

	private static String traceId(String body, String header, String value) {
		wire.respondsWith(WireMock.aResponse().withStatus(404).withHeader(header, value).withBody(body));
		return failure().traceId();
	}

	@Test
	void readsTheTraceIdOfAnUnreadableResponse() {
		wire.respondsWith(WireMock.aResponse().withStatus(200).withHeader("Clerk-Trace-Id", "header").withBody("{"));
		SsoApiException failure = failure();
		assertThat(failure).isInstanceOf(SsoApiException.MalformedResponse.class);
		assertThat(failure.traceId()).isEqualTo("header");
	}

	@Test
	void reportsThatTheSamlApiIsGone() {
		wire.respondsWith(410, "{\"errors\":[{\"code\":\"operation_deprecated\",\"message\":\"gone\"}]}");
		StepVerifier.create(Clerk.saml(wire).get("samlc_1")).expectErrorSatisfies((failure) -> {
			assertThat(failure).isInstanceOf(SsoApiException.Gone.class);
			assertThat(((SsoApiException) failure).code()).isEqualTo("operation_deprecated");
		}).verify(Clerk.TIMEOUT);
	}

	private static SsoApiException failure() {
		Mono<SsoApiException> failure = Clerk.enterprise(wire).get("ent_1").<SsoApiException>map((connection) -> {
			throw new AssertionError("It did not fail");
		}).onErrorResume(SsoApiException.class, Mono::just);
		return Clerk.result(failure);
	}

}
