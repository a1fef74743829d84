// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Account}.
 */
class AccountTests {

	@Test
	void isNamedInMessagesUnlessItHasNoName() {
		assertThat(new Account("clerk", "europe")).hasToString("clerk/europe");
		assertThat(new Account("clerk", "europe").isDefault()).isFalse();
		assertThat(Account.ofDefault("clerk")).hasToString("clerk").isEqualTo(new Account("clerk", "default"));
		assertThat(Account.ofDefault("clerk").isDefault()).isTrue();
	}

	@Test
	void namesItsProperties() {
		assertThat(new Account("clerk", "europe").property("api-key"))
			.isEqualTo("sso-connections.clerk.accounts.europe.api-key");
		assertThat(Account.ofDefault("clerk").property("api-key")).isEqualTo("sso-connections.clerk.api-key");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "eu-1", "-", "0123456789012345678901234567890123456789" })
	void takesLowerCaseLettersDigitsAndHyphens(String name) {
		assertThat(new Account("clerk", name).name()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "Europe", "eu_1", "eu.1", "eu/1", "é", "a\n",
			"01234567890123456789012345678901234567890" })
	void rejectsOtherNames(String name) {
		assertThat(Account.isName(name)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> new Account("clerk", name))
			.withMessageContaining("1 to 40 characters a-z, 0-9 and '-'");
	}

}
