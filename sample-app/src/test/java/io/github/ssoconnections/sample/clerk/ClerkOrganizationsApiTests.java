// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import com.jayway.jsonpath.JsonPath;
import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClerkOrganizationsApiTests extends AbstractConsoleTests {

	private static final String ORGANIZATIONS = "/api/clerk/organizations";

	@Test
	void addsDomainAndMarksItAsVerified() {
		String id = create(ORGANIZATIONS, "{\"name\": \"Acme\", \"slug\": \"acme\"}");
		get(ORGANIZATIONS).expectStatus().isOk().expectBody().jsonPath("$.data[0].id").isEqualTo(id);
		get(ORGANIZATIONS + "/acme").expectStatus().isOk().expectBody().jsonPath("$.name").isEqualTo("Acme");
		String domains = ORGANIZATIONS + "/" + id + "/domains";
		String domain = create(domains, "{\"name\": \"acme.example\"}");
		get(domains + "?verified=true").expectBody().jsonPath("$.total_count").isEqualTo(0);
		post(domains + "/" + domain + "/mark-verified", "{}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.affiliation_verification.status")
			.isEqualTo("verified");
		patch(domains + "/" + domain, "{\"enrollment_mode\": \"automatic_invitation\"}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.enrollment_mode")
			.isEqualTo("automatic_invitation");
		post(domains + "/" + domain + "/mark-ownership-verified", "{}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.ownership_verification.status")
			.isEqualTo("verified");
		post(domains + "/" + domain + "/mark-unverified", "{}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.affiliation_verification.status")
			.isEqualTo("unverified");
		post(domains + "/orgdmn_none/mark-verified", "{}").expectStatus().isNotFound();
		this.client.delete().uri(domains + "/" + domain).exchange().expectStatus().isOk();
		get(domains).expectBody().jsonPath("$.total_count").isEqualTo(0);
	}

	@Test
	void rejectsVerifiedDomain() {
		String id = create(ORGANIZATIONS, "{\"name\": \"Acme\", \"slug\": \"acme\"}");
		post(ORGANIZATIONS + "/" + id + "/domains", "{\"name\": \"acme.example\", \"verified\": true}").expectStatus()
			.isBadRequest();
	}

	@Test
	void namesDomainsThatAnActivationWouldRemoveAndAsksForConsent() {
		String id = create(ORGANIZATIONS, "{\"name\": \"Acme\", \"slug\": \"acme\"}");
		String domains = ORGANIZATIONS + "/" + id + "/domains";
		String domain = create(domains, "{\"name\": \"acme.example\"}");
		post(domains + "/" + domain + "/mark-verified", "{}").expectStatus().isOk();
		String connection = create(ENTERPRISE_CONNECTIONS, """
				{"name": "Acme", "provider": "saml_okta", "domains": ["acme.example"], "organization_id": "%s",
				 "saml": {"idp_entity_id": "https://idp.acme.example", "idp_sso_url": "https://idp.acme.example/sso",
				 "idp_certificates": ["%s"]}}""".formatted(id, certificate(300)));
		String path = ENTERPRISE_CONNECTIONS + "/" + connection;
		get(path + "/activation-review").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.verified_domains[0].name")
			.isEqualTo("acme.example");
		post(path + "/activate", "{}").expectStatus().isAccepted();
		vendor.completeTestRuns();
		post(path + "/activate", "{}").expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).contains("acme.example"));
		post(path + "/activate?removed_domains=acme.example", "{}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("active");
	}

	@Test
	void showsApiKeyOfDirectoryWhenItIsNew() {
		String connection = create(ENTERPRISE_CONNECTIONS, """
				{"name": "Acme", "provider": "saml_okta", "domains": ["acme.example"]}""");
		byte[] created = post("/api/clerk/directories",
				"{\"enterprise_connection_id\": \"" + connection + "\", \"name\": \"Okta\", \"provider\": \"okta\"}")
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.api_key")
			.value(String.class, (key) -> assertThat(key).doesNotContain("*"))
			.returnResult()
			.getResponseBody();
		String id = JsonPath.read(new String(created), "$.id");
		get("/api/clerk/directories/" + id).expectStatus().isOk().expectBody().jsonPath("$.id").isEqualTo(id);
		post("/api/clerk/directories/" + id + "/rotate-api-key", "{}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.api_key")
			.isNotEmpty();
	}

	@Test
	void findsNoConnectionOfUnknownUser() {
		get("/api/clerk/user-connections?email_address={address}", "alice@acme.example").expectStatus()
			.isOk()
			.expectBody()
			.json("[]");
		String connection = create(ENTERPRISE_CONNECTIONS, """
				{"name": "Acme", "provider": "saml_okta", "domains": ["acme.example"]}""");
		get(ENTERPRISE_CONNECTIONS + "/" + connection + "/moved-users").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.count")
			.isEqualTo(0);
	}

}
