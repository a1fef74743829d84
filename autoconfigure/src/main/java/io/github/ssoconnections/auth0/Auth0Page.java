// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, in any of the three formats of Auth0: an array, an object with a
 * total, or an object with the start of the next page.
 *
 * @param <T> the type of the items
 * @param data the items of this page, in no guaranteed order
 * @param next the start of the next page, {@code null} on the last page and with offset
 * pagination
 * @param start the number of items before this page, with offset pagination and totals
 * @param limit the page size, if {@code start} is present
 * @param total the total number of items, if {@code start} is present
 * @param skipped the number of items of this page that could not be read, as they are not
 * an object or have no id; they are not in {@code data}
 */
public record Auth0Page<T>(List<T> data, @Nullable String next, @Nullable Long start, @Nullable Long limit,
		@Nullable Long total, int skipped) {

	public Auth0Page {
		Assert.notNull(data, "'data' must not be null");
		data = List.copyOf(data);
	}

	/**
	 * Create a page without skipped items.
	 * @param data the items of this page
	 * @param next the start of the next page
	 * @param start the number of items before this page
	 * @param limit the page size
	 * @param total the total number of items
	 */
	@JsonCreator
	public Auth0Page(
			@JsonAlias({ "connections", "clients", "scim_configurations", "directory_provisionings", "groups",
					"organizations", "domains" }) @JsonProperty("data") List<T> data,
			@JsonProperty("next") @Nullable String next, @JsonProperty("start") @Nullable Long start,
			@JsonProperty("limit") @Nullable Long limit, @JsonProperty("total") @Nullable Long total) {
		this(data, next, start, limit, total, 0);
	}

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	Auth0Page(List<T> data) {
		this(data, null, null, null, null);
	}

	/**
	 * Return whether there is a next page.
	 * @return whether {@code next} is present
	 */
	public boolean hasNext() {
		return this.next != null && !this.next.isEmpty();
	}

}
