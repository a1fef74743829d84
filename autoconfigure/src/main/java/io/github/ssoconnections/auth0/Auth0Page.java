// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * One page of a list, whichever of its three shapes Auth0 has given it: an array, an
 * object with a total, or an object that says where the next page starts.
 *
 * @param <T> the type of the items
 * @param data the items of this page; Auth0 promises no order
 * @param next where the next page starts, {@code null} on the last one and where pages
 * are counted
 * @param start how many items come before this page, where pages are counted and totals
 * were asked for
 * @param limit how many items a page holds, where {@code start} is there
 * @param total how many items there are, where {@code start} is there
 * @param skipped how many items of this page could not be read, as they are no object or
 * have no id; they are not in {@code data}
 */
public record Auth0Page<T>(List<T> data, @Nullable String next, @Nullable Long start, @Nullable Long limit,
		@Nullable Long total, int skipped) {

	public Auth0Page {
		Assert.notNull(data, "'data' must not be null");
		data = List.copyOf(data);
	}

	/**
	 * Create a page all of whose items could be read.
	 * @param data the items of this page
	 * @param next where the next page starts
	 * @param start how many items come before this page
	 * @param limit how many items a page holds
	 * @param total how many items there are
	 */
	@JsonCreator
	public Auth0Page(
			@JsonAlias({ "connections", "clients", "scim_configurations", "directory_provisionings",
					"groups" }) @JsonProperty("data") List<T> data,
			@JsonProperty("next") @Nullable String next, @JsonProperty("start") @Nullable Long start,
			@JsonProperty("limit") @Nullable Long limit, @JsonProperty("total") @Nullable Long total) {
		this(data, next, start, limit, total, 0);
	}

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	Auth0Page(List<T> data) {
		this(data, null, null, null, null);
	}

	/**
	 * Return whether Auth0 says where the next page starts.
	 * @return whether {@code next} is there
	 */
	public boolean hasNext() {
		return this.next != null && !this.next.isEmpty();
	}

}
