// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DirectoriesTests extends AbstractSandboxTests {

	private static final String DIRECTORIES = "directories";

	private static ApiResponse create(String fields) {
		return client.post(DIRECTORIES,
				"{'enterprise_connection_id': '" + client.create("Acme") + "', 'provider': 'okta'" + fields + "}");
	}

	private static String directory(String fields) {
		return DIRECTORIES + "/" + create(fields).id();
	}

	@Test
	void showsKeyOnceAndAfterRotation() {
		ApiResponse created = create("");
		String directory = DIRECTORIES + "/" + created.id();
		assertThat(created.text("/api_key")).isNotBlank();
		assertThat(client.get(directory).body().has("api_key")).isFalse();
		assertThat(client.get(DIRECTORIES).body().at("/data/0").has("api_key")).isFalse();
		assertThat(client.patch(directory, "{'name': 'New'}").body().has("api_key")).isFalse();
		assertThat(client.send("POST", directory + "/rotate_api_key", null).text("/api_key")).isNotBlank()
			.isNotEqualTo(created.text("/api_key"));
	}

	@Test
	void listsUpdatesAndDeletes() {
		String directory = directory(", 'name': 'Acme'");
		ApiResponse updated = client.patch(directory,
				"{'enabled': false, 'attribute_mapping': {'first_name': null, 'title': 'title'}}");
		assertThat(updated.body().get("enabled").booleanValue()).isFalse();
		assertThat(updated.body().get("attribute_mapping").has("first_name")).isFalse();
		assertThat(updated.body().get("attribute_mapping").has("last_name")).isTrue();
		assertThat(updated.text("/attribute_mapping/title")).isEqualTo("title");
		assertThat(client.get(directory).body()).isEqualTo(updated.body());
		assertThat(client.get(DIRECTORIES + "?limit=1").body().at("/data/0")).isEqualTo(updated.body());
		assertThat(client.delete(directory).text("/object")).isEqualTo("directory");
		assertRejected(client.get(directory), 404, "resource_not_found", null);
		assertThat(client.get(DIRECTORIES).body().get("total_count").intValue()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{'provider': 'okta'} | form_param_missing | enterprise_connection_id",
			"{'enterprise_connection_id': 'ent_1'} | form_param_missing | provider",
			"{'enterprise_connection_id': 'ent_1', 'provider': 'okta'} | form_resource_not_found | enterprise_connection_id",
			"{'enterprise_connection_id': 'ent_1', 'provider': 'okta', 'x': 1} | form_param_unknown | x" })
	void rejectsDirectory(String body, String code, String parameter) {
		assertRejected(client.post(DIRECTORIES, body), 422, code, parameter);
	}

	@Test
	void mapsGroupsInOrder() {
		String mappings = directory(", 'group_role_mappings': [{'directory_group_id': 'g1', 'role_id': 'role_member', "
				+ "'directory_group_display_name': 'All'}]") + "/group_role_mappings";
		ApiResponse second = client.post(mappings, "{'scim_group_id': 'g2', 'role_id': 'role_admin'}");
		assertThat(second.body().get("precedence").intValue()).isEqualTo(2);
		assertThat(second.text("/directory_group_id")).isEqualTo("g2");
		assertThat(second.text("/role/key")).isEqualTo("org:admin");
		assertThat(client.get(mappings).body().findValuesAsText("directory_group_id")).containsExactly("g1", "g2");
		ApiResponse replaced = client.send("PUT", mappings,
				"{'mappings': [{'directory_group_id': 'g3', 'role_id': 'role_admin'}, "
						+ "{'directory_group_id': 'g1', 'role_id': 'role_member'}]}");
		assertThat(replaced.body().findValuesAsText("directory_group_id")).containsExactly("g3", "g1");
		String last = mappings + "/" + replaced.text("/data/1/id");
		assertThat(client.delete(last).text("/object")).isEqualTo("directory_group_role_mapping");
		assertRejected(client.delete(last), 404, "resource_not_found", null);
		assertThat(client.send("PUT", mappings, "{'mappings': []}").body().get("total_count").intValue()).isZero();
	}

	@Test
	void rejectsMapping() {
		String directory = directory("");
		String mappings = directory + "/group_role_mappings";
		String mapping = "{'directory_group_id': 'g1', 'role_id': 'role_admin'}";
		assertRejected(client.post(mappings, mapping), 403, "feature_not_enabled", null);
		client.patch(directory, "{'group_role_mapping_enabled': true}");
		assertThat(client.post(mappings, mapping).status()).isEqualTo(200);
		assertRejected(client.post(mappings, "{'role_id': 'role_admin'}"), 422, "form_param_missing",
				"directory_group_id");
		assertRejected(client.post(mappings, "{'directory_group_id': 'g', 'role_id': 'role_x'}"), 422,
				"form_resource_not_found", "role_id");
		assertRejected(
				client.post(mappings, "{'directory_group_id': 'g', 'scim_group_id': 'other', 'role_id': 'role_admin'}"),
				422, "form_param_value_invalid", "scim_group_id");
	}

}
