// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.options.AdfsOptions;
import io.github.ssoconnections.auth0.options.OtherOptions;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.certificate.CertificateText;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pasted metadata, and certificates that Java cannot read.
 */
class InlineMetadataTests {

	@RegisterExtension
	static final Wire wire = Wire.auth0();

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final Auth0ConnectionService service = Auth0.connections(wire);

	@Test
	void sendsDocumentWithoutInvisibleCharactersAroundIt() throws IOException {
		String pasted = "\n\u200B" + document("bom-text.xml") + "\u00A0\n";
		String xml = document("bom-text.xml").substring(1).strip();
		for (NewAuth0Connection connection : List.of(
				connection(ConnectionStrategy.SAMLP).options(new SamlpOptions().set(SamlpOptions.METADATA_XML, pasted)),
				connection(ConnectionStrategy.SAMLP).options(new SamlpOptions().set("metadataXml", pasted)),
				connection(ConnectionStrategy.SAMLP).set("options", Map.of("metadataXml", pasted)),
				connection(ConnectionStrategy.ADFS)
					.options(new AdfsOptions().set(AdfsOptions.FED_METADATA_XML, pasted)),
				connection(ConnectionStrategy.ADFS).options(new OtherOptions().set("fedMetadataXml", pasted)))) {
			wire.respondsWith(201, "{}");
			Auth0.result(this.service.create(connection));
			assertThat(wire.requests()).last()
				.satisfies((request) -> assertThat(request.getBodyAsString())
					.contains("etadataXml\":" + WireJson.mapper().writeValueAsString(xml)));
		}
	}

	@Test
	void sendsNoDocumentWithoutReadableCertificate() throws IOException {
		String xml = document("empty-issuer-dn.xml");
		NewAuth0Connection connection = connection(ConnectionStrategy.SAMLP)
			.options(new SamlpOptions().set(SamlpOptions.METADATA_XML, xml));
		assertThat(Auth0Lint.check(connection, Instant.now()))
			.anyMatch((finding) -> finding.code().equals("signing_certificate_missing"));
		for (Mono<?> call : List.of(this.service.create(connection),
				Auth0ConnectionCreation.create(this.service, LIMIT, LIMIT.plusMinutes(5)).createOrFind(connection),
				this.service.mergeOptions("con_1", new SamlpOptions().set(SamlpOptions.METADATA_XML, xml)),
				this.service.replaceOptions("con_1", new SamlpOptions().set(SamlpOptions.METADATA_XML, xml)))) {
			StepVerifier.create(call).expectErrorSatisfies((failure) -> {
				assertThat(failure).isInstanceOf(SsoApiException.InvalidRequest.class);
				assertThat(failure).hasMessageContaining("not sent: the metadata has no readable signing certificate");
			}).verify(LIMIT);
		}
		assertThat(wire.requests()).isEmpty();
	}

	@Test
	void sendsMetadataOfAdfsWithoutCertificate() throws IOException {
		wire.respondsWith(201, "{}");
		Auth0.result(this.service.create(connection(ConnectionStrategy.ADFS)
			.options(new AdfsOptions().set(AdfsOptions.FED_METADATA_XML, document("empty-issuer-dn.xml")))));
		assertThat(wire.requests()).hasSize(1);
	}

	@Test
	void reportsUnreadableCertificateWithTheVendorsDate() throws IOException {
		SigningCertificate unreadable = CertificateText
			.read(Files.readString(Path.of("src/test/resources/certificates/empty-issuer.pem")))
			.certificates()
			.get(0);
		Instant end = Instant.parse("2030-01-01T00:00:00Z");
		CatalogCertificate told = new CatalogCertificate(unreadable.sha256(), null, null, end, true);
		assertThat(certificates(Map.of("signingCert", unreadable.base64(), "expires", end.toString())))
			.containsExactly(told);
		assertThat(certificates(Map.of("metadataXml", document("empty-issuer-dn.xml")))).singleElement()
			.satisfies((one) -> assertThat(one.unreadable()).isTrue());
		assertThat(certificates(Map.of("signingCert", "", "cert", " ", "certs", List.of("")))).isEmpty();
	}

	private static List<CatalogCertificate> certificates(Map<String, Object> options) {
		String json = WireJson.mapper().writeValueAsString(Map.of("strategy", "samlp", "options", options));
		return CatalogEntries.of(Account.DEFAULT, WireJson.mapper().readValue(json, Auth0Connection.class))
			.certificates();
	}

	private static NewAuth0Connection connection(ConnectionStrategy strategy) {
		return new NewAuth0Connection().name("acme").strategy(strategy);
	}

	private static String document(String name) throws IOException {
		return Files.readString(Path.of("src/test/resources/metadata/field", name));
	}

}
