// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PageTests {

	@Test
	void keepsACopy() {
		List<String> data = new ArrayList<>(List.of("b", "a"));
		Page<String> page = new Page<>(data, 7L);
		data.clear();
		assertThat(page.data()).containsExactly("b", "a");
		assertThat(page.totalCount()).isEqualTo(7);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> page.data().clear());
	}

	@Test
	void knowsNoTotalWhenThereIsNone() {
		assertThat(new Page<>(List.of(), null).totalCount()).isNull();
		assertThatIllegalArgumentException().isThrownBy(() -> new Page<>(null, 1L));
	}

}
