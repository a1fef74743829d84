// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import java.util.List;

import com.jayway.jsonpath.JsonPath;
import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

class Auth0OrganizationsApiTests extends AbstractConsoleTests {

	private static final String ORGANIZATIONS = "/api/auth0/organizations";

	private static final String PROFILES = "/api/auth0/self-service-profiles";

	private String connection() {
		return create(AUTH0_CONNECTIONS, "{\"name\": \"acme\", \"strategy\": \"samlp\"}");
	}

	private String organization() {
		return create(ORGANIZATIONS, "{\"name\": \"acme\"}");
	}

	private WebTestClient.ResponseSpec put(String path, String body) {
		return this.client.put().uri(path).contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
	}

	@Test
	void enablesAndDisablesConnection() {
		String connection = connection();
		String path = ORGANIZATIONS + "/" + organization() + "/connections";
		put(path + "/" + connection, "{\"assign_membership_on_login\": true}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.assign_membership_on_login")
			.isEqualTo(true);
		put(path + "/" + connection, "{\"organization_access_level\": \"full\"}").expectStatus().isBadRequest();
		get(path).expectStatus().isOk().expectBody().jsonPath("$[0].connection_id").isEqualTo(connection);
		this.client.delete().uri(path + "/" + connection).exchange().expectStatus().isNoContent();
		get(path).expectBody().json("[]");
	}

	@Test
	void addsDiscoveryDomainAndMarksItAsVerified() {
		String path = ORGANIZATIONS + "/" + organization() + "/discovery-domains";
		String domain = create(path, "{\"domain\": \"acme.example\"}");
		get(path).expectStatus().isOk().expectBody().jsonPath("$.domains[0].status").isEqualTo("pending");
		post(path + "/" + domain + "/mark-verified", "{}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("verified");
		patch(path + "/" + domain, "{\"use_for_organization_discovery\": false}").expectStatus().isOk();
		post(path + "/" + domain + "/mark-pending", "{}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("pending");
		String other = create(ORGANIZATIONS, "{\"name\": \"other\"}");
		get(ORGANIZATIONS + "/" + other + "/discovery-domain-conflicts?domain=acme.example").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.length()")
			.isEqualTo(1);
		get(ORGANIZATIONS + "/by-name/other").expectStatus().isOk().expectBody().jsonPath("$.id").isEqualTo(other);
		this.client.delete().uri(path + "/" + domain).exchange().expectStatus().isNoContent();
		get(path).expectBody().jsonPath("$.domains").isEmpty();
	}

	@Test
	void namesWhatIsMissingForASignIn() {
		String client = vendor.auth0().clientId();
		byte[] missing = get(AUTH0_CONNECTIONS + "/{id}/readiness?client_id={client}&organization_id={organization}",
				connection(), client, organization())
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		List<String> parts = JsonPath.read(new String(missing), "$.missing[*].part");
		assertThat(parts).contains("CLIENT_ENABLED", "ORGANIZATION_ENABLED");
		get(AUTH0_CONNECTIONS + "/{id}/readiness?client_id={client}&organization_id={organization}&domain=acme.example",
				create(AUTH0_CONNECTIONS, "{\"name\": \"other\", \"strategy\": \"samlp\"}"), client,
				create(ORGANIZATIONS, "{\"name\": \"other\"}"))
			.expectStatus()
			.isOk();
		get("/api/auth0/clients").expectStatus().isOk().expectBody().jsonPath("$.clients").isNotEmpty();
	}

	@Test
	void activatesAndDeactivatesByThePlan() {
		String path = AUTH0_CONNECTIONS + "/" + connection();
		String organization = organization();
		get(path + "/activation-plan").expectStatus().isNotFound();
		post(path + "/activate", "{}").expectStatus().isEqualTo(409);
		put(path + "/activation-plan", "{\"client_ids\": [\"%s\"], \"organization_ids\": [\"%s\"]}"
			.formatted(vendor.auth0().clientId(), organization)).expectStatus().isOk();
		get(path + "/activation-plan").expectBody().jsonPath("$.assign_membership_on_login").isEqualTo(true);
		vendor.faults().on("PATCH", "/api/v2/connections/*/clients").times(1).status(403);
		post(path + "/activate", "{}").expectStatus()
			.isEqualTo(502)
			.expectBody()
			.jsonPath("$.partial")
			.value(String.class, (partial) -> assertThat(partial).startsWith("1 steps are done, failed at CLIENT"));
		post(path + "/activate", "{}").expectStatus().isOk().expectBody().jsonPath("$.steps.length()").isEqualTo(2);
		get(ORGANIZATIONS + "/" + organization + "/connections").expectBody()
			.jsonPath("$[0].assign_membership_on_login")
			.isEqualTo(true);
		post(path + "/suspend", "{}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.authentication.active")
			.isEqualTo(false);
		post(path + "/resume", "{}").expectStatus().isOk();
		post(path + "/deactivate", "{}").expectStatus().isOk();
		get(ORGANIZATIONS + "/" + organization + "/connections").expectBody().json("[]");
	}

	@Test
	void showsClientsOfTheSeed() {
		vendor.seed();
		get("/api/auth0/clients").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.clients.length()")
			.isEqualTo(2)
			.jsonPath("$.clients[0].client_id")
			.isEqualTo("console")
			.jsonPath("$.clients[1].client_id")
			.isEqualTo("shop")
			.jsonPath("$.clients[0].organization_usage")
			.isEqualTo("allow");
	}

	@Test
	void givesSupportWhatItNeeds() {
		get(AUTH0_CONNECTIONS + "/" + connection() + "/sign-in-failures").expectStatus().isOk().expectBody().json("[]");
		get("/api/auth0/user-connections?email_address={address}", "alice@acme.example").expectStatus()
			.isOk()
			.expectBody()
			.json("[]");
	}

	@Test
	void createsTicketWithItsUrlInClearAndRevokesIt() {
		String profile = create(PROFILES, "{\"name\": \"Customers\"}");
		get(PROFILES).expectStatus().isOk().expectBody().jsonPath("$[0].id").isEqualTo(profile);
		patch(PROFILES + "/" + profile, "{\"description\": \"All\"}").expectStatus().isOk();
		byte[] ticket = post(PROFILES + "/" + profile + "/tickets", "{\"connection_config\": {\"name\": \"acme\"}}")
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.url")
			.value(String.class, (url) -> assertThat(url).startsWith("https://"))
			.returnResult()
			.getResponseBody();
		String id = JsonPath.read(new String(ticket), "$.id");
		post(PROFILES + "/" + profile + "/tickets/revoke", "{\"id\": \"" + id + "\"}").expectStatus().isAccepted();
		post(PROFILES + "/" + profile + "/connections/" + connection() + "/tickets", "{}").expectStatus().isOk();
		String texts = PROFILES + "/" + profile + "/texts/en/get-started";
		put(texts, "{\"introduction\": \"Hello\"}").expectStatus().isOk();
		get(texts).expectStatus().isOk().expectBody().jsonPath("$.introduction").isEqualTo("Hello");
		this.client.delete().uri(PROFILES + "/" + profile).exchange().expectStatus().isNoContent();
		get(PROFILES + "/" + profile).expectStatus().isNotFound();
	}

}
