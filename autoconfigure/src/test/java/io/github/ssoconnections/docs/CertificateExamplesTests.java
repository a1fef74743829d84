// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.lint.PublicDomains;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CertificateExamplesTests {

	@Test
	void makesConnectionOfMetadata() throws IOException {
		String body = WireJson.mapper()
			.writeValueAsString(CertificateExamples.readMetadata(document("okta.xml"), clock("2026-11-22T00:00:00Z")));
		assertThat(body).startsWith("{\"idp_entity_id\":\"http://www.okta.com/exkacme1example\","
				+ "\"idp_sso_url\":\"https://acme.okta.example/app/acme_clerk_1/exkacme1example/sso/saml\","
				+ "\"idp_certificates\":[\"-----BEGIN CERTIFICATE-----\\nMII");
	}

	@Test
	void rejectsWhatCannotWork() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CertificateExamples.readMetadata(document("okta.xml"), clock("2130-01-01T00:00:00Z")))
			.withMessageContaining("certificate_expired");
	}

	@Test
	void choosesOneOfSeveral() throws IOException {
		assertThat(CertificateExamples.chooseIdp(document("federation.xml"))).extracting(SamlMetadata::entityId)
			.isEqualTo("https://idp.two.example");
	}

	@Test
	void readsCertificate() throws IOException {
		assertThat(CertificateExamples
			.readCertificate(Files.readString(Path.of("src/test/resources/certificates/ec-256.pem"))))
			.isEqualTo("CN=idp.ec.example,O=Example until 2123-12-08T00:00:00Z, "
					+ "56cb48513f4105adb0c71e06f906b2887d60734ed1ca0197fa56d6c27e1e53c7");
	}

	@Test
	void vouchesForNoPublicDomain() {
		PublicDomains domains = PublicDomains.defaults();
		new CertificateExamples().check(domains, "acme.com");
		assertThatIllegalArgumentException().isThrownBy(() -> new CertificateExamples().check(domains, "co.uk"))
			.withMessage(
					"Anybody can have a domain beneath 'co.uk'. " + "Enter the company's own domain, one level below.");
	}

	private static byte[] document(String name) throws IOException {
		return Files.readAllBytes(Path.of("src/test/resources/metadata", name));
	}

	private static Clock clock(String now) {
		return Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
	}

}
