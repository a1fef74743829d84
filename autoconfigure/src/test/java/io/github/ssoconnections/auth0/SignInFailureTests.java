// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.log.Auth0SignInFailures;
import io.github.ssoconnections.auth0.log.SignInFailure;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Auth0SignInFailures}: no address is left unmasked.
 */
class SignInFailureTests {

	@RegisterExtension
	static final Wire wire = Wire.auth0();

	private final Auth0SignInFailures failures = Auth0SignInFailures.create(Auth0.client(wire));

	@Test
	void returnsCodeDescriptionTimeAndMaskedAddress() {
		wire.respondsWith(200, """
				[{"date":"2026-11-28T18:00:00.000Z","type":"f","description":"Invalid thumbprint of jane@acme.com",\
				"user_name":"jane.doe@acme.com","_id":"9002","ip":"203.0.113.7"}]""");
		List<SignInFailure> recent = Auth0.result(this.failures.recent("con_1"));
		assertThat(recent).containsExactly(new SignInFailure("f", "Invalid thumbprint of j***@acme.com",
				Instant.parse("2026-11-28T18:00:00Z"), "j***@acme.com"));
	}

	@ParameterizedTest
	@CsvSource({ "jane@acme.com,j***@acme.com", "jane,j***", "a@b@acme.com,a***@acme.com",
			"x@jane%40acme.com,x***@j***%40acme.com", "@acme,@***", "\ud83d\ude00x@acme.com,\ud83d\ude00***@acme.com" })
	void masks(String name, String masked) {
		wire.respondsWith(200, "[{\"user_name\":\"" + name + "\"}]");
		assertThat(Auth0.result(this.failures.recent("con_1")).get(0).maskedAddress()).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jane@acme.com", "<jane@acme.com>", "mailto:jane@acme.com", "$1jane@acme.com",
			"j\u00e4ne+x@acme.com", "'jane@acme.com'" })
	void masksEveryAddressOfADescription(String text) {
		wire.respondsWith(200, "[{\"description\":\"user " + text + " and " + text + " are unknown\"}]");
		assertThat(Auth0.result(this.failures.recent("con_1")).get(0).description()).contains("***@acme.com", "unknown")
			.doesNotContain("ne@", "x@");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			user "john doe"@acme.com is not part|user "***@acme.com is not part
			user "john \\"j\\" doe"@acme.com is not part|user "***@acme.com is not part
			"john@home"@acme.com|"j***@h***@acme.com
			john doe"@acme.com|j***@acme.com
			o'neil@acme.com|o***@acme.com
			login_hint=john%40acme.com&x=1|l***%40acme.com&x=1
			to=a?login_hint=john%2540acme.com|t***%2540acme.com
			50 %, %4 and 40 "quoted"|50 %, %4 and 40 "quoted"
			""", delimiter = '|')
	void masksQuotedAndEncodedAddresses(String text, String masked) {
		wire.respondsWith(200, JsonMapper.shared().writeValueAsString(List.of(Map.of("description", text))));
		assertThat(Auth0.result(this.failures.recent("con_1")).get(0).description()).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "a@", "%25", "%2540", "\\\"", "\\\"@", "a ", " @", "\ud83d\ude00" })
	void boundsWhatStrangersCanChoose(String part) {
		String text = part.repeat(100_000 / part.length());
		wire.respondsWith(200, "[{\"description\":\"" + text + "\",\"user_name\":\"jane@" + text + "\"},"
				+ "{\"description\":\"" + "x ".repeat(247) + "jane.doe@acme.com\"}]");
		List<SignInFailure> recent = Auth0.result(this.failures.recent("con_1"));
		assertThat(recent.get(0).description()).hasSizeBetween(499, 500).endsWith("…");
		assertThat(recent.get(0).maskedAddress()).hasSizeLessThanOrEqualTo(500).startsWith("j***");
		assertThat(recent.get(1).description()).endsWith(" j***@…");
	}

	@Test
	void hasNoAddressOfAnUnknownUser() {
		wire.respondsWith(200, "[{\"user_name\":\"\"},{}]");
		assertThat(Auth0.result(this.failures.recent("con_1"))).extracting(SignInFailure::maskedAddress)
			.containsExactly(null, null);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 101 })
	void rejectsALimitOutOfBounds(int limit) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.failures.recent("con_1", limit));
	}

	@Test
	void findsFailuresOfTheConnectionInTheSandbox() {
		try (Sandbox sandbox = Sandbox.start()) {
			Auth0Client client = Auth0Client.create(WebClient.builder(),
					Auth0ConnectionDetails.ofToken(sandbox.auth0().baseUrl(), sandbox.auth0().token()));
			Auth0ConnectionService connections = Auth0ConnectionService.create(client);
			String acme = Auth0
				.result(connections.create(new NewAuth0Connection().name("acme").strategy(ConnectionStrategy.SAMLP)))
				.id();
			String other = Auth0
				.result(connections.create(new NewAuth0Connection().name("other").strategy(ConnectionStrategy.SAMLP)))
				.id();
			sandbox.auth0()
				.signInFailed(acme, "f", "first", "jane@acme.com")
				.signInFailed(other, "f", "other", "jo@other.com")
				.signInFailed(acme, "s", "success", "jane@acme.com")
				.signInFailed(acme, "fu", "second", "jane@acme.com");
			assertThat(Auth0.result(Auth0SignInFailures.create(client).recent(acme)))
				.extracting(SignInFailure::description)
				.containsExactly("second", "first");
			assertThat(Auth0.result(Auth0SignInFailures.create(client).recent(acme, 1))).hasSize(1);
			Auth0Client reader = Auth0Client.create(WebClient.builder(), Auth0ConnectionDetails
				.ofToken(sandbox.auth0().baseUrl(), sandbox.auth0().token("read:connections")));
			StepVerifier.create(Auth0SignInFailures.create(reader).recent(acme))
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Forbidden.class)
					.hasMessageContaining("read:logs"))
				.verify(Auth0.TIMEOUT);
		}
	}

}
