// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PagingTests {

	@Test
	void beginsAtTheStart() {
		assertThat(paging(1, 60)).isEqualTo(new Paging(1, 25, 1, 3, null, "/?page=2"));
	}

	@Test
	void endsWithTheTotal() {
		assertThat(paging(3, 60)).isEqualTo(new Paging(51, 60, 3, 3, "/?page=2", null));
		assertThat(paging(2, 50)).isEqualTo(new Paging(26, 50, 2, 2, "/?page=1", null));
	}

	@Test
	void leadsBackFromBehindTheEnd() {
		assertThat(paging(9, 60)).isEqualTo(new Paging(0, 0, 9, 3, "/?page=3", null));
		assertThat(paging(9_999_999, 60).previous()).isEqualTo("/?page=3");
	}

	@Test
	void hasOnePageWhenThereIsNothing() {
		assertThat(paging(1, 0)).isEqualTo(new Paging(0, 0, 1, 1, null, null));
	}

	@ParameterizedTest
	@CsvSource({ "'', 1", "25, 25", "0, 1", "-1, 1", "1e3, 1", "9999999999999999999, 1", "x, 1" })
	void readsNumber(String text, int expected) {
		assertThat(Paging.number(text)).isEqualTo(expected);
	}

	private static Paging paging(int number, int total) {
		return Paging.of(number, 25, total, (page) -> "/?page=" + page);
	}

}
