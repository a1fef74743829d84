// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PathTemplateTests {

	private final PathTemplate template = new PathTemplate("/things/{thing_id}/parts/{part_id}");

	@Test
	void putsTheIdsInTheirPlaces() {
		assertThat(this.template.expand("https://a.b/v1", List.of("t-1", "P_2"), List.of()))
			.hasToString("https://a.b/v1/things/t-1/parts/P_2");
		assertThat(new PathTemplate("/things").expand("https://a.b", List.of(), List.of()))
			.hasToString("https://a.b/things");
	}

	@Test
	void encodesNamesAndValuesOfTheQuery() {
		assertThat(new PathTemplate("/t").expand("https://a.b", List.of(),
				List.of(new QueryParameter("a[]", "+1 &=?#/%"), new QueryParameter("a[]", ""))))
			.hasToString("https://a.b/t?a%5B%5D=%2B1%20%26%3D%3F%23%2F%25&a%5B%5D=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "samlc_1", "ent-2", "ABCxyz019_-", "__", "-" })
	void takesIds(String id) {
		this.template.check(id, id);
	}

	@Test
	void takesIdsOfUpTo128Characters() {
		this.template.check("a", "x".repeat(128));
		assertThatIllegalArgumentException().isThrownBy(() -> this.template.check("a", "x".repeat(129)));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", ".", "..", "../users/user_1", "a/b", "a\\b", "a%2Fb", "a?b", "a#b", "a;b", "a b",
			"a\n", "\na", "a\u0000", "ä", "\u0131", "{id}", "a|b", "a:b", "a@b", "a+b", "a=b", "a.b", "\u200ba" })
	void rejectsWhatCouldLeadElsewhereWithoutQuotingIt(String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.template.check("ent_1", id))
			.withMessage("'id' must be 1 to 128 characters out of A-Z, a-z, 0-9, '_' and '-'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.template.check(id, "ent_1"));
	}

	@Test
	void takesAndEncodesABarWhereTheVendorHasSuchIds() {
		PathTemplate bar = this.template.withBarInIds();
		bar.check("auth0|1", "|");
		assertThat(bar.expand("https://a.b", List.of("auth0|1", "|"), List.of()))
			.hasToString("https://a.b/things/auth0%7C1/parts/%7C");
		assertThat(bar).hasToString("/things/{thing_id}/parts/{part_id}");
		assertThatIllegalArgumentException().isThrownBy(() -> bar.check("a", "a/b"))
			.withMessage("'id' must be 1 to 128 characters out of A-Z, a-z, 0-9, '_', '-' and '|'");
		assertThatIllegalArgumentException().isThrownBy(() -> bar.check("a", "x".repeat(129)));
	}

	@Test
	void rejectsAnotherNumberOfIds() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.template.check("a")).withMessageContaining("2 ids");
		assertThatIllegalArgumentException().isThrownBy(() -> this.template.check("a", "b", "c"));
	}

}
