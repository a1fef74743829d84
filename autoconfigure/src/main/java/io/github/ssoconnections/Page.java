// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * One page of a list.
 *
 * @param <T> the type of the items
 * @param data the items of this page, in the vendor's order
 * @param totalCount the number of items in the whole list when the page was read, or
 * {@code null} when the vendor did not say
 */
public record Page<T>(List<T> data, @Nullable Long totalCount) {

	public Page {
		Assert.notNull(data, "'data' must not be null");
		data = List.copyOf(data);
	}

}
