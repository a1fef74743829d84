// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the rules for request bodies against the vendor's document: a full body is
 * changed at every place, and the sandbox has to reject it exactly when the document
 * does.
 */
class Auth0RequestRulesTests extends AbstractSandboxTests {

	private static final String SETTINGS = "'display_name': 'Acme', 'is_domain_connection': true, 'show_as_button': true, "
			+ "'realms': ['acme.example'], 'metadata': {'a': 'b'}, 'authentication': {'active': true}, "
			+ "'connected_accounts': {'active': true, 'cross_app_access': true}, "
			+ "'cross_app_access_requesting_app': {'active': true}, 'enabled_clients': ['c']";

	private static final String SIGNUP = "'signup': {'status': 'optional', 'verification': {'active': true}}";

	private static final String DATABASE = "'validation': {'username': {'min': 1, 'max': 128}}, "
			+ "'precedence': ['email', 'phone_number', 'username'], 'attributes': {"
			+ "'email': {'identifier': {'active': true, 'default_method': 'password'}, 'unique': true, "
			+ "'profile_required': true, 'verification_method': 'otp', " + SIGNUP + "}, "
			+ "'phone_number': {'identifier': {'active': true, 'default_method': 'phone_otp'}, 'profile_required': true, "
			+ SIGNUP + "}, 'username': {'identifier': {'active': true}, 'profile_required': true, "
			+ "'signup': {'status': 'required'}, 'validation': {'min_length': 1, 'max_length': 128, "
			+ "'allowed_types': {'email': true, 'phone_number': true}}}}, "
			+ "'enable_script_context': true, 'enabledDatabaseCustomization': true, 'import_mode': true, "
			+ "'configuration': {'a': 'b'}, 'customScripts': {'login': 'x', 'get_user': 'x', 'other': 1}, "
			+ "'authentication_methods': {'password': {'enabled': true, 'api_behavior': 'required', 'signup_behavior': 'allow'}, "
			+ "'passkey': {'enabled': true}, 'email_otp': {'enabled': true}, 'phone_otp': {'enabled': true}}, "
			+ "'passkey_options': {'challenge_ui': 'both', 'progressive_enrollment_enabled': true, 'local_enrollment_enabled': true}";

	private static final String PASSWORDS = "'passwordPolicy': 'good', 'password_complexity_options': {'min_length': 8}, "
			+ "'password_history': {'enable': true, 'size': 24}, 'password_no_personal_info': {'enable': true}, "
			+ "'password_dictionary': {'enable': true, 'dictionary': ['x']}, 'password_options': {"
			+ "'complexity': {'min_length': 8, 'character_types': ['number'], 'character_type_rule': 'all', "
			+ "'identical_characters': 'allow', 'sequential_characters': 'block', 'max_length_exceeded': 'error'}, "
			+ "'dictionary': {'active': true, 'custom': ['x'], 'default': 'en_10k'}, "
			+ "'history': {'active': true, 'size': 24}, 'profile_data': {'active': true, 'blocked_fields': ['x']}}";

	private static final String ENTERPRISE = "'non_persistent_attrs': ['x'], 'api_enable_users': true, "
			+ "'api_enable_groups': true, 'basic_profile': true, 'ext_admin': true, 'ext_is_suspended': true, "
			+ "'ext_agreed_terms': true, 'ext_groups': true, 'ext_assigned_plans': true, 'ext_profile': true, "
			+ "'disable_self_service_change_password': true, 'upstream_params': {'a': {'alias': 'prompt'}, 'b': {'value': 'x'}}, "
			+ "'set_user_root_attributes': 'on_first_login', "
			+ "'gateway_authentication': {'method': 'bearer', 'subject': 'x', 'audience': 'x', 'secret': 'x', 'secret_base64_encoded': true}, "
			+ "'federated_connections_access_tokens': {'active': true}, "
			+ "'assertion_decryption_settings': {'algorithm_profile': 'v2026-1', 'algorithm_exceptions': ['x']}, "
			+ "'id_token_signed_response_algs': ['RS256'], 'dpop_signing_alg': 'Ed25519', "
			+ "'token_endpoint_auth_method': 'private_key_jwt', 'token_endpoint_auth_signing_alg': 'RS256', "
			+ "'token_endpoint_jwtca_aud_format': 'issuer', 'id_token_session_expiry_supported': true, 'signInEndpoint': 'https://idp.example'";

