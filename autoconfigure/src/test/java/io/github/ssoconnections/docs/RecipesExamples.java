// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.client.VendorRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;

/**
 * The examples of the page {@code call-other-operations.md}. {@link RecipesExamplesTests}
 * runs them.
 */
final class RecipesExamples {

	private RecipesExamples() {
	}

	// tag::organization-record[]
	record Organization(String id, String name, @Nullable String slug, Instant createdAt) {
	}
	// end::organization-record[]

	// tag::clerk-user-record[]
	record User(String id, @Nullable String firstName, @Nullable String lastName, @Nullable Instant lastSignInAt) {
	}
	// end::clerk-user-record[]

	// tag::enabled-connection-record[]
	record EnabledConnection(String connectionId, boolean assignMembershipOnLogin) {
	}
	// end::enabled-connection-record[]

	// tag::log-event-record[]
	record LogEvent(String logId, Instant date, String type, @Nullable String description) {
	}
	// end::log-event-record[]

	// @formatter:off
	static final class Clerk {

		private final ClerkClient clerk;

		Clerk(ClerkClient clerk) {
			this.clerk = clerk;
		}

		// tag::organization[]
		Mono<Organization> organization(String id) {
			return this.clerk.exchange(VendorRequest.get("/organizations/{id}", id), Organization.class);
		}
		// end::organization[]

		// tag::clerk-organizations[]
		Mono<Page<Organization>> organizations(int offset) {
			return this.clerk.exchange(VendorRequest.get("/organizations").query("limit", 100).query("offset", offset),
					new ParameterizedTypeReference<Page<Organization>>() {
					});
		}

		Mono<Organization> createOrganization(String name, String createdBy) {
			return this.clerk.exchange(
					VendorRequest.post("/organizations").body(Map.of("name", name, "created_by", createdBy)),
					Organization.class);
		}

		Mono<Void> removeMember(String organizationId, String userId) {
			return this.clerk.exchange(
					VendorRequest.delete("/organizations/{organization_id}/memberships/{user_id}", organizationId, userId));
		}
		// end::clerk-organizations[]

		// tag::clerk-users[]
		Mono<List<User>> usersByEmail(String email) {
			return this.clerk.exchange(VendorRequest.get("/users").query("email_address", email),
					new ParameterizedTypeReference<List<User>>() {
					});
		}
		// end::clerk-users[]

		// tag::clerk-sessions[]
		Mono<JsonNode> sessions(String userId) {
			return this.clerk.exchange(VendorRequest.get("/sessions").query("user_id", userId), JsonNode.class);
		}
		// end::clerk-sessions[]

	}

	static final class Auth0 {

		private final Auth0Client auth0;

		Auth0(Auth0Client auth0) {
			this.auth0 = auth0;
		}

		// tag::auth0-organizations[]
		Mono<JsonNode> organization(String name) {
			return this.auth0.exchange(VendorRequest.get("/organizations/name/{name}", name), JsonNode.class);
		}

		Mono<Void> enableConnection(String organizationId, String connectionId) {
			return this.auth0.exchange(VendorRequest.post("/organizations/{id}/enabled_connections", organizationId)
				.body(new EnabledConnection(connectionId, true)));
		}
		// end::auth0-organizations[]

		// tag::auth0-users[]
		Mono<JsonNode> user(String id) {
			return this.auth0.exchange(VendorRequest.get("/users/{id}", id), JsonNode.class);
		}

		Mono<JsonNode> blockUser(String id) {
			return this.auth0.exchange(VendorRequest.patch("/users/{id}", id).body(Map.of("blocked", true)), JsonNode.class);
		}
		// end::auth0-users[]

		// tag::auth0-logs[]
		Mono<List<LogEvent>> failedLogins(String connection) {
			return this.auth0.exchange(VendorRequest.get("/logs")
				.query("q", "type:f AND connection:\"" + connection.replaceAll("[\"\\\\]", "\\\\$0") + "\"")
				.query("sort", "date:-1")
				.query("per_page", 50), new ParameterizedTypeReference<List<LogEvent>>() {
				});
		}
		// end::auth0-logs[]

	}
	// @formatter:on

}
