// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class EnterpriseConnectionsTests extends AbstractSandboxTests {

	@Test
	void createsWithDefaults() {
		long before = System.currentTimeMillis();
		ApiResponse created = client.createEnterprise("");
		assertThat(created.status()).isEqualTo(201);
		JsonNode body = created.body();
		assertThat(body.get("active").booleanValue()).isFalse();
		assertThat(body.get("authenticatable").booleanValue()).isTrue();
		assertThat(body.get("disable_jit_provisioning").booleanValue()).isFalse();
		assertThat(body.get("organization_id").isNull()).isTrue();
		assertThat(body.get("custom_attributes")).isEmpty();
		assertThat(body.get("created_at").longValue()).isBetween(before, System.currentTimeMillis());
		assertThat(body.at("/saml_connection/idp_certificates")).isEmpty();
		assertThat(client.get(ENTERPRISE + "/" + created.id()).body()).isEqualTo(body);
	}

	@Test
	void lowerCasesDomainsAndDropsRepeatedOnes() {
		ApiResponse created = client.createEnterprise("'domains': ['ACME.example', 'acme.Example', 'b.example']");
		assertThat(created.text("/domains/0")).isEqualTo("acme.example");
		assertThat(created.body().get("domains")).hasSize(2);
	}

	@Test
	void ignoresSyncUserAttributesOnCreate() {
		ApiResponse created = client.createEnterprise("'sync_user_attributes': false");
		assertThat(created.body().get("sync_user_attributes").booleanValue()).isTrue();
		ApiResponse updated = client.patch(ENTERPRISE + "/" + created.id(), "{'sync_user_attributes': false}");
		assertThat(updated.body().get("sync_user_attributes").booleanValue()).isFalse();
	}

	@Test
	void ignoresProviderOnUpdate() {
		String id = client.create("Acme");
		assertThat(client.patch(ENTERPRISE + "/" + id, "{'provider': 'saml_google'}").text("/provider"))
			.isEqualTo("saml_okta");
		assertThat(client.patch(ENTERPRISE + "/" + id, "{'provider': 7}").status()).isEqualTo(200);
	}

	@Test
	void changesNothingWhenPatchIsEmpty() {
		String id = createActive();
		JsonNode before = client.get(ENTERPRISE + "/" + id).body();
		JsonNode after = client.patch(ENTERPRISE + "/" + id, "{}").body();
		assertThat(without(after, "updated_at")).isEqualTo(without(before, "updated_at"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "null" })
	void leavesDomainsWhenPatchNamesNone(String domains) {
		String id = client.create("Acme");
		ApiResponse updated = client.patch(ENTERPRISE + "/" + id, "{'domains': " + domains + "}");
		assertThat(updated.text("/domains/0")).isEqualTo("acme.example");
	}

	@Test
	void replacesDomains() {
		String id = client.create("Acme");
		ApiResponse updated = client.patch(ENTERPRISE + "/" + id, "{'domains': ['New.example']}");
		assertThat(updated.body().get("domains").toString()).isEqualTo("[\"new.example\"]");
	}

	@Test
	void changesOrganizationAndNeverUnlinksIt() {
		String id = client.createEnterprise("'organization_id': 'org_1'").id();
		assertThat(client.patch(ENTERPRISE + "/" + id, "{'organization_id': 'org_2'}").text("/organization_id"))
			.isEqualTo("org_2");
		assertThat(client.patch(ENTERPRISE + "/" + id, "{'organization_id': null}").text("/organization_id"))
			.isEqualTo("org_2");
	}

	@Test
	void reportsNullFromAbsent() {
		String id = client
			.createEnterprise("'allow_organization_account_linking': true, 'saml': {" + idp(certificate(-1, 9))
					+ ", 'idp_metadata_url': null, 'force_authn': true}")
			.id();
		ApiResponse absent = client.patch(ENTERPRISE + "/" + id, "{'saml': {'idp_sso_url': null}}");
		assertThat(absent.body().at("/saml_connection/idp_sso_url").isNull()).isTrue();
		assertThat(absent.text("/saml_connection/idp_entity_id")).isEqualTo("https://idp.example");
		assertThat(absent.body().at("/saml_connection/force_authn").booleanValue()).isTrue();
		ApiResponse cleared = client.patch(ENTERPRISE + "/" + id,
				"{'allow_organization_account_linking': null, 'saml': {'force_authn': null, 'idp_certificates': null}}");
		assertThat(cleared.body().get("allow_organization_account_linking").booleanValue()).isFalse();
		assertThat(cleared.body().at("/saml_connection/force_authn").booleanValue()).isFalse();
		assertThat(cleared.body().at("/saml_connection/idp_certificates")).isEmpty();
		assertThat(cleared.body().at("/saml_connection/idp_certificate").isNull()).isTrue();
	}

	@Test
	void keepsNameWhenPatchedWithNull() {
		String id = client.create("Acme");
		assertThat(client.patch(ENTERPRISE + "/" + id, "{'name': null}").text("/name")).isEqualTo("Acme");
	}

	@Test
	void writesNewerFields() {
		ApiResponse created = client.createEnterprise("'authenticatable': false, 'disable_jit_provisioning': true");
		assertThat(created.body().get("authenticatable").booleanValue()).isFalse();
		assertThat(created.body().get("disable_jit_provisioning").booleanValue()).isTrue();
		ApiResponse updated = client.patch(ENTERPRISE + "/" + created.id(),
				"{'authenticatable': null, 'disable_jit_provisioning': null}");
		assertThat(updated.body().get("authenticatable").booleanValue()).isTrue();
		assertThat(updated.body().get("disable_jit_provisioning").booleanValue()).isFalse();
	}

	@Test
	void returnsBothNamesOfDirectoryPath() {
		ApiResponse created = client
			.createEnterprise("'custom_attributes': [{'name': 'A', 'key': 'a', 'scim_path': 'x'},"
					+ "{'name': 'B', 'key': 'b', 'directory_path': 'y', 'multi_valued': true},"
					+ "{'name': 'C', 'key': 'c', 'directory_path': 'z', 'scim_path': 'z'}]");
		for (int i = 0; i < 3; i++) {
			JsonNode attribute = created.body().at("/custom_attributes/" + i);
			assertThat(attribute.get("scim_path")).isEqualTo(attribute.get("directory_path")).isNotNull();
		}
		assertThat(created.body().at("/custom_attributes/0/multi_valued").booleanValue()).isFalse();
		assertThat(created.body().at("/custom_attributes/1/multi_valued").booleanValue()).isTrue();
		ApiResponse cleared = client.patch(ENTERPRISE + "/" + created.id(), "{'custom_attributes': null}");
		assertThat(cleared.body().get("custom_attributes")).isEmpty();
	}

	@Test
	void setsLoginHintAndClearsIt() {
		String id = client.createEnterprise("'saml': {'login_hint': {'mode': 'custom_attribute', 'source': 'key'}}")
			.id();
		assertThat(client.get(ENTERPRISE + "/" + id).text("/saml_connection/login_hint/source")).isEqualTo("key");
		ApiResponse cleared = client.patch(ENTERPRISE + "/" + id, "{'saml': {'login_hint': null}}");
		assertThat(cleared.body().at("/saml_connection/login_hint").toString()).isEqualTo("{\"mode\":\"off\"}");
	}

	@Test
	void allowsTwoConnectionsOfOneDomainAndOrganization() {
		client.createEnterprise("'organization_id': 'org_1'");
		assertThat(client.createEnterprise("'organization_id': 'org_1'").status()).isEqualTo(201);
	}

	@Test
	void holdsAtMostTwentyFive() {
		for (int i = 0; i < 25; i++) {
			client.create("Acme" + i);
		}
		assertRejected(client.createEnterprise(""), 403, "quota_exceeded", null);
		assertRejected(client.createSaml(""), 403, "quota_exceeded", null);
		sandbox.connectionLimit(26);
		assertThat(client.createEnterprise("").status()).isEqualTo(201);
	}

	@Test
	void deletes() {
		String id = client.create("Acme");
		ApiResponse deleted = client.delete(ENTERPRISE + "/" + id);
		assertThat(deleted.status()).isEqualTo(200);
		assertThat(deleted.id()).isEqualTo(id);
		assertThat(client.get(ENTERPRISE + "/" + id).status()).isEqualTo(404);
		assertThat(client.delete(ENTERPRISE + "/" + id).status()).isEqualTo(404);
	}

	static JsonNode without(JsonNode json, String field) {
		((ObjectNode) json).remove(field);
		return json;
	}

}
