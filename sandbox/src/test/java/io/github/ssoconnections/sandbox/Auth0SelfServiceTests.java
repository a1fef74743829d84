// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class Auth0SelfServiceTests extends AbstractSandboxTests {

	private static final String PROFILE = "'name': 'Acme', 'description': 'd', "
			+ "'branding': {'logo_url': 'https://acme/l', 'colors': {'primary': '#abc'}}, "
			+ "'allowed_strategies': ['okta-samlp'], "
			+ "'user_attributes': [{'name': 'email', 'description': 'Mail', 'is_optional': false}], "
			+ "'user_attribute_profile_id': 'uap_1'";

	private static String profile() {
		return "self-service-profiles/" + auth0.post("self-service-profiles", "{" + PROFILE + "}").id();
	}

	@Test
	void createsGetsUpdatesAndDeletesProfile() {
		String path = profile();
		ApiResponse updated = auth0.patch(path, "{'description': null, 'name': 'Other'}");
		assertThat(updated.text("/name")).isEqualTo("Other");
		assertThat(updated.body().has("description")).isFalse();
		assertThat(auth0.get(path).body()).isEqualTo(updated.body());
		assertThat(auth0.get("self-service-profiles").body()).containsExactly(updated.body());
		assertThat(auth0.get("self-service-profiles?include_totals=true").text("/total")).isEqualTo("1");
		assertThat(auth0.delete(path).status()).isEqualTo(204);
		assertThat(auth0.delete(path).status()).isEqualTo(204);
		assertRejected(auth0.get(path), 404, "does not exist");
	}

	@Test
	void hasRoomForTwentyProfiles() {
		for (int i = 0; i < 20; i++) {
			profile();
		}
		assertRejected(auth0.post("self-service-profiles", "{'name': 'a'}"), 409, "No more profiles");
	}

	@Test
	void replacesTexts() {
		String texts = profile() + "/custom-text/en/get-started";
		assertThat(auth0.get(texts).body()).isEmpty();
		auth0.send("PUT", texts, "{'a': '1', 'b': '2'}");
		auth0.send("PUT", texts, "{'b': '3'}");
		assertThat(auth0.get(texts).body()).hasSize(1);
		assertThat(auth0.get(texts).text("/b")).isEqualTo("3");
		assertRejected(auth0.get(texts.replace("/en/", "/fr/")), 404, "");
	}

	@Test
	void createsTicketWhoseUrlEndsInItsId() {
		String tickets = profile() + "/sso-ticket";
		String url = auth0.post(tickets, "{'connection_config': {'name': 'acme'}}").text("/ticket");
		assertThat(url).matches("https://.*/self-service/connections-flow\\?ticket=\\w{32}");
		String id = url.substring(url.indexOf('=') + 1);
		assertThat(auth0.send("POST", tickets + "/" + id + "/revoke", null).status()).isEqualTo(202);
		assertThat(auth0.send("POST", tickets + "/none/revoke", null).status()).isEqualTo(202);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			value = { "'connection_config': {'name': 'acme'}, 409, already exists",
					"'connection_id': 'con_none', 400, connection does not exist",
					"'enabled_clients': ['other'], 400, client does not exist",
					"'enabled_organizations': [{'organization_id': 'org_none'}], 400, organization does not exist",
					"'enabled_features': {'sso': true}, 400, connection_id" })
	void rejectsTicket(String field, int status, String message) {
		auth0.create("");
		sandbox.auth0().clients("client");
		assertRejected(auth0.post(profile() + "/sso-ticket", "{" + field + "}"), status, message);
		assertRejected(auth0.post("self-service-profiles/ssp_none/sso-ticket", "{}"), 404, "does not exist");
	}

	@TestFactory
	Stream<DynamicTest> updatesProfileExactlyWhenDocumentAllows() {
		String path = profile();
		return Mutation.of("{" + PROFILE + "}")
			.map((mutation) -> Auth0RequestRulesTests.agreement(mutation, "PATCH", path));
	}

	@TestFactory
	Stream<DynamicTest> setsTextsExactlyWhenDocumentAllows() {
		String path = profile() + "/custom-text/en/get-started";
		return Mutation.of("{'a': '1'}").map((mutation) -> Auth0RequestRulesTests.agreement(mutation, "PUT", path));
	}

	@TestFactory
	Stream<DynamicTest> createsTicketExactlyWhenDocumentAllows() {
		String path = profile() + "/sso-ticket";
		String organization = auth0.post("organizations", "{'name': 'acme'}").id();
		return Mutation
			.of("{'connection_config': {'name': 'acme', 'display_name': 'Acme', 'is_domain_connection': false, "
					+ "'show_as_button': true, 'metadata': {'crm': '7'}, 'options': {'icon_url': 'https://acme/i', "
					+ "'domain_aliases': ['acme.com'], 'idpinitiated': {'enabled': true, 'client_id': 'c', "
					+ "'client_protocol': 'samlp', 'client_authorizequery': 'q'}}}, 'enabled_clients': ['c'], "
					+ "'enabled_organizations': [{'organization_id': '" + organization
					+ "', 'assign_membership_on_login': true, 'show_as_button': false}], 'ttl_sec': 86400, "
					+ "'domain_aliases_config': {'domain_verification': 'required', 'pending_domains': ['acme.com']}, "
					+ "'provisioning_config': {'scopes': ['get:users'], 'google_workspace': {'sync_users': true}, "
					+ "'token_lifetime': 901}, 'use_for_organization_discovery': true}")
			.map((mutation) -> Auth0RequestRulesTests.agreement(mutation, "POST", path));
	}

}
