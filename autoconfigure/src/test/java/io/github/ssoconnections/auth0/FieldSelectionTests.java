// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link FieldSelection}.
 */
class FieldSelectionTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			name          | name,id
			name,strategy | name,strategy,id
			id            | id
			name, id      | name, id
			ids           | ids,id
			""")
	void alwaysSelectsTheId(String fields, String sent) {
		assertThat(new Auth0ConnectionQuery().take(5).fields(fields).withId())
			.hasToString(new Auth0ConnectionQuery().take(5).fields(sent).toString());
		assertThat(new Auth0FieldQuery().fields(fields).includeFields(true).withId())
			.hasToString(new Auth0FieldQuery().fields(sent).includeFields(true).toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "name,id", "name, id" })
	void rejectsToExcludeTheId(String fields) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Auth0FieldQuery().includeFields(false).fields(fields).withId())
			.withMessage("'fields' must not exclude 'id'");
	}

	@Test
	void changesNothingElse() {
		Auth0ConnectionQuery query = new Auth0ConnectionQuery().strategy(ConnectionStrategy.SAMLP,
				ConnectionStrategy.OIDC);
		assertThat(query.withId()).hasToString(query.toString());
		Auth0FieldQuery excluding = new Auth0FieldQuery().fields("name").includeFields(false);
		assertThat(excluding.withId()).hasToString(excluding.toString());
		assertThat(new Auth0FieldQuery().withId().parameters()).isEmpty();
	}

}
