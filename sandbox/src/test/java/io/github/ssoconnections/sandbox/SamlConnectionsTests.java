// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SamlConnectionsTests extends AbstractSandboxTests {

	@Test
	void createsBothViewsOfOneConnection() {
		ApiResponse saml = client.createSaml("'organization_id': 'org_1'");
		assertThat(saml.status()).isEqualTo(200);
		ApiResponse enterprise = client.get(ENTERPRISE + "/" + saml.text("/enterprise_connection_id"));
		assertThat(enterprise.samlId()).isEqualTo(saml.id());
		assertThat(enterprise.text("/organization_id")).isEqualTo("org_1");
		assertThat(enterprise.body().get("oauth_config").isNull()).isTrue();
	}

	@Test
	void showsConnectionCreatedThroughEnterpriseApi() {
		ApiResponse enterprise = client.createEnterprise("'saml': {" + idp(certificate(-1, 9)) + "}");
		ApiResponse saml = client.get(SAML + "/" + enterprise.samlId());
		assertThat(saml.text("/enterprise_connection_id")).isEqualTo(enterprise.id());
		for (String field : new String[] { "idp_entity_id", "idp_sso_url", "idp_certificate", "acs_url",
				"login_hint" }) {
			assertThat(saml.body().get(field)).isEqualTo(enterprise.body().get("saml_connection").get(field));
		}
	}

	@Test
	void changesBothViewsThroughEither() {
		ApiResponse saml = client.createSaml("");
		String id = saml.text("/enterprise_connection_id");
		client.patch(SAML + "/" + saml.id(), "{'allow_idp_initiated': true, 'domain': 'Other.example'}");
		client.patch(ENTERPRISE + "/" + id,
				"{'disable_additional_identifications': true, 'saml': {'force_authn': true}}");
		ApiResponse enterprise = client.get(ENTERPRISE + "/" + id);
		assertThat(enterprise.text("/domains/0")).isEqualTo("other.example");
		assertThat(enterprise.body().at("/saml_connection/allow_idp_initiated").booleanValue()).isTrue();
		ApiResponse after = client.get(SAML + "/" + saml.id());
		assertThat(after.body().get("force_authn").booleanValue()).isTrue();
		assertThat(after.body().get("disable_additional_identifications").booleanValue()).isTrue();
		assertThat(after.text("/domain")).isEqualTo("other.example");
	}

	@Test
	void deletesBothViewsThroughEither() {
		ApiResponse first = client.createSaml("");
		client.delete(SAML + "/" + first.id());
		assertThat(client.get(ENTERPRISE + "/" + first.text("/enterprise_connection_id")).status()).isEqualTo(404);
		ApiResponse second = client.createSaml("");
		client.delete(ENTERPRISE + "/" + second.text("/enterprise_connection_id"));
		assertThat(client.get(SAML + "/" + second.id()).status()).isEqualTo(404);
	}

	@Test
	void keepsIdsOfTheTwoViewsApart() {
		ApiResponse saml = client.createSaml("");
		assertThat(client.get(ENTERPRISE + "/" + saml.id()).status()).isEqualTo(404);
		assertThat(client.get(SAML + "/" + saml.text("/enterprise_connection_id")).status()).isEqualTo(404);
	}

	@Test
	void leavesOutOidcConnections() {
		ApiResponse oidc = client.createEnterprise("'provider': 'oidc_custom'");
		assertThat(client.get(SAML).body().get("total_count").intValue()).isZero();
		assertThat(client.get(SAML + "/" + oidc.text("/oauth_config/id")).status()).isEqualTo(404);
	}

	@Test
	void acceptsDeprecatedDomain() {
		ApiResponse created = client.post(SAML, "{'name': 'A', 'provider': 'saml_google', 'domain': 'A.example'}");
		assertThat(created.text("/domain")).isEqualTo("a.example");
		assertThat(created.body().get("domains")).hasSize(1);
	}

	@Test
	void unlinksOrganization() {
		ApiResponse created = client.createSaml("'organization_id': 'org_1'");
		ApiResponse updated = client.patch(SAML + "/" + created.id(), "{'organization_id': null}");
		assertThat(updated.body().get("organization_id").isNull()).isTrue();
	}

	@Test
	void mergesAttributeMappingAndClearsIt() {
		ApiResponse created = client.createSaml("'attribute_mapping': {'user_id': 'uid'}");
		String defaultEmail = created.text("/attribute_mapping/email_address");
		ApiResponse updated = client.patch(SAML + "/" + created.id(), "{'attribute_mapping': {'email_address': 'e'}}");
		assertThat(updated.text("/attribute_mapping/user_id")).isEqualTo("uid");
		assertThat(updated.text("/attribute_mapping/email_address")).isEqualTo("e");
		ApiResponse cleared = client.patch(SAML + "/" + created.id(), "{'attribute_mapping': null}");
		assertThat(cleared.text("/attribute_mapping/user_id")).isEmpty();
		assertThat(cleared.text("/attribute_mapping/email_address")).isEqualTo(defaultEmail);
	}

	@Test
	void showsAttributeMappingUserCountAndMetadataOnlyHere() {
		ApiResponse enterprise = client
			.createEnterprise("'saml': {'attribute_mapping': {'user_id': 'uid', 'last_name': null}}");
		assertThat(enterprise.body().get("saml_connection").has("attribute_mapping")).isFalse();
		assertThat(enterprise.body().get("saml_connection").has("user_count")).isFalse();
		assertThat(enterprise.body().get("saml_connection").has("idp_metadata")).isFalse();
		ApiResponse saml = client.get(SAML + "/" + enterprise.samlId());
		assertThat(saml.text("/attribute_mapping/user_id")).isEqualTo("uid");
		assertThat(saml.body().get("user_count").intValue()).isZero();
	}

	@Test
	void keepsItsOwnName() {
		ApiResponse created = client.createSaml("");
		client.patch(SAML + "/" + created.id(), "{'name': 'Okta of Acme'}");
		ApiResponse enterprise = client.get(ENTERPRISE + "/" + created.text("/enterprise_connection_id"));
		assertThat(enterprise.text("/name")).isEqualTo("Acme");
		assertThat(enterprise.text("/saml_connection/name")).isEqualTo("Okta of Acme");
	}

	@Test
	void allowsSubdomainsOfRegistrableDomain() {
		ApiResponse created = client.createSaml("'domains': ['acme.co.uk']");
		assertThat(client.patch(SAML + "/" + created.id(), "{'allow_subdomains': true}").status()).isEqualTo(200);
		assertRejected(client.patch(SAML + "/" + created.id(), "{'domains': ['co.uk']}"), 422,
				"form_param_value_invalid", "allow_subdomains");
	}

}
