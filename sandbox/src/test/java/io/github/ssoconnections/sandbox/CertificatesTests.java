// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CertificatesTests extends AbstractSandboxTests {

	private final String expired = certificate(-20, -10);

	private final String future = certificate(10, 20);

	private final String valid = certificate(-1, 10);

	private final String other = certificate(-1, 20);

	@Test
	void movesFirstValidCertificateToFront() {
		ApiResponse created = create(this.expired, this.future, this.valid, this.other);
		assertThat(certificates(created)).containsExactly(this.valid, this.expired, this.future, this.other);
		assertThat(created.text("/saml_connection/idp_certificate")).isEqualTo(this.valid);
	}

	@Test
	void keepsOrderWhenNoneIsValid() {
		assertThat(certificates(create(this.expired, this.future))).containsExactly(this.expired, this.future);
	}

	@Test
	void returnsDatesInMilliseconds() {
		ApiResponse created = create(this.valid);
		assertThat(created.body().at("/saml_connection/idp_certificate_expires_at"))
			.isEqualTo(created.body().at("/saml_connection/idp_certificates/0/expires_at"));
		long day = 24L * 60 * 60 * 1000;
		long left = created.body().at("/saml_connection/idp_certificate_expires_at").longValue()
				- System.currentTimeMillis();
		assertThat(left).isBetween(9 * day, 10 * day);
		assertThat(created.body().at("/saml_connection/idp_certificate_issued_at").longValue())
			.isLessThan(System.currentTimeMillis());
	}

	@Test
	void replacesWholeSet() {
		ApiResponse created = create(this.valid, this.other);
		ApiResponse updated = patch(created, "'idp_certificates': ['" + this.other + "']");
		assertThat(certificates(updated)).containsExactly(this.other);
	}

	@Test
	void shrinksSetToOneWhenDeprecatedFieldIsWritten() {
		ApiResponse created = create(this.valid, this.other);
		ApiResponse updated = patch(created, "'idp_certificate': '" + this.valid + "'");
		assertThat(certificates(updated)).containsExactly(this.valid);
	}

	@Test
	void leavesCertificatesWhenPatchDoesNotNameThem() {
		ApiResponse created = create(this.valid, this.other);
		assertThat(certificates(patch(created, "'force_authn': true"))).hasSize(2);
	}

	@Test
	void acceptsPem() {
		String pem = "-----BEGIN CERTIFICATE-----\\n" + this.valid + "\\n-----END CERTIFICATE-----\\n";
		assertThat(certificates(create(pem))).containsExactly(this.valid);
	}

	@Test
	void rejectsSixth() {
		String six = String.join("', '",
				List.of(this.valid, this.valid, this.valid, this.valid, this.valid, this.valid));
		assertRejected(client.createSaml("'idp_certificates': ['" + six + "']"), 422, "form_param_value_invalid",
				"idp_certificates");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "hello", "AAAA", "-----BEGIN CERTIFICATE-----" })
	void rejectsWhatIsNoCertificate(String text) {
		assertRejected(client.createEnterprise("'saml': {'idp_certificates': ['" + text + "']}"), 422,
				"form_param_format_invalid", "saml.idp_certificates");
		assertRejected(client.createSaml("'idp_certificate': '" + text + "'"), 422, "form_param_format_invalid",
				"idp_certificate");
	}

	@Test
	void showsSameCertificatesInBothViews() {
		ApiResponse created = create(this.expired, this.valid);
		assertThat(client.get(SAML + "/" + created.samlId()).body().get("idp_certificates"))
			.isEqualTo(created.body().at("/saml_connection/idp_certificates"));
	}

	private static ApiResponse create(String... certificates) {
		return client.createEnterprise("'saml': {'idp_certificates': ['" + String.join("', '", certificates) + "']}");
	}

	private static ApiResponse patch(ApiResponse connection, String saml) {
		return client.patch(ENTERPRISE + "/" + connection.id(), "{'saml': {" + saml + "}}");
	}

	private static List<String> certificates(ApiResponse connection) {
		return connection.body().get("saml_connection").findValuesAsText("certificate");
	}

}
