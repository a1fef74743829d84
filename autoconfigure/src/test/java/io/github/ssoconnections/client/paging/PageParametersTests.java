// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.paging;

import java.util.List;
import java.util.Set;

import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.QueryParameter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What a query says about pages.
 */
class PageParametersTests {

	@Test
	void findsANumber() {
		PageParameters parameters = of(new Query().param("limit", 7, 8));
		assertThat(parameters.number("limit", 1)).isEqualTo(7);
		assertThat(parameters.number("offset", 1)).isEqualTo(1);
		PageParameters invalid = of(new Query().param("limit", "x"));
		assertThatIllegalArgumentException().isThrownBy(() -> invalid.number("limit", 1));
	}

	@Test
	void findsAText() {
		PageParameters parameters = of(new Query().param("from", "a"));
		assertThat(parameters.text("from")).isEqualTo("a");
		assertThat(parameters.text("take")).isNull();
	}

	@Test
	void leavesTheFilters() {
		assertThat(
				of(new Query().param("q", "a").param("limit", 7).param("offset", 3)).without(Set.of("limit", "offset")))
			.isEqualTo(List.of(new QueryParameter("q", "a")));
	}

	private static PageParameters of(Query query) {
		return new PageParameters(query);
	}

	private static final class Query extends ApiQuery<Query> {

	}

}
