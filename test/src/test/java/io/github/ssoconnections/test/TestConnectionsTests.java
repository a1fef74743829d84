// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.SamlConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TestConnections}.
 */
class TestConnectionsTests {

	@Test
	void hasEveryField() {
		assertThat(absent(TestConnections.saml("acme.example"))).isEmpty();
		EnterpriseConnection enterprise = TestConnections.enterprise("acme.example");
		assertThat(absent(enterprise)).containsExactly("oidc");
		assertThat(absent(enterprise.saml())).isEmpty();
		EnterpriseConnection oidc = TestConnections.oidc("acme.example");
		assertThat(absent(oidc)).containsExactly("saml");
		assertThat(absent(oidc.oidc())).isEmpty();
		assertThat(absent(TestConnections.auth0("acme.example"))).containsExactly("crossAppAccessRequestingApp",
				"crossAppAccessResourceApp");
	}

	@Test
	void hasNoUnknownField() {
		assertThat(TestConnections.saml("acme.example").unknownFields()).isEmpty();
		assertThat(TestConnections.enterprise("acme.example").unknownFields()).isEmpty();
		assertThat(TestConnections.enterprise("acme.example").saml().unknownFields()).isEmpty();
		assertThat(TestConnections.oidc("acme.example").oidc().unknownFields()).isEmpty();
		assertThat(TestConnections.auth0("acme.example").unknownFields()).isEmpty();
	}

	@Test
	void isEqualForTheSameDomain() {
		SamlConnection saml = TestConnections.saml("acme.example");
		assertThat(saml).isEqualTo(TestConnections.saml("acme.example"));
		assertThat(saml.id()).isNotEqualTo(TestConnections.saml("globex.example").id());
		assertThat(saml.domains()).containsExactly("acme.example");
		assertThat(TestConnections.enterprise("acme.example").saml().id()).isEqualTo(saml.id());
		assertThat(saml.enterpriseConnectionId()).isEqualTo(TestConnections.enterprise("acme.example").id());
		Auth0Connection auth0 = TestConnections.auth0("acme.example");
		assertThat(auth0.name()).isEqualTo("acme-example");
	}

	@Test
	void hasCertificateThatCanBeRead() {
		SamlConnection saml = TestConnections.saml("acme.example");
		SigningCertificate certificate = SigningCertificate.parse(saml.idpCertificate());
		assertThat(certificate.notAfter()).isEqualTo(saml.idpCertificateExpiresAt());
		assertThat(certificate.notBefore()).isEqualTo(saml.idpCertificateIssuedAt());
	}

	@Test
	void replacesFields() {
		Map<String, Object> fields = new HashMap<>(Map.of("active", false, "saml_connection.force_authn", true,
				"domains", List.of("acme.example", "acme.test")));
		fields.put("organization_id", null);
		EnterpriseConnection connection = TestConnections.enterprise("acme.example", fields);
		assertThat(connection.active()).isFalse();
		assertThat(connection.organizationId()).isNull();
		assertThat(connection.saml().forceAuthn()).isTrue();
		assertThat(connection.domains()).containsExactly("acme.example", "acme.test");
	}

	@Test
	void rejectsFieldOfAbsentObject() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> TestConnections.enterprise("acme.example", Map.of("oauth_config.name", "x")))
			.withMessageContaining("oauth_config.name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Acme", "acme.example/", "\"" })
	void rejectsInvalidDomain(String domain) {
		assertThatIllegalArgumentException().isThrownBy(() -> TestConnections.saml(domain));
	}

	private static List<String> absent(Object response) {
		return Arrays.stream(response.getClass().getRecordComponents())
			.filter((component) -> value(component, response) == null)
			.map(RecordComponent::getName)
			.toList();
	}

	private static Object value(RecordComponent component, Object response) {
		return ReflectionUtils.invokeMethod(component.getAccessor(), response);
	}

}
