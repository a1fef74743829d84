// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import java.util.List;

import com.jayway.jsonpath.JsonPath;
import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

class EnterpriseConnectionsApiTests extends AbstractConsoleTests {

	private static final String ACME = """
			{"name": "Acme", "provider": "saml_okta", "domains": ["acme.example"], "organization_id": "org_acme",
			 "saml": {"idp_entity_id": "https://idp.acme.example", "idp_sso_url": "https://idp.acme.example/sso"}}
			""";

	@Test
	void listsInWireNamesWithTotal() {
		vendor.seed();
		get(ENTERPRISE_CONNECTIONS + "?limit=3").expectStatus()
			.isOk()
			.expectHeader()
			.contentType(MediaType.APPLICATION_JSON)
			.expectBody()
			.jsonPath("$.total_count")
			.isEqualTo(8)
			.jsonPath("$.data.length()")
			.isEqualTo(3)
			.jsonPath("$.data[0].organization_id")
			.isEqualTo("org_wayne")
			.jsonPath("$.data[0].saml_connection.acs_url")
			.isNotEmpty()
			.jsonPath("$.data[0].created_at")
			.isNumber();
	}

	@Test
	void passesFiltersOnAsTheyCame() {
		get(ENTERPRISE_CONNECTIONS + "?organization_id=org_1&active=false&limit=5&offset=0&unknown=1").expectStatus()
			.isOk();
		assertThat(lastRequest().url())
			.isEqualTo("/v1/enterprise_connections?organization_id=org_1&active=false&limit=5&offset=0");
	}

	@Test
	void sendsNoFilterWhenNoneIsGiven() {
		get(ENTERPRISE_CONNECTIONS).expectStatus().isOk();
		assertThat(lastRequest().url()).isEqualTo("/v1/enterprise_connections");
	}

	@Test
	void leavesFilterValuesToTheVendor() {
		get(ENTERPRISE_CONNECTIONS + "?limit=0").expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectBody()
			.jsonPath("$.errors[0].parameter")
			.isEqualTo("limit");
	}

	@Test
	void filtersByActive() {
		vendor.seed();
		get(ENTERPRISE_CONNECTIONS + "?active=false").expectBody().jsonPath("$.total_count").isEqualTo(2);
	}

	@Test
	void createsAndGets() {
		String id = create(ENTERPRISE_CONNECTIONS, ACME);
		get(ENTERPRISE_CONNECTIONS + "/" + id).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.object")
			.isEqualTo("enterprise_connection")
			.jsonPath("$.domains[0]")
			.isEqualTo("acme.example")
			.jsonPath("$.saml_connection.idp_sso_url")
			.isEqualTo("https://idp.acme.example/sso");
	}

	@Test
	void updateKeepsWhatIsAbsent() {
		String id = create(ENTERPRISE_CONNECTIONS, ACME);
		patch(ENTERPRISE_CONNECTIONS + "/" + id, "{\"name\": \"Acme Inc.\"}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.name")
			.isEqualTo("Acme Inc.")
			.jsonPath("$.organization_id")
			.isEqualTo("org_acme")
			.jsonPath("$.saml_connection.idp_sso_url")
			.isEqualTo("https://idp.acme.example/sso");
		assertThat(lastRequest().body()).isEqualTo("{\"name\":\"Acme Inc.\"}");
	}

	@Test
	void updateClearsWhatIsNull() {
		String id = create(ENTERPRISE_CONNECTIONS, ACME);
		patch(ENTERPRISE_CONNECTIONS + "/" + id, "{\"saml\": {\"idp_sso_url\": null}}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.saml_connection.idp_sso_url")
			.isEmpty()
			.jsonPath("$.saml_connection.idp_entity_id")
			.isEqualTo("https://idp.acme.example");
		assertThat(lastRequest().body()).isEqualTo("{\"saml\":{\"idp_sso_url\":null}}");
	}

	@Test
	void passesUnknownFieldsAndExactNumbersOn() {
		post(ENTERPRISE_CONNECTIONS, "{\"name\":\"A\",\"added_yesterday\":{\"ratio\":0.10000000000000000001}}")
			.expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(lastRequest().body())
			.isEqualTo("{\"name\":\"A\",\"added_yesterday\":{\"ratio\":0.10000000000000000001}}");
	}

	@Test
	void deletes() {
		String id = create(ENTERPRISE_CONNECTIONS, ACME);
		this.client.delete()
			.uri(ENTERPRISE_CONNECTIONS + "/" + id)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.deleted")
			.isEqualTo(true)
			.jsonPath("$.id")
			.isEqualTo(id)
			.jsonPath("$.object")
			.isEqualTo("enterprise_connection");
		get(ENTERPRISE_CONNECTIONS + "/" + id).expectStatus().isNotFound();
	}

	@Test
	void createsTestRunAndListsItWithSecretsMasked() {
		vendor.seed();
		String id = idOf("Acme");
		this.client.post()
			.uri(ENTERPRISE_CONNECTIONS + "/" + id + "/test-runs")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.url")
			.value(String.class, (url) -> assertThat(url).contains("/sign-in/clerk?token="));
		vendor.completeTestRuns();
		get(ENTERPRISE_CONNECTIONS + "/" + id + "/test-runs?status=success&status=failed&limit=1").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.total_count")
			.isEqualTo(1)
			.jsonPath("$.data[0].connection_type")
			.isEqualTo("saml")
			.jsonPath("$.data[0].saml.saml_response")
			.isEqualTo("******");
		assertThat(lastRequest().url()).endsWith("/test_runs?status=success&status=failed&limit=1");
	}

	@Test
	void masksTokensOfTestRuns() {
		vendor.seed();
		String id = idOf("Hooli");
		this.client.post().uri(ENTERPRISE_CONNECTIONS + "/" + id + "/test-runs").exchange().expectStatus().isOk();
		vendor.completeTestRuns();
		get(ENTERPRISE_CONNECTIONS + "/" + id + "/test-runs").expectBody()
			.jsonPath("$.data[0].oauth.id_token")
			.isEqualTo("******")
			.jsonPath("$.data[0].oauth.access_token")
			.isEqualTo("******");
	}

	private String idOf(String name) {
		String json = get(ENTERPRISE_CONNECTIONS).expectBody(String.class).returnResult().getResponseBody();
		List<String> ids = JsonPath.read(json, "$.data[?(@.name == '" + name + "')].id");
		return ids.get(0);
	}

}
