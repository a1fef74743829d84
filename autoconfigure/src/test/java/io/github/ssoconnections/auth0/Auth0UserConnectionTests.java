// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.user.Auth0UserConnections;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.testing.Wire;
import io.github.ssoconnections.user.UserConnection;
import io.github.ssoconnections.user.UserConnections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Auth0UserConnections}.
 */
class Auth0UserConnectionTests {

	private static final String FIELDS = "&fields=user_id%2Cemail%2Cidentities";

	@RegisterExtension
	static final Wire wire = Wire.auth0();

	private final Auth0UserConnections users = Auth0UserConnections.create(Auth0.client(wire));

	@Test
	void searchesAsGivenAndInLowerCase() {
		String jane = """
				{"user_id":"samlp|acme|1","email":"jane@acme.com","identities":[{"connection":"acme",\
				"provider":"samlp","user_id":7,"isSocial":false,"access_token":"secret-1"}]}""";
		wire.respondsTo("/users-by-email?email=Jane%40acme.com" + FIELDS, 200, "[" + jane + "]");
		wire.respondsTo("/users-by-email?email=jane%40acme.com" + FIELDS, 200,
				"[" + jane + ",{\"user_id\":\"auth0|2\"}]");
		List<UserConnections> found = Auth0.result(this.users.find("Jane@acme.com").collectList());
		assertThat(found).containsExactly(
				new UserConnections(Account.ofDefault("auth0"), "samlp|acme|1",
						List.of(new UserConnection(null, "acme", "samlp", null, null))),
				new UserConnections(Account.ofDefault("auth0"), "auth0|2", List.of()));
		assertThat(found.toString()).doesNotContain("@", "secret-1");
		assertThat(wire.urls()).hasSize(2);
	}

	@Test
	void doesNotPrintTheIdpsIdOfAUser() {
		wire.respondsWith(200, """
				[{"user_id":"samlp|acme|jane@acme.com"},{"user_id":"google-apps|jane.doe"}]""");
		List<UserConnections> found = Auth0.result(this.users.find("jane@acme.com").collectList());
		assertThat(found.toString()).contains("samlp|", "google-apps|").doesNotContain("jane");
		assertThat(found).extracting(UserConnections::userId)
			.containsExactly("samlp|acme|jane@acme.com", "google-apps|jane.doe");
	}

	@Test
	void searchesOnceInLowerCase() {
		wire.respondsWith(200, "[]");
		assertThat(Auth0.result(this.users.find("jane+x@acme.com").collectList())).isEmpty();
		wire.received("GET", "/users-by-email?email=jane%2Bx%40acme.com" + FIELDS, "");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "acme.com", "@acme.com" })
	void rejectsWhatIsNoAddress(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.users.find(address));
		assertThat(wire.requests()).isEmpty();
	}

	@Test
	void findsUserInTheSandboxAndNamesTheScope() {
		try (Sandbox sandbox = Sandbox.start()) {
			Auth0Client client = Auth0Client.create(WebClient.builder(),
					Auth0ConnectionDetails.ofToken(sandbox.auth0().baseUrl(), sandbox.auth0().token()));
			String id = Auth0
				.result(Auth0ConnectionService.create(client)
					.create(new NewAuth0Connection().name("acme").strategy(ConnectionStrategy.SAMLP)))
				.id();
			sandbox.auth0().addUser("jane@acme.com", id);
			assertThat(Auth0.result(Auth0UserConnections.create(client).find("JANE@acme.com").single()).connections())
				.extracting(UserConnection::connectionName)
				.containsExactly("acme");
			Auth0Client reader = Auth0Client.create(WebClient.builder(), Auth0ConnectionDetails
				.ofToken(sandbox.auth0().baseUrl(), sandbox.auth0().token("read:connections")));
			StepVerifier.create(Auth0UserConnections.create(reader).find("jane@acme.com"))
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Forbidden.class)
					.hasMessageContaining("read:users"))
				.verify(Auth0.TIMEOUT);
		}
	}

}
