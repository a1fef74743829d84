// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;

import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

class ActivationApiTests extends AbstractConsoleTests {

	@Test
	void asksForTestAndActivatesAfterIt() {
		String id = draft(certificate(300));
		activate(id).expectStatus()
			.isAccepted()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("test_needed")
			.jsonPath("$.url")
			.value(String.class, (url) -> assertThat(url).contains("/sign-in/clerk?token="))
			.jsonPath("$.last_test_run")
			.isEmpty();
		vendor.completeTestRuns();
		activate(id).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("active")
			.jsonPath("$.connection.active")
			.isEqualTo(true);
	}

	@Test
	void reportsWhyTheLastTestFailed() {
		String id = draft(certificate(-1));
		activate(id).expectStatus().isAccepted();
		vendor.completeTestRuns();
		activate(id).expectStatus()
			.isAccepted()
			.expectBody()
			.jsonPath("$.last_test_run.status")
			.isEqualTo("failed")
			.jsonPath("$.last_test_run.failure_code")
			.isEqualTo("saml_idp_certificate_expired")
			.jsonPath("$.last_test_run.failure_message")
			.isNotEmpty();
	}

	@Test
	void saysThatTheIdpIsNotDescribed() {
		String id = create(ENTERPRISE_CONNECTIONS, """
				{"name": "Acme", "provider": "saml_okta", "domains": ["acme.example"]}""");
		activate(id).expectStatus().isAccepted();
		vendor.completeTestRuns();
		activate(id).expectStatus()
			.isAccepted()
			.expectBody()
			.jsonPath("$.last_test_run.failure_code")
			.isEqualTo("saml_connection_not_configured");
	}

	private WebTestClient.ResponseSpec activate(String id) {
		return this.client.post().uri(ENTERPRISE_CONNECTIONS + "/" + id + "/activate").exchange();
	}

	private String draft(String certificate) {
		return create(ENTERPRISE_CONNECTIONS, """
				{"name": "Acme", "provider": "saml_okta", "domains": ["acme.example"],
				 "saml": {"idp_entity_id": "https://idp.acme.example", "idp_sso_url": "https://idp.acme.example/sso",
				 "idp_certificates": ["%s"]}}""".formatted(certificate));
	}

}
