// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.util.List;

import io.github.ssoconnections.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PagingTests {

	@Test
	void endsWithTheTotal() {
		assertThat(Paging.of(new Page<>(List.of(1, 2), 4L), 2, 2)).isEqualTo(new Paging(3, 4, 4L, 0L, null));
	}

	@Test
	void goesOnBeforeTheTotal() {
		assertThat(Paging.of(new Page<>(List.of(1, 2), 5L), 0, 2)).isEqualTo(new Paging(1, 2, 5L, null, 2L));
	}

	@Test
	void goesOnAfterFullPageWhenTotalIsUnknown() {
		assertThat(Paging.of(new Page<>(List.of(1, 2), null), 1, 2)).isEqualTo(new Paging(2, 3, null, 0L, 3L));
		assertThat(Paging.of(new Page<>(List.of(1), null), 0, 2)).isEqualTo(new Paging(1, 1, null, null, null));
	}

	@Test
	void doesNotGoOnAfterEmptyPage() {
		assertThat(Paging.of(new Page<>(List.of(), 5L), 2, 2).next()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "'', 0", "25, 25", "-1, 0", "1e3, 0", "9999999999999999999, 0", "x, 0" })
	void readsOffset(String text, long expected) {
		assertThat(Paging.readOffset(text)).isEqualTo(expected);
	}

}