	private static final String OPTIONS = "'options': {" + DATABASE + ", " + PASSWORDS + ", " + ENTERPRISE + "}";

	@TestFactory
	Stream<DynamicTest> createsExactlyWhenDocumentAllows() {
		return Mutation.of("{'name': 'acme', 'strategy': 'samlp', " + SETTINGS + ", " + OPTIONS + "}")
			.map((mutation) -> agreement(mutation, "POST", "connections"));
	}

	@TestFactory
	Stream<DynamicTest> updatesExactlyWhenDocumentAllows() {
		String path = auth0.path("");
		// Options have the rules that they have in a create
		return Mutation.of("{" + SETTINGS + ", 'options': {'debug': true}}")
			.map((mutation) -> agreement(mutation, "PATCH", path));
	}

	@TestFactory
	Stream<DynamicTest> updatesDiscoveryDomainsExactlyWhenDocumentAllows() {
		String path = "organizations/" + auth0.post("organizations", "{'name': 'acme'}").id() + "/discovery-domains";
		String id = auth0.post(path, "{'domain': 'acme.com'}").id();
		return Mutation.of("{'status': 'verified', 'use_for_organization_discovery': true}")
			.map((mutation) -> agreement(mutation, "PATCH", path + "/" + id));
	}

	@TestFactory
	Stream<DynamicTest> configuresScimExactlyWhenDocumentAllows() {
		String path = auth0.path("") + "/scim-configuration";
		auth0.post(path, "{}");
		return Mutation.of("{'user_id_attribute': 'id', 'mapping': [{'auth0': 'a', 'scim': 'b'}]}")
			.map((mutation) -> agreement(mutation, "PATCH", path));
	}

	@TestFactory
	Stream<DynamicTest> configuresProvisioningExactlyWhenDocumentAllows() {
		String path = auth0.path("'strategy': 'google-apps', 'options': {'api_enable_users': true}")
				+ "/directory-provisioning";
		auth0.post(path, "{}");
		return Mutation
			.of("{'mapping': [{'auth0': 'a', 'idp': 'b'}], 'synchronize_automatically': true, 'synchronize_groups': 'off'}")
			.map((mutation) -> agreement(mutation, "PATCH", path));
	}

	@TestFactory
	Stream<DynamicTest> acceptsWhatIsNewerThanTheDocumentInCreateAndUpdate() {
		String newer = "{'cross_app_access_resource_app': {'status': 'enabled'}, 'options': {'attributes': "
				+ "{'username': {'identifier': {'active': true, 'default_method': 'password'}}}}";
		String path = auth0.path("");
		return Stream.concat(
				Mutation.of(newer + ", 'name': 'newer', 'strategy': 'samlp'}")
					.map((mutation) -> agreement(mutation, "POST", "connections")),
				Mutation.of(newer + "}").map((mutation) -> agreement(mutation, "PATCH", path)));
	}

	@TestFactory
	Stream<DynamicTest> acceptsGroupsExactlyWhenDocumentAndNewerFieldsAllow() {
		String path = auth0.path("'strategy': 'google-apps', 'options': {'api_enable_users': true, "
				+ "'api_enable_groups': true, 'ext_groups': true}") + "/directory-provisioning";
		auth0.post(path, "{}");
		String group = "{'groups': [{'id': 'g1', 'name': 'a', 'email': 'a@b', 'direct_members_count': 0}]}";
		return Stream
			.of(Map.entry("POST", group), Map.entry("PUT", group), Map.entry("DELETE", group),
					Map.entry("DELETE", "{'groups': [{'id': 'g1'}]}"))
			.flatMap((entry) -> Mutation.of(entry.getValue())
				.map((mutation) -> agreement(mutation, entry.getKey(), path + "/synchronized-groups")));
	}

	static DynamicTest agreement(Mutation mutation, String method, String path) {
		return DynamicTest.dynamicTest(mutation.name(), () -> {
			String definition = Schemas.auth0Operation(method, path).get("request").textValue();
			boolean valid = Schemas.auth0Violations(definition, mutation.body()).isEmpty();
			ApiResponse response = auth0.send(method, path, mutation.body().toString());
			if (valid) {
				// The name is taken once a body was accepted
				assertThat(response.status()).as("%s", response.body()).isIn(200, 201, 204, 409);
			}
			else {
				assertThat(response.status()).as("%s", response.body()).isEqualTo(400);
				assertThat(response.text("/message")).contains("Payload validation error");
			}
		});
	}

}
