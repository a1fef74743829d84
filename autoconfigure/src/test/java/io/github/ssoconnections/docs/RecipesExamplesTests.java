// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;
import java.time.Instant;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.client.VendorRequest;
import io.github.ssoconnections.docs.RecipesExamples.LogEvent;
import io.github.ssoconnections.docs.RecipesExamples.Organization;
import io.github.ssoconnections.docs.RecipesExamples.User;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the recipes send, and what they make of the response.
 */
class RecipesExamplesTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final String ORGANIZATION = """
			{"id":"org_1","name":"Acme","slug":null,"created_at":1700000000000,"max_allowed_memberships":5}""";

	@RegisterExtension
	static final Wire wire = new Wire();

	@RegisterExtension
	static final Wire auth0Wire = Wire.auth0();

	private final RecipesExamples.Clerk clerk = new RecipesExamples.Clerk(
			ClerkClient.create(WebClient.builder(), ClerkConnectionDetails.of("sk_test_wire", wire.baseUrl())));

	private final RecipesExamples.Auth0 auth0 = new RecipesExamples.Auth0(Auth0Client.create(WebClient.builder(),
			Auth0ConnectionDetails.ofToken(auth0Wire.server().baseUrl(), "auth0-wire")));

	@Test
	void readsAnOrganization() {
		wire.respondsWith(200, ORGANIZATION);
		assertThat(result(this.clerk.organization("org_1")))
			.isEqualTo(new Organization("org_1", "Acme", null, Instant.ofEpochMilli(1700000000000L)));
		wire.received("GET", "/organizations/org_1", "");
	}

	@Test
	void listsOrganizations() {
		wire.respondsWith(200, "{\"data\":[" + ORGANIZATION + "],\"total_count\":1}");
		assertThat(result(this.clerk.organizations(100)).data()).extracting(Organization::name).containsExactly("Acme");
		wire.received("GET", "/organizations?limit=100&offset=100", "");
	}

	@Test
	void createsAnOrganization() {
		wire.respondsWith(200, ORGANIZATION);
		assertThat(result(this.clerk.createOrganization("Acme", "user_1")).id()).isEqualTo("org_1");
		assertThat(wire.theRequest().getBodyAsString()).contains("\"name\":\"Acme\"", "\"created_by\":\"user_1\"");
	}

	@Test
	void removesAMember() {
		wire.respondsWith(204, "");
		assertThat(result(this.clerk.removeMember("org_1", "user_1"))).isNull();
		wire.received("DELETE", "/organizations/org_1/memberships/user_1", "");
	}

	@Test
	void findsUsers() {
		wire.respondsWith(200, "[{\"id\":\"user_1\",\"first_name\":\"Ada\",\"last_sign_in_at\":1700000000000}]");
		assertThat(result(this.clerk.usersByEmail("ada+1@acme.example")))
			.containsExactly(new User("user_1", "Ada", null, Instant.ofEpochMilli(1700000000000L)));
		wire.received("GET", "/users?email_address=ada%2B1%40acme.example", "");
	}

	@Test
	void letsARequestChooseTheVersionOfTheApi() {
		wire.respondsWith(204, "");
		ClerkClient client = ClerkClient.create(WebClient.builder(),
				ClerkConnectionDetails.of("sk_test_wire", wire.baseUrl()));
		result(client.exchange(VendorRequest.get("/users").header("Clerk-API-Version", "2025-11-10")));
		assertThat(wire.theRequest().header("Clerk-API-Version").values()).containsExactly("2025-11-10");
	}

	@Test
	void listsSessions() {
		wire.respondsWith(200, "[{\"id\":\"sess_1\"}]");
		assertThat(result(this.clerk.sessions("user_1")).path(0).path("id").asString()).isEqualTo("sess_1");
		wire.received("GET", "/sessions?user_id=user_1", "");
	}

	@Test
	void worksWithOrganizationsAtAuth0() {
		auth0Wire.respondsWith(200, "{\"id\":\"org_1\"}");
		assertThat(result(this.auth0.organization("acme")).path("id").asString()).isEqualTo("org_1");
		auth0Wire.received("GET", "/organizations/name/acme", "");
		auth0Wire.server().resetAll();
		auth0Wire.respondsWith(201, "{\"connection_id\":\"con_1\"}");
		assertThat(result(this.auth0.enableConnection("org_1", "con_1"))).isNull();
		auth0Wire.received("POST", "/organizations/org_1/enabled_connections",
				"{\"connection_id\":\"con_1\",\"assign_membership_on_login\":true}");
	}

	@Test
	void worksWithUsersAtAuth0() {
		auth0Wire.respondsWith(200, "{\"user_id\":\"auth0|1\"}");
		assertThat(result(this.auth0.user("auth0|1")).path("user_id").asString()).isEqualTo("auth0|1");
		auth0Wire.received("GET", "/users/auth0%7C1", "");
		auth0Wire.server().resetRequests();
		result(this.auth0.blockUser("auth0|1"));
		auth0Wire.received("PATCH", "/users/auth0%7C1", "{\"blocked\":true}");
	}

	@Test
	void readsLogs() {
		auth0Wire.respondsWith(200,
				"[{\"_id\":\"1\",\"log_id\":\"1\",\"date\":\"2026-01-02T03:04:05.678Z\",\"type\":\"f\"}]");
		assertThat(result(this.auth0.failedLogins("ac\"me")))
			.containsExactly(new LogEvent("1", Instant.parse("2026-01-02T03:04:05.678Z"), "f", null));
		auth0Wire.received("GET", "/logs?q=type%3Af%20AND%20connection%3A%22ac%5C%22me%22&sort=date%3A-1&per_page=50",
				"");
	}

	private static <T> T result(Mono<T> call) {
		return call.block(TIMEOUT);
	}

}
