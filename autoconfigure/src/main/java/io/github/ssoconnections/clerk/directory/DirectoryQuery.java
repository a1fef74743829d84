// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.directory;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiQuery;
import org.jspecify.annotations.Nullable;

/**
 * Query for directories.
 */
public final class DirectoryQuery extends ApiQuery<DirectoryQuery> {

	/**
	 * Set the number of items per page.
	 * @param limit 1 to 500; 10 if not set, {@code null} for the vendor's default
	 * @return this query
	 */
	public DirectoryQuery limit(@Nullable Integer limit) {
		Assert.isTrue(limit == null || (limit >= 1 && limit <= 500), "'limit' must be between 1 and 500");
		return single("limit", limit);
	}

	/**
	 * Set the number of items to skip.
	 * @param offset 0 or more, {@code null} for the vendor's default
	 * @return this query
	 */
	public DirectoryQuery offset(@Nullable Long offset) {
		Assert.isTrue(offset == null || offset >= 0, "'offset' must not be negative");
		return single("offset", offset);
	}

}
