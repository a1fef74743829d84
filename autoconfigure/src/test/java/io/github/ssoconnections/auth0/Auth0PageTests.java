// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.client.WireJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The three formats of a list.
 */
class Auth0PageTests {

	private static final EnabledClient A = new EnabledClient("a", UnknownFields.none());

	@Test
	void readsAnArray() {
		assertThat(read("[{\"client_id\":\"a\"}]")).isEqualTo(new Auth0Page<>(List.of(A), null, null, null, null));
		assertThat(read("[]").data()).isEmpty();
	}

	@Test
	void readsAPageOfOffsetPagination() {
		assertThat(read("{\"start\":100,\"limit\":50,\"total\":123,\"connections\":[{\"client_id\":\"a\"}]}"))
			.isEqualTo(new Auth0Page<>(List.of(A), null, 100L, 50L, 123L));
	}

	@ParameterizedTest
	@ValueSource(strings = { "connections", "clients", "scim_configurations", "directory_provisionings", "groups" })
	void readsAPageOfCheckpointPagination(String items) {
		Auth0Page<EnabledClient> page = read("{\"" + items + "\":[{\"client_id\":\"a\"}],\"next\":\"cur sor\"}");
		assertThat(page).isEqualTo(new Auth0Page<>(List.of(A), "cur sor", null, null, null));
		assertThat(page.hasNext()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"clients\":[]}", "{\"clients\":[],\"next\":null}", "{\"clients\":[],\"next\":\"\"}",
			"{\"new_field\":{},\"clients\":[]}" })
	void readsTheLastPage(String text) {
		assertThat(read(text).hasNext()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"next\":\"a\"}", "{\"connections\":null}", "\"text\"", "{\"connections\":{}}" })
	void readsNoPageWhereThereIsNone(String text) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> read(text));
	}

	private static Auth0Page<EnabledClient> read(String text) {
		return WireJson.mapper().readValue(text, new TypeReference<Auth0Page<EnabledClient>>() {
		});
	}

}
