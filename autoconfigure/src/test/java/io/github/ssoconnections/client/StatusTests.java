// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class StatusTests {

	private static final String ADVICE = " the credentials were rejected; check 'sso-connections.clerk.api-key'";

	private static final String ERROR = """
			{"errors":[{"code":"some_code","message":"Short.","long_message":"Long and telling.",
			"meta":{"param_name":"domains","nested":{"list":[1,2.50,null,{"deep":true}]},"none":null}}],
			"clerk_trace_id":"trace_body"}""";

	private static final Map<Integer, Class<? extends SsoApiException>> TYPES = Map.of(401,
			SsoApiException.Unauthorized.class, 402, SsoApiException.Forbidden.class, 403,
			SsoApiException.Forbidden.class, 404, SsoApiException.NotFound.class, 409, SsoApiException.Conflict.class,
			410, SsoApiException.Gone.class, 429, SsoApiException.RateLimited.class);

	@RegisterExtension
	static final Wire wire = new Wire();

	@ParameterizedTest
	@MethodSource("statuses")
	void saysWhatTheVendorSays(int status, Operation operation, Class<? extends SsoApiException> type) {
		wire.respondsWith(status, ERROR);
		SsoApiException failure = Calls.failureOf(operation.on(Calls.service(wire.baseUrl())));
		assertThat(failure).isExactlyInstanceOf(type).hasNoCause();
		assertThat(failure.vendor()).isEqualTo("clerk");
		assertThat(failure.operation()).isEqualTo(operation.operationName());
		assertThat(failure.status()).isEqualTo(status);
		assertThat(failure.retryAfter()).isNull();
		assertThat(failure.traceId()).isEqualTo("trace_body");
		assertThat(failure.code()).isEqualTo("some_code");
		assertThat(failure.errors()).singleElement().satisfies(StatusTests::assertWhole);
		String reason = (type == SsoApiException.OutcomeUnknown.class) ? operation.whatNobodyKnows() : "";
		assertThat(failure).hasMessage("clerk " + operation.operationName() + ": " + status
				+ ((status < 400) ? " redirects are not followed" : (status == 401) ? ADVICE : reason)
				+ " [some_code (domains)] Long and telling. (trace trace_body)");
		wire.theRequest();
	}

	static Stream<Arguments> statuses() {
		return IntStream
			.of(300, 301, 302, 303, 305, 307, 308, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414,
					415, 418, 421, 422, 423, 425, 426, 428, 429, 431, 451, 499, 500, 501, 502, 503, 504, 505, 511, 520,
					524, 599)
			.boxed()
			.flatMap((status) -> Stream.of(Operation.values())
				.map((operation) -> Arguments.of(status, operation, typeOf(status, operation))));
	}

	private static Class<? extends SsoApiException> typeOf(int status, Operation operation) {
		if (status < 400) {
			return SsoApiException.MalformedResponse.class;
		}
		return (status < 500) ? TYPES.getOrDefault(status, SsoApiException.InvalidRequest.class)
				: operation.whenNobodyKnows();
	}

	private static void assertWhole(ApiError error) {
		assertThat(error.code()).isEqualTo("some_code");
		assertThat(error.message()).isEqualTo("Short.");
		assertThat(error.longMessage()).isEqualTo("Long and telling.");
		assertThat(error.parameter()).isEqualTo("domains");
		assertThat(error.text()).isEqualTo("Long and telling.");
		assertThat(error.meta()).containsOnlyKeys("param_name", "nested", "none");
		assertThat(error.meta()).containsEntry("param_name", "domains").containsEntry("none", null);
		assertThat(error.meta().get("nested")).isInstanceOf(Map.class);
		Map<?, ?> nested = (Map<?, ?>) error.meta().get("nested");
		assertThat((List<?>) nested.get("list")).asString().isEqualTo("[1, 2.50, null, {deep=true}]");
		assertThat(((List<?>) nested.get("list")).get(1)).isEqualTo(new BigDecimal("2.50"));
	}

	@ParameterizedTest
	@EnumSource
	void isMalformedWhenNothingWasModified(Operation operation) {
		wire.respondsWith(304, "");
		SsoApiException failure = Calls.failureOf(operation.on(Calls.service(wire.baseUrl())));
		assertThat(failure).isExactlyInstanceOf(SsoApiException.MalformedResponse.class)
			.hasMessage("clerk " + operation.operationName() + ": 304 redirects are not followed");
	}

	@ParameterizedTest
	@ValueSource(ints = { 600, 666, 799, 999 })
	void isNoResponseWhenNoSuchClassOfStatusExists(int status) {
		try (RawServer server = RawServer
			.responding(RawServer.respond(status, "application/json", ERROR.getBytes(StandardCharsets.UTF_8)))) {
			for (Operation operation : Operation.values()) {
				SsoApiException failure = Calls.failureOf(operation.on(Calls.service(server.baseUrl())));
				assertThat(failure)
					.isExactlyInstanceOf((operation.whenNobodyKnows() == SsoApiException.OutcomeUnknown.class)
							? SsoApiException.OutcomeUnknown.class : SsoApiException.MalformedResponse.class);
				assertThat(failure.status()).isEqualTo(status);
				assertThat(failure.errors()).singleElement().satisfies(StatusTests::assertWhole);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "000", "099", "-1", "2", "abc" })
	void isTypedWhenTheStatusIsNoStatus(String status) {
		for (Operation operation : Operation.values()) {
			try (RawServer server = RawServer.playing((connection) -> {
				connection.readRequest();
				connection.write("HTTP/1.1 " + status + " Odd\r\nContent-Length: 2\r\n\r\n{}");
			})) {
				SsoApiException failure = Calls.failureOf(operation.on(Calls.service(server.baseUrl())));
				assertThat(failure).isInstanceOfAny(operation.whenNobodyKnows(),
						SsoApiException.MalformedResponse.class);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "400,saml_failed_to_fetch_idp_metadata,InvalidRequest", "400,request_body_invalid,InvalidRequest",
			"400,malformed_request_parameters,InvalidRequest", "400,bad_request,InvalidRequest",
			"401,authentication_invalid,Unauthorized",

			"403,authorization_invalid,Forbidden", "404,resource_not_found,NotFound", "409,resource_locked,Conflict",
			"409,conflict,Conflict", "409,feature_in_use,Conflict", "410,operation_deprecated,Gone",
			"413,request_body_too_large,InvalidRequest", "415,unsupported_content_type,InvalidRequest",
			"422,saml_connection_cant_be_activated,InvalidRequest",
			"422,saml_failed_to_parse_idp_metadata,InvalidRequest", "422,saml_metadata_missing_fields,InvalidRequest",
			"422,organization_already_has_sso_connection,InvalidRequest",
			"422,custom_oauth_provider_cannot_use_discovery_url,InvalidRequest",
			"422,custom_oauth_provider_discovery_issuer_mismatch,InvalidRequest",
			"422,custom_oauth_provider_discovery_server_retrieval_error,InvalidRequest",
			"422,form_param_missing,InvalidRequest", "422,form_param_value_invalid,InvalidRequest",
			"422,form_param_format_invalid,InvalidRequest", "422,form_param_unknown,InvalidRequest",
			"422,form_param_nil,InvalidRequest", "422,form_param_duplicate,InvalidRequest",
			"422,form_conditional_param_missing,InvalidRequest", "422,form_conditional_param_disallowed,InvalidRequest",
			"422,form_resource_not_found,InvalidRequest", "422,form_public_client_requires_pkce,InvalidRequest",
			"429,too_many_requests,RateLimited", "500,internal_clerk_error,OutcomeUnknown",
			"504,gateway_timeout,OutcomeUnknown" })
	void keepsEveryCodeWhenTheVendorGivesIt(int status, String code, String type) {
		wire.respondsWith(status,
				"{\"errors\":[{\"code\":\"%s\",\"message\":\"No.\"},{\"code\":\"second\"}]}".formatted(code));
		SsoApiException failure = Calls
			.failureOf(Operation.PATCH.on(Calls.service(Transport.builder(), wire.baseUrl(), Calls.once())));
		assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
		assertThat(failure.code()).isEqualTo(code);
		assertThat(failure.errors()).extracting(ApiError::code).containsExactly(code, "second");
		assertThat(failure).hasMessage("clerk enterprise_connections.update: " + status
				+ ((status < 500) ? (status == 401) ? ADVICE : "" : Operation.PATCH.whatNobodyKnows()) + " [" + code
				+ "] No. [second] second");
	}

	@ParameterizedTest
	@CsvSource({ "402,unsupported_subscription_plan_features,need the B2B add-on in production",
			"403,feature_not_enabled,the feature is not enabled for the instance: enable it in the dashboard",
			"403,quota_exceeded,has at most 25 enterprise connections",
			"403,organization_not_enabled_in_instance,organizations are not enabled for the instance: enable them in "
					+ "the dashboard" })
	void namesTheRemedyOfAPlanOrAFeature(int status, String code, String remedy) {
		wire.respondsWith(status, "{\"errors\":[{\"code\":\"%s\",\"message\":\"No.\"}]}".formatted(code));
		SsoApiException failure = Calls
			.failureOf(Operation.PATCH.on(Calls.service(Transport.builder(), wire.baseUrl(), Calls.once())));
		assertThat(failure).isInstanceOf(SsoApiException.Forbidden.class)
			.hasMessageContaining(status + " ")
			.hasMessageEndingWith(remedy + " [" + code + "] No.");
	}

	@ParameterizedTest
	@CsvSource({ "trace_b,trace_h,ray,trace_b", ",trace_h,ray,trace_h", ",,ray,ray", ",,,", "trace_b,,,trace_b",
			",trace_h,,trace_h" })
	void findsTheTraceIdWhereverItIs(@Nullable String inBody, @Nullable String header, @Nullable String ray,
			@Nullable String expected) {
		ResponseDefinitionBuilder response = WireMock.aResponse()
			.withStatus(404)
			.withBody((inBody != null) ? "{\"clerk_trace_id\":\"" + inBody + "\"}" : "{}");
		if (header != null) {
			response.withHeader("Clerk-Trace-Id", header);
		}
		if (ray != null) {
			response.withHeader("cf-ray", ray);
		}
		wire.respondsWith(response);
		SsoApiException failure = Calls.failureOf(Operation.READ.on(Calls.service(wire.baseUrl())));
		assertThat(failure.traceId()).isEqualTo(expected);
		assertThat(failure).hasMessage("clerk enterprise_connections.get: 404 without a readable error"
				+ ((expected != null) ? " (trace " + expected + ")" : ""));
	}

	@Test
	void findsTheTraceIdWhenASuccessCannotBeRead() {
		wire.respondsWith(WireMock.aResponse().withStatus(200).withHeader("cf-ray", "ray_1").withBody("<html>"));
		assertThat(Calls.failureOf(Operation.READ.on(Calls.service(wire.baseUrl()))).traceId()).isEqualTo("ray_1");
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 400, 409, 422, 429, 500, 503 })
	void carriesTheWaitWhenTheVendorAsksForIt(int status) {
		wire.respondsWith(WireMock.aResponse().withStatus(status).withHeader("Retry-After", "17").withBody(ERROR));
		for (Operation operation : Operation.values()) {
			assertThat(Calls.failureOf(operation.on(Calls.service(wire.baseUrl()))).retryAfter())
				.isEqualTo(Duration.ofSeconds(17));
		}
	}

	@Test
	void carriesTheWaitWhenTheVendorGivesADate() {
		String longAgo = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT)
			.format(ZonedDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
		wire.respondsWith(WireMock.aResponse().withStatus(429).withHeader("Retry-After", longAgo));
		assertThat(Calls.failureOf(Operation.READ.on(Calls.service(wire.baseUrl()))).retryAfter())
			.isEqualTo(Duration.ZERO);
	}

	@Test
	void keepsItselfApartFromItsMeta() {
		wire.respondsWith(400, "{\"errors\":[{\"code\":\"c\",\"meta\":{\"code\":\"other\",\"param_name\":7}}]}");
		ApiError error = Calls.failureOf(Operation.READ.on(Calls.service(wire.baseUrl()))).errors().get(0);
		assertThat(error.code()).isEqualTo("c");
		assertThat(error.parameter()).isNull();
		assertThat(error.meta()).containsOnly(entry("code", "other"), entry("param_name", 7));
	}

}
