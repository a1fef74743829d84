// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FormStateTests {

	@Test
	void matchesWhileNothingChanges() {
		String rendered = FormState.of(Map.of("name", "Acme"), List.of(1, 2));
		assertThat(rendered).matches("[A-Za-z0-9_-]{43}");
		assertThat(FormState.matches(rendered, Map.of("name", "Acme"), List.of(1, 2))).isTrue();
		assertThat(FormState.matches(rendered, Map.of("name", "Acme"), List.of(2, 1))).isFalse();
		assertThat(FormState.matches(rendered, Map.of("name", "Acme"))).isFalse();
		assertThat(FormState.matches(null, Map.of("name", "Acme"), List.of(1, 2))).isFalse();
		assertThat(FormState.matches("", Map.of("name", "Acme"), List.of(1, 2))).isFalse();
	}

}
