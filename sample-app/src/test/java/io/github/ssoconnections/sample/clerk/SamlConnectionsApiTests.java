// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class SamlConnectionsApiTests extends AbstractConsoleTests {

	private static final String ACME = """
			{"name": "Acme", "provider": "saml_okta", "domains": ["acme.example"], "organization_id": "org_acme",
			 "attribute_mapping": {"user_id": "uid"}, "idp_sso_url": "https://idp.acme.example/sso"}
			""";

	@Test
	void listsInWireNamesWithTotal() {
		vendor.seed();
		get(SAML_CONNECTIONS + "?query=acme&order_by=name").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.total_count")
			.isEqualTo(2)
			.jsonPath("$.data[0].name")
			.isEqualTo("Acme")
			.jsonPath("$.data[0].attribute_mapping.email_address")
			.isEqualTo("mail")
			.jsonPath("$.data[0].enterprise_connection_id")
			.isNotEmpty();
	}

	@Test
	void passesSignedOrganizationsOn() {
		vendor.seed();
		get(SAML_CONNECTIONS + "?organization_id={in}&organization_id={out}&limit=5&offset=0", "+org_acme",
				"-org_stark")
			.expectStatus()
			.isOk();
		assertThat(lastRequest().url())
			.isEqualTo("/v1/saml_connections?organization_id=%2Borg_acme&organization_id=-org_stark&limit=5&offset=0");
	}

	@Test
	void createsAndGets() {
		String id = create(SAML_CONNECTIONS, ACME);
		get(SAML_CONNECTIONS + "/" + id).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.object")
			.isEqualTo("saml_connection")
			.jsonPath("$.attribute_mapping.user_id")
			.isEqualTo("uid");
	}

	@Test
	void updateKeepsWhatIsAbsentAndClearsWhatIsNull() {
		String id = create(SAML_CONNECTIONS, ACME);
		patch(SAML_CONNECTIONS + "/" + id, "{\"idp_sso_url\": null, \"name\": \"Acme Inc.\"}").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.idp_sso_url")
			.isEmpty()
			.jsonPath("$.name")
			.isEqualTo("Acme Inc.")
			.jsonPath("$.organization_id")
			.isEqualTo("org_acme");
		assertThat(lastRequest().body()).isEqualTo("{\"idp_sso_url\":null,\"name\":\"Acme Inc.\"}");
	}

	@Test
	void deletes() {
		String id = create(SAML_CONNECTIONS, ACME);
		this.client.delete()
			.uri(SAML_CONNECTIONS + "/" + id)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.deleted")
			.isEqualTo(true);
		get(SAML_CONNECTIONS + "/" + id).expectStatus().isNotFound();
	}

	@Test
	void saysThatTheVendorHasRemovedTheApi() {
		vendor.removeSamlApi();
		get(SAML_CONNECTIONS).expectStatus()
			.isEqualTo(HttpStatus.BAD_GATEWAY)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:sso-connections:gone")
			.jsonPath("$.message")
			.value(String.class, (message) -> assertThat(message).contains("[operation_deprecated]"));
	}

}
