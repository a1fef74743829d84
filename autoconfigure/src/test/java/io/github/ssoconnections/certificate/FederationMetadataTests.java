// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FederationMetadataTests {

	private static final String SIGNING = base64("rsa-2048");

	private static final String OTHER = base64("ec-256");

	@Test
	void readsWhatTheTokenServiceSignsWith() {
		assertThat(read(role("fed:SecurityTokenServiceType", key("signing", SIGNING) + key("encryption", OTHER))))
			.containsExactly(Fixtures.certificate("rsa-2048"));
		assertThat(read(role("SecurityTokenServiceType", key(null, SIGNING) + key("signing", SIGNING, OTHER))))
			.containsExactly(Fixtures.certificate("rsa-2048"), Fixtures.certificate("ec-256"));
	}

	@Test
	void readsNothingElse() {
		assertThat(read(role("fed:ApplicationServiceType", key("signing", SIGNING)))).isEmpty();
		assertThat(read("<IDPSSODescriptor>" + key("signing", SIGNING) + "</IDPSSODescriptor>")).isEmpty();
		assertThat(read("")).isEmpty();
		assertThat(
				read(role("fed:SecurityTokenServiceType", "<Extensions>" + key("signing", SIGNING) + "</Extensions>")))
			.isEmpty();
	}

	@Test
	void readsWhatAdfsPublishes() {
		assertThat(FederationMetadata
			.signingCertificates(new String(Fixtures.metadata("adfs.xml"), StandardCharsets.UTF_8))).isNotNull();
	}

	@Test
	void omitsUnreadableCertificates() {
		assertThat(read(role("fed:SecurityTokenServiceType", key("signing", "none", SIGNING))))
			.containsExactly(Fixtures.certificate("rsa-2048"));
		assertThat(read(role("fed:SecurityTokenServiceType", key("signing", "<ds:Other/>", SIGNING))))
			.containsExactly(Fixtures.certificate("rsa-2048"));
		assertThatExceptionOfType(InvalidMetadataException.class)
			.isThrownBy(() -> read(role("fed:SecurityTokenServiceType", key("signing", "none"))))
			.withMessageContaining("No certificate of the security token service can be read");
	}

	@Test
	void acceptsAByteOrderMarkAndRejectsContentThatIsNotXml() {
		assertThat(FederationMetadata.signingCertificates("\uFEFF" + document(""))).isEmpty();
		assertThatExceptionOfType(InvalidMetadataException.class)
			.isThrownBy(() -> FederationMetadata.signingCertificates("{}"));
		assertThatExceptionOfType(InvalidMetadataException.class)
			.isThrownBy(() -> FederationMetadata.signingCertificates("<!DOCTYPE a><a/>" + " ".repeat(1)));
		assertThatExceptionOfType(InvalidMetadataException.class)
			.isThrownBy(() -> FederationMetadata.signingCertificates(" ".repeat(1024 * 1024 + 1)));
	}

	private static List<SigningCertificate> read(String content) {
		return FederationMetadata.signingCertificates(document(content));
	}

	private static String document(String content) {
		return "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" "
				+ "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" "
				+ "xmlns:fed=\"http://docs.oasis-open.org/wsfed/federation/200706\" "
				+ "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" entityID=\"urn:adfs\">" + content
				+ "</EntityDescriptor>";
	}

	private static String role(String type, String content) {
		return "<RoleDescriptor xsi:type=\"" + type + "\">" + content + "</RoleDescriptor>";
	}

	private static String key(String use, String... certificates) {
		StringBuilder key = new StringBuilder("<KeyDescriptor").append((use != null) ? " use=\"" + use + "\">" : ">")
			.append("<ds:KeyInfo><ds:X509Data>");
		for (String certificate : certificates) {
			key.append("<ds:X509Certificate>").append(certificate).append("</ds:X509Certificate>");
		}
		return key.append("</ds:X509Data></ds:KeyInfo></KeyDescriptor>").toString();
	}

	private static String base64(String name) {
		return Fixtures.pem(name).replaceAll("-----[A-Z ]+-----|\\s", "");
	}

}
