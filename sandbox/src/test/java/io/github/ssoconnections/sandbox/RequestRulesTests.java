// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the rules for request bodies against the schemas: a full body is changed at every
 * place, and the sandbox has to reject it exactly when the schema does.
 */
class RequestRulesTests extends AbstractSandboxTests {

	private static final String FULL_SAML = idp(certificate(-1, 10))
			+ ", 'idp_certificate': null, 'idp_metadata_url': null, 'idp_metadata': null, 'login_hint': {'mode': 'off', 'source': 'x'}";

	private static final String MAPPING = ", 'attribute_mapping': {'user_id': 'a', 'email_address': 'b', 'first_name': 'c', 'last_name': 'd'}";

	private static final String FULL_NESTED_SAML = "'saml': {" + FULL_SAML + MAPPING
			+ ", 'allow_subdomains': false, 'allow_idp_initiated': true, 'force_authn': true%s}";

	private static final String FULL_OIDC = "'oidc': {'client_id': 'a', 'client_secret': 'b', 'discovery_url': 'https://op.example', "
			+ "'auth_url': 'https://op.example/a', 'token_url': 'https://op.example/t', 'user_info_url': 'https://op.example/u', 'requires_pkce': true}";

	private static final String ATTRIBUTES = "'custom_attributes': [{'name': 'N', 'key': 'k', 'sso_path': 's', 'scim_path': 'p', 'directory_path': 'p', 'multi_valued': true}]";

	private static final String FLAGS = "'authenticatable': true, 'disable_jit_provisioning': true, 'organization_id': 'org_1', 'domains': ['acme.example'], 'name': 'Acme', 'provider': 'saml_okta', 'sync_user_attributes': true";

	private static final String UPDATE_FLAGS = FLAGS
			+ ", 'active': false, 'disable_additional_identifications': true, 'allow_organization_account_linking': true";

	private String id;

	private String samlId;

	@BeforeEach
	void createConnection() {
		sandbox.connectionLimit(10_000);
		ApiResponse created = client.createEnterprise("'provider': 'saml_okta'");
		this.id = created.id();
		this.samlId = created.samlId();
	}

	@TestFactory
	Stream<DynamicTest> createsEnterpriseConnectionExactlyWhenSchemaAllows() {
		return Mutation
			.of("{" + FLAGS + ", 'active': false, 'allow_organization_account_linking': true, "
					+ FULL_NESTED_SAML.formatted("") + "," + FULL_OIDC + "," + ATTRIBUTES + "}")
			.map((mutation) -> agreement("create-enterprise-connection", "POST", ENTERPRISE, mutation));
	}

	@TestFactory
	Stream<DynamicTest> updatesEnterpriseConnectionExactlyWhenSchemaAllows() {
		return Mutation
			.of("{" + UPDATE_FLAGS + "," + FULL_NESTED_SAML.formatted(", 'name': 'S'") + "," + FULL_OIDC + ","
					+ ATTRIBUTES + "}")
			.map((mutation) -> agreement("update-enterprise-connection", "PATCH", ENTERPRISE + "/" + this.id,
					mutation));
	}

	@TestFactory
	Stream<DynamicTest> createsSamlConnectionExactlyWhenSchemaAllows() {
		return Mutation.of("{" + FLAGS + ", 'domain': 'acme.example', 'force_authn': true," + FULL_SAML + MAPPING + "}")
			.map((mutation) -> agreement("create-saml-connection", "POST", SAML, mutation));
	}

