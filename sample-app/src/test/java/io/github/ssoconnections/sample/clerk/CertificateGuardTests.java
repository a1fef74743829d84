// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateGuardTests extends AbstractConsoleTests {

	private static final String ACME = """
			{"name": "Acme", "provider": "saml_okta", "domains": ["acme.example"],
			 "saml": {"idp_certificates": ["%s", "%s"]}}
			""".formatted(certificate(20), certificate(400));

	@Test
	void rejectsToDropCertificatesOfEnterpriseConnection() {
		String id = create(ENTERPRISE_CONNECTIONS, ACME);
		patch(ENTERPRISE_CONNECTIONS + "/" + id, "{\"saml\":{\"idp_certificate\":\"" + certificate(500) + "\"}}")
			.expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:sso-connections:certificates-would-be-dropped")
			.jsonPath("$.detail")
			.value(String.class,
					(detail) -> assertThat(detail).contains("'saml.idp_certificate' replaces every")
						.contains("'saml.idp_certificates'")
						.contains("?replace-certificates=true"));
		assertThat(lastRequest().method()).isEqualTo("POST");
	}

	@Test
	void rejectsToDropCertificatesOfSamlConnection() {
		patch(SAML_CONNECTIONS + "/samlc_1", "{\"idp_certificate\":\"" + certificate(500) + "\"}").expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).startsWith("'idp_certificate' replaces every"));
		assertThat(vendor.requests()).isEmpty();
	}

	@Test
	void replacesCertificatesWhenAskedTo() {
		String id = create(ENTERPRISE_CONNECTIONS, ACME);
		patch(ENTERPRISE_CONNECTIONS + "/" + id + "?replace-certificates=true",
				"{\"saml\":{\"idp_certificate\":\"" + certificate(500) + "\"}}")
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.saml_connection.idp_certificates.length()")
			.isEqualTo(1);
		assertThat(lastRequest().url()).doesNotContain("replace");
	}

	@Test
	void leavesNullAndTheListOfCertificatesAlone() {
		String id = create(ENTERPRISE_CONNECTIONS, ACME);
		patch(ENTERPRISE_CONNECTIONS + "/" + id,
				"{\"saml\":{\"idp_certificates\":[\"" + certificate(300) + "\",\"" + certificate(500) + "\"]}}")
			.expectStatus()
			.isOk();
		patch(ENTERPRISE_CONNECTIONS + "/" + id, "{\"saml\":{\"idp_certificate\":null}}").expectStatus().isOk();
	}

	@Test
	void leavesSettingsThatAreNoObjectToTheVendor() {
		String id = create(ENTERPRISE_CONNECTIONS, ACME);
		patch(ENTERPRISE_CONNECTIONS + "/" + id, "{\"saml\":\"text\"}").expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectBody()
			.jsonPath("$.vendor")
			.isEqualTo("clerk");
	}

}
