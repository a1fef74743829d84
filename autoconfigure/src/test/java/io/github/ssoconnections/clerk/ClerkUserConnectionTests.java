// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.clerk.user.ClerkUserConnections;
import io.github.ssoconnections.clerk.user.MovedUsers;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.testing.Wire;
import io.github.ssoconnections.user.UserConnection;
import io.github.ssoconnections.user.UserConnections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link ClerkUserConnections}.
 */
class ClerkUserConnectionTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	private final ClerkUserConnections users = ClerkUserConnections.create(Clerk.client(wire));

	private static EnterpriseConnection connection(String fields) {
		return WireJson.mapper().readValue("{\"id\":\"ent_1\"" + fields + "}", EnterpriseConnection.class);
	}

	private static String user(String id, String address, String connectionId) {
		return "{\"id\":\"" + id + "\",\"email_addresses\":[{\"email_address\":\"" + address
				+ "\"}],\"enterprise_accounts\":["
				+ ((connectionId != null) ? "{\"enterprise_connection_id\":\"" + connectionId + "\"}" : "") + "]}";
	}

	@Test
	void findsConnectionsAndNoPersonalData() {
		wire.respondsWith(200, """
				[{"id":"user_1","first_name":"Jane","email_addresses":[{"email_address":"jane@acme.com"}],\
				"enterprise_accounts":[{"provider":"saml_okta","active":true,"email_address":"jane@acme.com",\
				"enterprise_connection_id":"ent_1","enterprise_connection":{"id":"ent_1","name":"Acme"},\
				"last_authenticated_at":1700000000000}]},{"id":"user_2"}]""");
		List<UserConnections> found = Clerk.result(this.users.find("Jane+x@acme.com").collectList());
		wire.received("GET", "/users?email_address=Jane%2Bx%40acme.com&email_address=jane%2Bx%40acme.com", "");
		assertThat(found).containsExactly(
				new UserConnections(Account.ofDefault("clerk"), "user_1",
						List.of(new UserConnection("ent_1", "Acme", "saml_okta", true,
								Instant.ofEpochMilli(1700000000000L)))),
				new UserConnections(Account.ofDefault("clerk"), "user_2", List.of()));
		assertThat(found.toString()).doesNotContain("@", "Jane");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "acme.com", "@acme.com" })
	void rejectsWhatIsNoAddress(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.users.find(address));
		assertThat(wire.requests()).isEmpty();
	}

	@Test
	void countsUsersOfTheDomainsWithoutAnAccountAtTheConnection() {
		wire.respondsTo(
				"/users?email_address_query=%40acme.com&limit=500", 200, "["
						+ String.join(",", user("user_1", "a@ACME.com", null), user("user_2", "b@acme.com", "ent_1"),
								user("user_3", "c@acme.com", "ent_2"), user("user_4", "d@acme.com.evil.org", null))
						+ "]");
		wire.respondsTo("/users?email_address_query=%40acme.org&limit=500", 200,
				"[" + user("user_1", "a@acme.org", null) + "]");
		MovedUsers moved = Clerk.result(this.users.countMoved(connection(",\"domains\":[\"acme.com\",\"acme.org\"]")));
		assertThat(moved).isEqualTo(new MovedUsers("ent_1", List.of("acme.com", "acme.org"), 2, true));
		assertThat(moved.warning()).hasValueSatisfying((warning) -> assertThat(warning)
			.startsWith("2 existing users with an address in acme.com, acme.org must sign in"));
	}

	@Test
	void countsUsersOfSubdomainsWhereTheConnectionServesThem() {
		wire.respondsTo("/users?email_address_query=acme.com&limit=500", 200, "["
				+ String.join(",", user("user_1", "a@eu.acme.com", null), user("user_2", "a@notacme.com", null)) + "]");
		assertThat(Clerk
			.result(this.users
				.countMoved(connection(",\"domains\":[\"acme.com\"],\"saml_connection\":{\"allow_subdomains\":true}")))
			.count()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "0, true, ''", "1, true, 1 existing user with", "0, false, At least 0 existing users with" })
	void warns(long count, boolean complete, String beginning) {
		String warning = new MovedUsers("ent_1", List.of("acme.com"), count, complete).warning().orElse("");
		assertThat(warning).startsWith(beginning).hasSizeGreaterThanOrEqualTo(beginning.length());
		assertThat(warning.isEmpty()).isEqualTo(beginning.isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { ",\"domains\":{\"acme.com\":true}", ",\"domains\":[{\"name\":\"acme.com\"}]" })
	void warnsWhereDomainsHaveAnUnexpectedStructure(String fields) {
		wire.respondsWith(200, "{\"id\":\"ent_1\"" + fields + "}");
		EnterpriseConnection connection = Clerk
			.result(EnterpriseConnectionService.create(Clerk.client(wire)).get("ent_1"));
		MovedUsers moved = Clerk.result(this.users.countMoved(connection));
		assertThat(moved.isComplete()).isFalse();
		assertThat(moved.warning()).hasValueSatisfying(
				(warning) -> assertThat(warning).startsWith("At least 0 existing users with an address in a domain"));
		assertThat(wire.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":\"a@acme.com\"}", "[{\"email_address\":{\"value\":\"a@acme.com\"}}]",
			"[\"a@acme.com\"]" })
	void warnsWhereAddressesHaveAnUnexpectedStructure(String addresses) {
		wire.respondsWith(200, "[{\"id\":\"user_1\",\"email_addresses\":" + addresses + "}]");
		MovedUsers moved = Clerk.result(this.users.countMoved(connection(",\"domains\":[\"acme.com\"]")));
		assertThat(moved.isComplete()).isFalse();
		assertThat(moved.warning()).isPresent();
	}

	@Test
	void sendsNothingWithoutDomains() {
		assertThat(Clerk.result(this.users.countMoved(connection(""))).count()).isZero();
		assertThat(wire.requests()).isEmpty();
	}

	@Test
	void followsTheCursorAndStopsAfterTwentyPages() {
		String page = IntStream.range(0, 500)
			.mapToObj((i) -> "{\"id\":\"user_" + i + "\"}")
			.collect(Collectors.joining(",", "[", "]"));
		wire.respondsWith(200, page.replace("user_499", "user_a"));
		wire.respondsTo("/users?email_address_query=%40acme.com&limit=500&starting_after=user_a", 200,
				page.replace("user_499", "user_b"));
		wire.respondsTo("/users?email_address_query=%40acme.com&limit=500&starting_after=user_b", 200, "[]");
		assertThat(Clerk.result(this.users.countMoved(connection(",\"domains\":[\"acme.com\"]"))).isComplete())
			.isTrue();
		assertThat(wire.requests()).hasSize(3);
		wire.server().resetRequests();
		wire.respondsTo("/users?email_address_query=%40acme.com&limit=500&starting_after=user_b", 200,
				page.replace("user_499", "user_a"));
		assertThat(Clerk.result(this.users.countMoved(connection(",\"domains\":[\"acme.com\"]"))).isComplete())
			.isFalse();
		assertThat(wire.requests()).hasSize(20);
	}

	@Test
	void countsInTheSandbox() {
		try (Sandbox sandbox = Sandbox.start()) {
			ClerkClient client = ClerkClient.create(WebClient.builder(),
					ClerkConnectionDetails.of(sandbox.clerkApiKey(), sandbox.clerkBaseUrl()));
			EnterpriseConnection acme = Clerk.result(EnterpriseConnectionService.create(client)
				.create(new NewEnterpriseConnection().name("Acme")
					.provider(ConnectionProvider.SAML_OKTA)
					.domains("acme.com")));
			sandbox.addUser("a@acme.com").addUser("b@acme.com", acme.id()).addUser("c@other.com");
			ClerkUserConnections service = ClerkUserConnections.create(client);
			assertThat(Clerk.result(service.countMoved(acme)).count()).isEqualTo(1);
			assertThat(Clerk.result(service.find("b@acme.com").single()).connections())
				.extracting(UserConnection::connectionId, UserConnection::connectionName)
				.containsExactly(tuple(acme.id(), "Acme"));
		}
	}

}