	@TestFactory
	Stream<DynamicTest> updatesSamlConnectionExactlyWhenSchemaAllows() {
		return Mutation.of("{" + UPDATE_FLAGS
				+ ", 'domain': 'acme.example', 'allow_subdomains': false, 'allow_idp_initiated': true, 'force_authn': true, 'consent_verified_domains_deletion': true,"
				+ FULL_SAML + MAPPING + "}")
			.map((mutation) -> agreement("update-saml-connection", "PATCH", SAML + "/" + this.samlId, mutation));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{'provider': 'saml_okta', 'domains': ['a.example']} | form_param_missing | name
					{'name': 'A', 'domains': ['a.example']} | form_param_missing | provider
					{'name': 'A', 'provider': 'saml_okta'} | form_param_missing | domains
					{'name': null, 'provider': 'saml_okta', 'domains': ['a.example']} | form_param_nil | name
					{'name': 7, 'provider': 'saml_okta', 'domains': ['a.example']} | form_param_format_invalid | name
					{'name': 'A', 'provider': 'auth0', 'domains': ['a.example']} | form_param_value_invalid | provider
					{'name': 'A', 'provider': 'saml_okta', 'domains': []} | form_param_value_invalid | domains
					{'name': 'A', 'provider': 'saml_okta', 'domains': [1]} | form_param_format_invalid | domains
					{'name': 'A', 'provider': 'saml_okta', 'domains': ['a.example'], 'id': 'x'} | form_param_unknown | id
					{'name': 'A', 'provider': 'saml_okta', 'domains': ['a.example'], 'saml': {'foo': 1}} | form_param_unknown | saml.foo
					{'name': 'A', 'provider': 'saml_okta', 'domains': ['a.example'], 'saml': {'name': 'S'}} | form_param_unknown | saml.name
					{'name': 'A', 'provider': 'saml_okta', 'domains': ['a.example'], 'saml': {'login_hint': {}}} | form_param_missing | saml.login_hint.mode
					{'name': 'A', 'provider': 'saml_okta', 'domains': ['a.example'], 'saml': {'login_hint': {'mode': 'on'}}} | form_param_value_invalid | saml.login_hint.mode
					{'name': 'A', 'provider': 'saml_okta', 'domains': ['a.example'], 'saml': {'login_hint': {'mode': 'custom_attribute'}}} | form_conditional_param_missing | saml.login_hint.source
					{'name': 'A', 'provider': 'saml_okta', 'domains': ['a.example'], 'custom_attributes': [{'name': 'N', 'key': '_k'}]} | form_param_value_invalid | custom_attributes[0].key
					{'name': 'A', 'provider': 'saml_okta', 'domains': ['a.example'], 'custom_attributes': [{'name': '', 'key': 'k'}]} | form_param_value_invalid | custom_attributes[0].name
					{'name': 'A', 'provider': 'saml_okta', 'domains': ['a.example'], 'custom_attributes': [{'name': 'N', 'key': 'k', 'scim_path': 'a', 'directory_path': 'b'}]} | form_param_value_invalid | custom_attributes[0].directory_path
					{'name': 'A', 'provider': 'saml_okta', 'domains': ['a.example'], 'organization_id': 'acme'} | form_resource_not_found | organization_id
					{'name': 'A', 'provider': 'saml_okta', 'domains': ['localhost']} | form_param_value_invalid | domains
					{'name': 'A', 'provider': 'saml_okta', 'domains': ['a_b.example']} | form_param_value_invalid | domains
					{'name': 'A', 'provider': 'saml_okta', 'domains': ['10.0.0.1']} | form_param_value_invalid | domains
					{'name': 'A', 'provider': 'saml_okta', 'domains': ['https://a.example']} | form_param_value_invalid | domains
					{'name': 'A', 'provider': 'saml_okta', 'domains': ['co.uk'], 'saml': {'allow_subdomains': true}} | form_param_value_invalid | saml.allow_subdomains
					""")
	void rejectsCreate(String body, String code, String parameter) {
		assertRejected(client.post(ENTERPRISE, body), 422, code, parameter);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{'name': 'A', 'provider': 'saml_okta'} | form_param_missing | domains
					{'name': 'A', 'provider': 'saml_okta', 'domains': []} | form_param_missing | domains
					{'name': 'A', 'provider': 'oidc_custom', 'domains': ['a.example']} | form_param_value_invalid | provider
					{'name': 'A', 'provider': 'saml_okta', 'domain': 'a.example', 'active': true} | form_param_unknown | active
					{'name': 'A', 'provider': 'saml_okta', 'domain': 'a.example', 'force_authn': null} | form_param_nil | force_authn
					{'name': 'A', 'provider': 'saml_okta', 'domain': 'a.example', 'attribute_mapping': {'user_id': null}} | form_param_nil | attribute_mapping.user_id
					{'name': 'A', 'provider': 'saml_okta', 'domain': 'a.example', 'login_hint': {'mode': 'custom_attribute'}} | form_conditional_param_missing | login_hint.source
					{'name': 'A', 'provider': 'saml_okta', 'domain': 'a.example', 'saml': {}} | form_param_unknown | saml
					""")
	void rejectsCreateOfSamlConnection(String body, String code, String parameter) {
		assertRejected(client.post(SAML, body), 422, code, parameter);
	}

	@Test
	void changesNothingWhenRejected() {
		JsonNode before = client.get(ENTERPRISE + "/" + this.id).body();
		client.patch(ENTERPRISE + "/" + this.id,
				"{'name': 'New', 'domains': ['new.example'], 'organization_id': 'bad'}");
		client.patch(SAML + "/" + this.samlId, "{'name': 'New', 'idp_metadata': '<broken'}");
		assertThat(client.get(ENTERPRISE + "/" + this.id).body()).isEqualTo(before);
	}

	private DynamicTest agreement(String schema, String method, String path, Mutation mutation) {
		return DynamicTest.dynamicTest(mutation.name(), () -> {
			ApiResponse response = client.send(method, path, mutation.body().toString());
			boolean allowed = Schemas.isValid(schema, mutation.body());
			assertThat(response.status() < 400).as("%s", response.body()).isEqualTo(allowed);
			if (!allowed) {
				assertThat(response.status()).isEqualTo(422);
				assertThat(response.body().findValuesAsText("param_name"))
					.anyMatch((parameter) -> parameter.startsWith(mutation.parameter()));
			}
		});
	}

}
