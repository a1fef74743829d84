// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import java.time.Duration;
import java.time.Instant;

import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.sample.AbstractConsoleTests;
import io.github.ssoconnections.sandbox.Fault;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

class CertificatesApiTests extends AbstractConsoleTests {

	private static final String METADATA_URL = "https://idp.acme.example/metadata";

	private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");

	private static final SigningCertificate OLD = certificate("old", 12);

	private static final SigningCertificate NEXT = certificate("next", 300);

	@LocalServerPort
	private int port;

	@Test
	void reportsWhatTheAdministratorOfTheIdpEnters() {
		get(ENTERPRISE_CONNECTIONS + "/" + connection(OLD) + "/service-provider").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.acs_url")
			.isNotEmpty()
			.jsonPath("$.entity_id")
			.isNotEmpty();
	}

	@Test
	void listsWithFindings() {
		get(certificates(connection(OLD))).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.data.length()")
			.isEqualTo(1)
			.jsonPath("$.data[0].sha256")
			.isEqualTo(OLD.sha256())
			.jsonPath("$.data[0].subject")
			.isEqualTo("CN=old")
			.jsonPath("$.data[0].expires_at")
			.isEqualTo(OLD.notAfter().toEpochMilli())
			.jsonPath("$.data[0].key_size")
			.isEqualTo(256)
			.jsonPath("$.findings[0].severity")
			.isEqualTo("WARNING")
			.jsonPath("$.findings[0].code")
			.isEqualTo("certificate_expiring")
			.jsonPath("$.findings[0].remedy")
			.isNotEmpty();
	}

	@Test
	void addsAndRemoves() {
		String path = certificates(connection(OLD));
		add(path, NEXT.pem()).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.before[0]")
			.isEqualTo(OLD.sha256())
			.jsonPath("$.added[0]")
			.isEqualTo(NEXT.sha256())
			.jsonPath("$.removed")
			.isEmpty()
			.jsonPath("$.verified")
			.isEqualTo(true);
		this.client.delete()
			.uri(path + "/" + OLD.sha256())
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.after.length()")
			.isEqualTo(1)
			.jsonPath("$.after[0]")
			.isEqualTo(NEXT.sha256());
	}

	@Test
	void rejectsToRemoveTheLast() {
		this.client.delete()
			.uri(certificates(connection(OLD)) + "/" + OLD.sha256())
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:sso-connections:invalid-request")
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).contains("add the next one first"));
		assertThat(lastRequest().method()).isEqualTo("GET");
	}

	@Test
	void rejectsWhatIsNoCertificate() {
		String path = certificates(connection(OLD));
		int before = vendor.requests().size();
		add(path, "hello").expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:sso-connections:invalid-certificate");
		post(path, "{}").expectStatus().isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
		this.client.delete().uri(path + "/abc").exchange().expectStatus().isBadRequest();
		assertThat(vendor.requests()).hasSize(before);
	}

	@Test
	void reportsWhenSomebodyElseHasWritten() {
		String path = certificates(connection(OLD));
		Fault slow = vendor.faults()
			.on("PATCH", "/v1/enterprise_connections/*")
			.times(1)
			.afterCommit()
			.delay(Duration.ofSeconds(30));
		Mono<HttpStatusCode> status = WebClient.create("http://127.0.0.1:" + this.port + path)
			.post()
			.contentType(PEM)
			.bodyValue(NEXT.pem())
			.exchangeToMono((response) -> response.releaseBody().thenReturn(response.statusCode()))
			.cache();
		status.subscribe();
		Flux.interval(Duration.ZERO, Duration.ofMillis(2))
			.filter((tick) -> slow.fired() > 0)
			.blockFirst(Duration.ofSeconds(30));
		patch(path.replace("/certificates", "") + "?replace-certificates=true",
				"{\"saml\": {\"idp_certificates\": [" + json(OLD) + "]}}")
			.expectStatus()
			.isOk();
		slow.clear();
		assertThat(status.block(Duration.ofSeconds(30))).isEqualTo(HttpStatus.CONFLICT);
	}

	@Test
	void refreshesMetadata() {
		vendor.publishMetadata(METADATA_URL, metadata(OLD));
		String id = create(ENTERPRISE_CONNECTIONS, """
				{"name": "Acme", "provider": "saml_okta", "domains": ["acme.example"],
				 "saml": {"idp_metadata_url": "%s"}}""".formatted(METADATA_URL));
		vendor.publishMetadata(METADATA_URL, metadata(NEXT));
		this.client.post()
			.uri(ENTERPRISE_CONNECTIONS + "/" + id + "/refresh-metadata")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.added[0]")
			.isEqualTo(NEXT.sha256())
			.jsonPath("$.removed[0]")
			.isEqualTo(OLD.sha256());
	}

	@Test
	void passesOnThatTheVendorIsLockedOrAbsent() {
		String path = certificates(connection(OLD));
		Fault fault = vendor.faults().on("PATCH", "/v1/enterprise_connections/*").status(409, "conflict");
		add(path, NEXT.pem()).expectStatus().isEqualTo(HttpStatus.CONFLICT);
		assertThat(fault.fired()).isEqualTo(1);
		get(certificates("ent_absent")).expectStatus().isNotFound();
	}

	private WebTestClient.ResponseSpec add(String path, String pem) {
		return this.client.post().uri(path).contentType(PEM).bodyValue(pem).exchange();
	}

	private static String certificates(String id) {
		return ENTERPRISE_CONNECTIONS + "/" + id + "/certificates";
	}

	private String connection(SigningCertificate certificate) {
		return create(ENTERPRISE_CONNECTIONS, """
				{"name": "Acme", "provider": "saml_okta", "domains": ["acme.example"],
				 "saml": {"idp_entity_id": "https://idp.acme.example", "idp_sso_url": "https://idp.acme.example/sso",
				 "idp_certificates": [%s]}}""".formatted(json(certificate)));
	}

	private static String json(SigningCertificate certificate) {
		return "\"" + certificate.pem().replace("\n", "\\n") + "\"";
	}

	private static String metadata(SigningCertificate certificate) {
		return TestMetadata.xml("https://idp.acme.example", "https://idp.acme.example/sso", certificate.pem());
	}

	private static SigningCertificate certificate(String name, int days) {
		Instant now = Instant.now();
		return SigningCertificate
			.parse(TestCertificates.selfSigned(name, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(days))));
	}

}
