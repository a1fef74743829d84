// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.github.ssoconnections.SsoApiException.Details;
import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.ProblemDetail;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the caller of the application may know about a failure.
 */
class ProblemDetailTests {

	private static final String LEAK = "acme.internal read:connections con_1 sk_live_key";

	private static final List<ApiError> ERRORS = List.of(
			new ApiError("form_param_invalid", LEAK, LEAK, "saml.idp_url",
					UnknownFields.of(Map.of("param_name", LEAK, "body", LEAK))),
			new ApiError(LEAK, LEAK, LEAK, LEAK, UnknownFields.none()));

	@ParameterizedTest
	@MethodSource("failures")
	void saysNothingOfTheVendors(SsoApiException failure) {
		ProblemDetail problem = failure.toProblemDetail();
		assertThat(problem.getDetail()).isNotBlank().endsWith(".");
		assertThat(problem.getTitle()).isNotBlank();
		assertThat(problem.getType()).asString().matches("urn:sso-connections:[a-z-]+");
		assertThat(problem.getInstance()).isNull();
		for (String word : (LEAK + " clerk things trace reason").split(" ")) {
			assertThat(problem.toString()).doesNotContain(word);
		}
	}

	static Stream<SsoApiException> failures() {
		return Stream.of(new SsoApiException.InvalidRequest(details(400, null)),
				new SsoApiException.InvalidRequest(details(422, null)),
				new SsoApiException.InvalidRequest(details(413, null)),
				new SsoApiException.Unauthorized(details(401, null)), new SsoApiException.Forbidden(details(403, null)),
				new SsoApiException.NotFound(details(404, null)), new SsoApiException.Conflict(details(409, null)),
				new SsoApiException.Gone(details(410, null)), new SsoApiException.RateLimited(details(429, null)),
				new SsoApiException.OutcomeUnknown(details(500, null)),
				new SsoApiException.Unavailable(details(500, null)),
				new SsoApiException.MalformedResponse(details(200, null), true));
	}

	@Test
	void saysWhyAConflictWasNotSent() {
		SsoApiException conflict = new SsoApiException.Conflict(
				new SsoApiException.Details(Account.ofDefault("clerk"), "enterprise_connections.update", null,
						"not sent: the activation would remove domains", List.of(), null, null, true, null));
		assertThat(conflict.toProblemDetail(true).getDetail())
			.isEqualTo("The request was not sent: the activation would remove domains.");
		assertThat(conflict.toProblemDetail(false).getDetail()).doesNotContain("domains");
		assertThat(conflict.toProblemDetail(true).getStatus()).isEqualTo(409);
		assertThat(new SsoApiException.Conflict(
				new SsoApiException.Details(Account.ofDefault("clerk"), "organizations.create", null,
						"2 organizations with this slug exist already", List.of(), null, null, false, null))
			.toProblemDetail(true)
			.getDetail()).isEqualTo("The request was not sent: 2 organizations with this slug exist already.");
	}

	@Test
	void knowsEveryFailure() {
		assertThat(failures().<Object>map(Object::getClass).distinct())
			.containsExactlyInAnyOrder((Object[]) SsoApiException.class.getPermittedSubclasses());
	}

	@ParameterizedTest
	@CsvSource({ "NotFound,404,404,not-found", "Conflict,409,409,conflict", "InvalidRequest,422,422,invalid-request",
			"InvalidRequest,400,400,invalid-request", "InvalidRequest,413,502,invalid-request",
			"InvalidRequest,415,502,invalid-request", "InvalidRequest,418,502,invalid-request",
			"InvalidRequest,,422,invalid-request", "RateLimited,429,503,rate-limited", "RateLimited,,503,rate-limited",
			"Unauthorized,401,502,unauthorized", "Forbidden,402,502,forbidden", "Forbidden,403,502,forbidden",
			"Gone,410,502,gone", "OutcomeUnknown,500,502,outcome-unknown", "OutcomeUnknown,,502,outcome-unknown",
			"Unavailable,500,503,unavailable", "Unavailable,503,503,unavailable", "Unavailable,,503,unavailable",
			"Unavailable,504,504,unavailable", "MalformedResponse,200,502,malformed-response",
			"MalformedResponse,302,502,malformed-response" })
	void hasTheStatusOfTheFailure(String type, @Nullable Integer status, int expected, String name) {
		SsoApiException failure = failure(type, details(status, null));
		assertThat(failure.toProblemDetail().getStatus()).isEqualTo(expected);
		assertThat(failure.toProblemDetail().getType()).isEqualTo(URI.create("urn:sso-connections:" + name));
	}

	@Test
	void isAGatewayTimeoutWhenTheVendorDoesNotRespondInTime() {
		assertThat(failure("Unavailable", details(null, new TimeoutException())).toProblemDetail().getStatus())
			.isEqualTo(504);
		assertThat(failure("OutcomeUnknown", details(null, new TimeoutException())).toProblemDetail().getStatus())
			.isEqualTo(502);
	}

