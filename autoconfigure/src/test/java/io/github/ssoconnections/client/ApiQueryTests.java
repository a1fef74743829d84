// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApiQueryTests {

	@Test
	void keepsFalseZeroAndEmpty() {
		assertThat(new Query().param("a", false).param("b", 0).param("c", "").parameters()).containsExactly(
				new QueryParameter("a", "false"), new QueryParameter("b", "0"), new QueryParameter("c", ""));
	}

	@Test
	void replacesEarlierValues() {
		assertThat(new Query().param("a", 1, 2).param("b", 3).param("a", 4).parameters())
			.containsExactly(new QueryParameter("b", "3"), new QueryParameter("a", "4"));
		assertThat(new Query().param("a", 1).only(null).parameters()).isEmpty();
		assertThat(new Query().only("x").only("y").parameters()).containsExactly(new QueryParameter("a", "y"));
	}

	@Test
	void handsOutACopy() {
		Query query = new Query().param("a", 1);
		List<QueryParameter> before = query.parameters();
		query.param("b", 2);
		assertThat(before).hasSize(1);
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> before.add(new QueryParameter("c", "3")));
	}

	@Test
	void rejectsNulls() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Query().param("", 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new Query().param("a", 1, null));
	}

	static final class Query extends ApiQuery<Query> {

		Query only(@Nullable String value) {
			return single("a", value);
		}

	}

}
