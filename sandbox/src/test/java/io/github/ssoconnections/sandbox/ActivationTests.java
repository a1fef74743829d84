// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ActivationTests extends AbstractSandboxTests {

	@Test
	void activatesWithIdpData() {
		ApiResponse active = client.get(ENTERPRISE + "/" + createActive());
		assertThat(active.body().get("active").booleanValue()).isTrue();
		assertThat(active.body().at("/saml_connection/active").booleanValue()).isTrue();
	}

	@Test
	void rejectsCreateWithoutIdpData() {
		assertRejected(client.createEnterprise("'active': true"), 422, "saml_connection_cant_be_activated", "active");
		assertThat(client.get(ENTERPRISE).body().get("total_count").intValue()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "idp_entity_id", "idp_sso_url", "idp_certificates" })
	void rejectsUpdateThatLeavesActiveConnectionWithout(String field) {
		String id = createActive();
		assertRejected(client.patch(ENTERPRISE + "/" + id, "{'saml': {'" + field + "': null}}"), 422,
				"saml_connection_cant_be_activated", "active");
		String samlId = client.get(ENTERPRISE + "/" + id).samlId();
		assertThat(client.patch(SAML + "/" + samlId, "{'active': false, '" + field + "': null}").status())
			.isEqualTo(200);
	}

	@Test
	void deactivatesWithNull() {
		String id = createActive();
		assertThat(client.patch(ENTERPRISE + "/" + id, "{'active': null}").body().get("active").booleanValue())
			.isFalse();
	}

	@Test
	void removesVerifiedDomainsSilentlyThroughEnterpriseApi() {
		sandbox.addVerifiedOrganizationDomain("ACME.example").addVerifiedOrganizationDomain("other.example");
		createActive();
		assertThat(sandbox.verifiedOrganizationDomains()).containsExactly("other.example");
	}

	@Test
	void keepsVerifiedDomainsOfConnectionThatIsNotActivated() {
		sandbox.addVerifiedOrganizationDomain("acme.example");
		client.createEnterprise("");
		assertThat(sandbox.verifiedOrganizationDomains()).containsExactly("acme.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ", 'consent_verified_domains_deletion': false",
			", 'consent_verified_domains_deletion': null" })
	void needsConsentThroughSamlApi(String consent) {
		sandbox.addVerifiedOrganizationDomain("acme.example");
		String path = SAML + "/" + client.createSaml(idp(certificate(-1, 9))).id();
		assertRejected(client.patch(path, "{'active': true" + consent + "}"), 422, "form_conditional_param_missing",
				"consent_verified_domains_deletion");
		assertThat(client.get(path).body().get("active").booleanValue()).isFalse();
		assertThat(sandbox.verifiedOrganizationDomains()).isNotEmpty();
	}

	@Test
	void removesVerifiedDomainsThroughSamlApiWithConsent() {
		sandbox.addVerifiedOrganizationDomain("acme.example");
		String path = SAML + "/" + client.createSaml(idp(certificate(-1, 9))).id();
		ApiResponse activated = client.patch(path, "{'active': true, 'consent_verified_domains_deletion': true}");
		assertThat(activated.body().get("active").booleanValue()).isTrue();
		assertThat(sandbox.verifiedOrganizationDomains()).isEmpty();
	}

	@Test
	void needsNoConsentWithoutVerifiedDomains() {
		String path = SAML + "/" + client.createSaml(idp(certificate(-1, 9))).id();
		assertThat(client.patch(path, "{'active': true}").status()).isEqualTo(200);
	}

}
