// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.paging;

import java.util.List;

import io.github.ssoconnections.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Items that come again because the list changes meanwhile.
 */
class ListingTests {

	@Test
	void remembersOnlyTheLastPages() {
		Listing<String> listing = new Listing<>((item) -> item, 2, IllegalStateException::new);
		assertThat(listing.addPage(new Page<>(List.of("a", "a", "b"), null), 0)).containsExactly("a", "b");
		assertThat(listing.addPage(new Page<>(List.of("b", "c"), null), 0)).containsExactly("c");
		assertThat(listing.addPage(new Page<>(List.of("b", "d"), null), 0)).containsExactly("d");
		assertThat(listing.addPage(new Page<>(List.of("a"), null), 0)).containsExactly("a");
	}

}
