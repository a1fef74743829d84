// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.util.List;
import java.util.stream.IntStream;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.index.ConnectionPage;
import org.junit.jupiter.api.Test;

import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

class PagingTests {

	@Test
	void beginsAtTheStart() {
		assertThat(paging(1, 25, 60)).isEqualTo(new Paging(1, 25, 1, 3, null, "/connections?q=a%26b&page=2"));
	}

	@Test
	void endsWithTheTotal() {
		assertThat(paging(3, 10, 60)).isEqualTo(new Paging(51, 60, 3, 3, "/connections?q=a%26b&page=2", null));
	}

	@Test
	void leadsBackFromBehindTheEnd() {
		assertThat(paging(9, 0, 60)).isEqualTo(new Paging(0, 0, 9, 3, "/connections?q=a%26b&page=3", null));
	}

	@Test
	void hasOnePageWhenThereIsNothing() {
		assertThat(paging(1, 0, 0)).isEqualTo(new Paging(0, 0, 1, 1, null, null));
	}

	private static Paging paging(int number, int rows, int total) {
		LinkedMultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		parameters.add("q", "a&b");
		parameters.add("page", String.valueOf(number));
		List<CatalogEntry> entries = IntStream.range(0, rows)
			.mapToObj((i) -> new CatalogEntry("clerk", Account.DEFAULT, "ent_" + i, null, null, null, null, List.of(),
					null))
			.toList();
		return Paging.of(ConnectionTable.of(parameters),
				new ConnectionPage(entries, (number - 1) * 25, total, List.of(), List.of(), null));
	}

}
