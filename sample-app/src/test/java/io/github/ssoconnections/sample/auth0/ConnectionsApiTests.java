// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import io.github.ssoconnections.sample.AbstractConsoleTests;
import io.github.ssoconnections.sandbox.RecordedRequest;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionsApiTests extends AbstractConsoleTests {

	private static final String ACME = """
			{"name": "acme-saml", "strategy": "samlp", "display_name": "Acme",
			 "options": {"signInEndpoint": "https://idp.acme.example/sso", "domain_aliases": ["acme.example"],
			  "fieldsMap": {"email": "mail"}, "added_yesterday": {"ratio": 0.10000000000000000001, "none": null}},
			 "realms": ["acme.example"], "metadata": {"tier": "gold"}, "authentication": {"active": true},
			 "connected_accounts": {"active": true, "cross_app_access": false}}
			""";

	@Test
	void createsWithEverythingThatAConnectionNeeds() {
		String id = create(AUTH0_CONNECTIONS, ACME);
		assertThat(lastRequest().url()).isEqualTo("/api/v2/connections");
		assertThat(lastRequest().body()).isEqualTo(ACME.replaceAll("(?<=[,:{\\[]) +|\\n *", ""));
		get(AUTH0_CONNECTIONS + "/" + id).expectStatus()
			.isOk()
			.expectHeader()
			.contentType(MediaType.APPLICATION_JSON)
			.expectBody()
			.jsonPath("$.name")
			.isEqualTo("acme-saml")
			.jsonPath("$.strategy")
			.isEqualTo("samlp")
			.jsonPath("$.display_name")
			.isEqualTo("Acme")
			.jsonPath("$.options.signInEndpoint")
			.isEqualTo("https://idp.acme.example/sso")
			.jsonPath("$.realms[0]")
			.isEqualTo("acme.example")
			.jsonPath("$.metadata.tier")
			.isEqualTo("gold")
			.jsonPath("$.authentication.active")
			.isEqualTo(true)
			.jsonPath("$.connected_accounts.active")
			.isEqualTo(true);
	}

	@Test
	void listsByCheckpointUnlessAskedOtherwise() {
		vendor.seed();
		String json = body(get(AUTH0_CONNECTIONS + "?take=4"));
		assertThat(JsonPath.<List<String>>read(json, "$.connections[*].name")).hasSize(4);
		String next = JsonPath.read(json, "$.next");
		get(AUTH0_CONNECTIONS + "?take=100&from={next}", next).expectBody()
			.jsonPath("$.connections.length()")
			.isEqualTo(7)
			.jsonPath("$.next")
			.doesNotExist();
		get(AUTH0_CONNECTIONS).expectBody().jsonPath("$.connections.length()").isEqualTo(11);
		assertThat(lastRequest().url()).isEqualTo("/api/v2/connections?take=100");
	}

	@Test
	void listsByPageAndTotal() {
		vendor.seed();
		get(AUTH0_CONNECTIONS + "?page=1&per_page=5&include_totals=true").expectBody()
			.jsonPath("$.total")
			.isEqualTo(11)
			.jsonPath("$.start")
			.isEqualTo(5)
			.jsonPath("$.connections.length()")
			.isEqualTo(5);
		get(AUTH0_CONNECTIONS + "?per_page=2").expectBody().jsonPath("$.connections.length()").isEqualTo(2);
	}

	@Test
	void passesFiltersOnAsTheyCame() {
		get(AUTH0_CONNECTIONS
				+ "?take=5&strategy=samlp&strategy=adfs&name=a&fields=id,name&include_fields=true&unknown=1")
			.expectStatus()
			.isOk();
		assertThat(lastRequest().url()).isEqualTo(
				"/api/v2/connections?take=5&strategy=samlp&strategy=adfs&name=a&fields=id%2Cname&include_fields=true");
	}

	@Test
	void masksSecrets() {
		vendor.seed();
		assertThat(body(get(AUTH0_CONNECTIONS + "?strategy=oidc"))).contains("\"client_secret\":\"******\"")
			.doesNotContain("sandbox-only");
	}

	@Test
	void updateKeepsDisplayName() {
		String id = create(AUTH0_CONNECTIONS, ACME);
		patch(AUTH0_CONNECTIONS + "/" + id, "{\"metadata\": {\"tier\": \"silver\"}}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.display_name")
			.isEqualTo("Acme")
			.jsonPath("$.metadata.tier")
			.isEqualTo("silver")
			.jsonPath("$.options.fieldsMap.email")
			.isEqualTo("mail");
	}

	@Test
	void updateRejectsOptions() {
		String id = create(AUTH0_CONNECTIONS, ACME);
		int before = vendor.requests().size();
		patch(AUTH0_CONNECTIONS + "/" + id, "{\"options\": {}}").expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).contains("mergeOptions"));
		assertThat(vendor.requests()).hasSize(before);
	}

	@Test
	void mergesOptions() {
		String id = create(AUTH0_CONNECTIONS, ACME);
		patch(AUTH0_CONNECTIONS + "/" + id + "/options", "{\"debug\": true}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.options.debug")
			.isEqualTo(true)
			.jsonPath("$.options.signInEndpoint")
			.isEqualTo("https://idp.acme.example/sso")
			.jsonPath("$.display_name")
			.isEqualTo("Acme");
		assertThat(lastRequest().method()).isEqualTo("PATCH");
		assertThat(lastRequest().body())
			.contains("\"added_yesterday\":{\"ratio\":0.10000000000000000001,\"none\":null}")
			.contains("\"display_name\":\"Acme\"");
	}

	@Test
	void replacesOptions() {
		String id = create(AUTH0_CONNECTIONS, ACME);
		this.client.put()
			.uri(AUTH0_CONNECTIONS + "/" + id + "/options")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"debug\": true}")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.options.length()")
			.isEqualTo(1)
			.jsonPath("$.display_name")
			.isEqualTo("Acme");
	}

	@Test
	void deletesAsynchronously() {
		String id = create(AUTH0_CONNECTIONS, ACME);
		delete(id).expectStatus().isAccepted().expectBody().isEmpty();
		post(AUTH0_CONNECTIONS, ACME).expectStatus()
			.isEqualTo(HttpStatus.CONFLICT)
			.expectBody()
			.jsonPath("$.message")
			.value(String.class, (message) -> assertThat(message).contains("[connection_conflict]"))
			.jsonPath("$.vendor")
			.isEqualTo("auth0");
		delete(id).expectStatus().isNoContent();
		create(AUTH0_CONNECTIONS, ACME);
	}

	@Test
	void changesAndListsAnyNumberOfClients() {
		String clients = AUTH0_CONNECTIONS + "/" + create(AUTH0_CONNECTIONS, ACME) + "/clients";
		String changes = IntStream.range(0, 120)
			.mapToObj((i) -> "{\"client_id\": \"c%03d\", \"status\": true}".formatted(i))
			.collect(Collectors.joining(",", "[", "]"));
		patch(clients, changes).expectStatus().isNoContent();
		assertThat(vendor.requests()).filteredOn((request) -> request.method().equals("PATCH")).hasSize(3);
		get(clients + "?take=1000").expectBody().jsonPath("$.clients.length()").isEqualTo(120);
		get(clients).expectBody().jsonPath("$.clients[0].client_id").isEqualTo("c000").jsonPath("$.next").isNotEmpty();
	}

	@Test
	void rejectsClientsThatAreNoList() {
		String clients = AUTH0_CONNECTIONS + "/" + create(AUTH0_CONNECTIONS, ACME) + "/clients";
		for (String body : List.of("{}", "[1]", "[", "")) {
			patch(clients, body).expectStatus().isBadRequest();
		}
		assertThat(vendor.requests()).extracting(RecordedRequest::method).doesNotContain("PATCH");
	}

	@Test
	void returnsProblemsOfTheVendor() {
		get(AUTH0_CONNECTIONS + "/con_none").expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:sso-connections:not-found")
			.jsonPath("$.operation")
			.isEqualTo("connections.get")
			.jsonPath("$.message")
			.value(String.class, (message) -> assertThat(message).contains("[inexistent_connection]"));
		get(AUTH0_CONNECTIONS + "?take=0").expectStatus().isBadRequest();
		post(AUTH0_CONNECTIONS, "[]").expectStatus().isBadRequest();
	}

	private WebTestClient.ResponseSpec delete(String id) {
		return this.client.delete().uri(AUTH0_CONNECTIONS + "/" + id).exchange();
	}

	private static String body(WebTestClient.ResponseSpec response) {
		return response.expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
	}

}
