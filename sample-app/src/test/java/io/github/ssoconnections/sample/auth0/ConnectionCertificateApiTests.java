// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import java.time.Duration;
import java.time.Instant;

import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.sample.AbstractConsoleTests;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionCertificateApiTests extends AbstractConsoleTests {

	private static final String OLD = certificate("old");

	private static final String NEXT = certificate("next");

	@Test
	void replacesTheCertificate() {
		String id = create(AUTH0_CONNECTIONS, """
				{"name": "acme", "strategy": "samlp", "options": {"signInEndpoint": "https://idp.acme.example/sso",
				 "signingCert": "%s"}}""".formatted(OLD.replace("\n", "\\n")));
		post(id, "/certificate", NEXT).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.before")
			.isEqualTo(SigningCertificate.parse(OLD).sha256())
			.jsonPath("$.after")
			.isEqualTo(SigningCertificate.parse(NEXT).sha256())
			.jsonPath("$.switched_at")
			.isNotEmpty();
		post(id, "/certificate", "none").expectStatus().isEqualTo(422);
		post(id, "/refresh-metadata", "").expectStatus().isEqualTo(422);
	}

	@Test
	void reportsWhatTheAdministratorOfTheIdpEnters() {
		String id = create(AUTH0_CONNECTIONS, """
				{"name": "acme", "strategy": "samlp", "options": {"entityId": "urn:acme"}}""");
		get(AUTH0_CONNECTIONS + "/" + id + "/service-provider?organization_id=org_1").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.entity_id")
			.isEqualTo("urn:acme")
			.jsonPath("$.organization_acs_url")
			.isEqualTo(vendor.auth0().baseUrl() + "/login/callback?connection=acme&organization=org_1");
		String adfs = create(AUTH0_CONNECTIONS, """
				{"name": "adfs", "strategy": "adfs", "options": {"adfs_server": "https://adfs.acme.example"}}""");
		get(AUTH0_CONNECTIONS + "/" + adfs + "/service-provider").expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).contains("sso-connections.auth0.tenant"));
	}

	private WebTestClient.ResponseSpec post(String id, String path, String body) {
		return this.client.post()
			.uri(AUTH0_CONNECTIONS + "/" + id + path)
			.contentType(MediaType.TEXT_PLAIN)
			.bodyValue(body)
			.exchange();
	}

	private static String certificate(String name) {
		Instant now = Instant.now();
		return TestCertificates.selfSigned(name, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(100)));
	}

}
