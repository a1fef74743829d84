// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class AllCertificatesApiTests extends AbstractConsoleTests {

	@Test
	void listsAllByExpiry() {
		String acme = create(ENTERPRISE_CONNECTIONS, """
				{"name": "Acme", "provider": "saml_okta", "domains": ["acme.example"],
				 "saml": {"idp_certificates": ["%s", "%s"]}}""".formatted(certificate(500), certificate(20)));
		create(SAML_CONNECTIONS, """
				{"name": "Initech", "provider": "saml_custom", "domains": ["initech.example"],
				 "idp_certificates": ["%s"]}""".formatted(certificate(-9)));
		create(ENTERPRISE_CONNECTIONS, """
				{"name": "Draft", "provider": "saml_okta", "domains": ["draft.example"]}""");
		List<Map<String, Object>> certificates = certificates();
		assertThat(certificates).extracting((certificate) -> certificate.get("connectionName"))
			.containsExactly("Initech", "Acme", "Acme");
		assertThat(certificates).extracting((certificate) -> certificate.get("state"))
			.containsExactly("expired", "expiring", "valid");
		assertThat(certificates).extracting((certificate) -> certificate.get("connectionState"))
			.containsExactly("expired", "valid", "valid");
		assertThat(certificates.get(1)).containsEntry("vendor", "clerk")
			.containsEntry("connectionId", acme)
			.containsEntry("subject", "CN=test")
			.containsEntry("active", false);
		assertThat((String) certificates.get(1).get("sha256")).matches("[0-9a-f]{64}");
		assertThat(certificates).extracting((certificate) -> Instant.parse((String) certificate.get("notAfter")))
			.isSorted();
		assertThat(vendor.requests())
			.filteredOn((request) -> request.method().equals("GET") && request.url().contains("/v1/"))
			.hasSize(2);
	}

	@Test
	void returnsProblemWhenVendorFails() {
		vendor.faults().status(503);
		get("/api/certificates").expectStatus().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
	}

	private List<Map<String, Object>> certificates() {
		byte[] body = get("/api/certificates").expectStatus().isOk().expectBody().returnResult().getResponseBody();
		return JsonPath.read(new String(body), "$");
	}

}
