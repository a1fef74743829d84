// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> the type of the items
 * @param data the items of this page, in the vendor's order
 * @param totalCount the number of items in the whole list when the page was read, or
 * {@code null} if the vendor did not return it
 * @param skipped the number of items of this page that could not be decoded, because they
 * are not an object or have no id; {@code data} does not contain them
 */
public record Page<T>(List<T> data, @Nullable Long totalCount, int skipped) {

	public Page {
		Assert.notNull(data, "'data' must not be null");
		data = List.copyOf(data);
	}

	/**
	 * Create a page without skipped items.
	 * @param data the items of this page
	 * @param totalCount the number of items in the whole list, may be {@code null}
	 */
	@JsonCreator
	public Page(@JsonProperty("data") List<T> data, @JsonProperty("total_count") @Nullable Long totalCount) {
		this(data, totalCount, 0);
	}

}