	@Test
	void saysThatARequestWasNotSentWithoutTheReason() {
		SsoApiException failure = failure("InvalidRequest", new Details(Account.ofDefault("clerk"), "things.get", null,
				"not sent: the document of https://host.example", List.of(), null, null, false, null));
		assertThat(failure.toProblemDetail().getDetail())
			.isEqualTo("A check of this application rejected the request before it was sent.");
		assertThat(failure.toProblemDetail(true).getDetail())
			.isEqualTo("The request was not sent: the document of https://host.example.");
	}

	@Test
	void saysHowToFindOutWhenTheOutcomeIsUnknown() {
		SsoApiException failure = new SsoApiException.OutcomeUnknown(details(500, null), "list\n the things");
		assertThat(failure.toProblemDetail().getDetail())
			.isEqualTo("It is unknown whether the upstream service made the change: list  the things.");
		assertThat(new SsoApiException.OutcomeUnknown(details(500, null)).advice())
			.isEqualTo("read the resource before a retry");
	}

	@ParameterizedTest
	@CsvSource({ "400", "422" })
	void namesTheInvalidFields(int status) {
		assertThat(failure("InvalidRequest", details(status, null)).toProblemDetail().getProperties()).containsOnly(
				Map.entry("errors", List.of(Map.of("code", "form_param_invalid", "parameter", "saml.idp_url"))));
	}

	@Test
	void namesFieldsForInvalidValuesOnly() {
		assertThat(failures().filter((failure) -> failure.toProblemDetail(true).getProperties().containsKey("errors"))
			.map(SsoApiException::status)).containsExactly(400, 422);
	}

	@Test
	void includesTheVendorOnDemand() {
		SsoApiException failure = failure("InvalidRequest",
				new Details(
						Account.ofDefault("clerk"), "things.get", 422, "reason\u202e", List.of(new ApiError("code",
								"a\u0000b", "c\r\nd", "field", UnknownFields.of(Map.of("body", "x")))),
						"trace\u2066", null, false, null));
		ProblemDetail problem = failure.toProblemDetail(true);
		assertThat(problem.getDetail()).isEqualTo(failure.toProblemDetail().getDetail());
		assertThat(problem.getProperties()).containsOnly(Map.entry("vendor", "clerk"), Map.entry("account", "default"),
				Map.entry("operation", "things.get"), Map.entry("message", failure.getMessage()),
				Map.entry("trace_id", "trace "), Map.entry("errors", List
					.of(Map.of("code", "code", "parameter", "field", "message", "a b", "long_message", "c d"))));
		assertThat(problem.toString()).doesNotContain("\u202e", "\u2066", "\u0000", "\r", "\n");
	}

	@Test
	void isBoundedWhateverTheVendorSends() {
		ApiError error = new ApiError("code", "m".repeat(100_000), null, "f", UnknownFields.none());
		ProblemDetail problem = failure("InvalidRequest",
				new Details(Account.ofDefault("clerk"), "things.get", 422, null,
						List.of(error).stream().flatMap((item) -> Stream.generate(() -> item).limit(1000)).toList(),
						null, null, false, null))
			.toProblemDetail(true);
		assertThat(problem.toString().length()).isLessThan(50 * 2100 + 3000);
	}

	@Test
	void saysWhichArgumentIsInvalid() {
		ProblemDetail problem = new InvalidArgumentException("'id' must\n be\u202e set").toProblemDetail();
		assertThat(problem.getStatus()).isEqualTo(400);
		assertThat(problem.getDetail()).isEqualTo("'id' must  be  set");
		assertThat(problem.getType()).isEqualTo(URI.create("urn:sso-connections:invalid-argument"));
		assertThat(problem.getProperties()).isNull();
	}

	private static SsoApiException failure(String type, Details details) {
		return switch (type) {
			case "InvalidRequest" -> new SsoApiException.InvalidRequest(details);
			case "Unauthorized" -> new SsoApiException.Unauthorized(details);
			case "Forbidden" -> new SsoApiException.Forbidden(details);
			case "NotFound" -> new SsoApiException.NotFound(details);
			case "Conflict" -> new SsoApiException.Conflict(details);
			case "Gone" -> new SsoApiException.Gone(details);
			case "RateLimited" -> new SsoApiException.RateLimited(details);
			case "OutcomeUnknown" -> new SsoApiException.OutcomeUnknown(details);
			case "Unavailable" -> new SsoApiException.Unavailable(details);
			default -> new SsoApiException.MalformedResponse(details, false);
		};
	}

	private static Details details(@Nullable Integer status, @Nullable Throwable cause) {
		return new Details(Account.ofDefault("clerk"), "things.get", status, "reason " + LEAK, ERRORS, "trace", null,
				false, cause);
	}

}
