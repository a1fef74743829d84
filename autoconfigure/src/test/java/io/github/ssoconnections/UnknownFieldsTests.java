// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UnknownFieldsTests {

	@Test
	void keepsOrderAndNulls() {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("b", null);
		fields.put("a", 1);
		UnknownFields unknown = UnknownFields.of(fields);
		fields.clear();
		assertThat(unknown.keySet()).containsExactly("b", "a");
		assertThat(unknown).containsEntry("b", null).containsEntry("a", 1).doesNotContainKey("c");
		assertThat(unknown.get("c")).isNull();
	}

	@Test
	void cannotBeChanged() {
		UnknownFields unknown = UnknownFields.of(Map.of("a", 1));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> unknown.put("b", 2));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(unknown::clear);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> unknown.remove("a"));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> unknown.entrySet().iterator().next().setValue(2));
	}

	@Test
	void showsNamesOnly() {
		assertThat(UnknownFields.of(Map.of("name", "hidden"))).hasToString("[name]");
		assertThat(UnknownFields.none()).hasToString("[]");
	}

	@Test
	void equalsAnyMapWithTheSameFields() {
		assertThat(UnknownFields.of(Map.of("a", 1))).isEqualTo(Map.of("a", 1)).hasSameHashCodeAs(Map.of("a", 1));
		assertThat(UnknownFields.of(null)).isSameAs(UnknownFields.none());
		assertThat(UnknownFields.of(Map.of())).isSameAs(UnknownFields.none());
	}

}
