// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiQuery;
import org.jspecify.annotations.Nullable;

/**
 * Query for test runs.
 */
public final class TestRunQuery extends ApiQuery<TestRunQuery> {

	/**
	 * List runs in the given states only.
	 * @param status the states, none for all runs
	 * @return this query
	 */
	public TestRunQuery status(TestRunStatus... status) {
		Assert.notNull(status, "'status' must not be null");
		return param("status", (Object[]) status);
	}

	/**
	 * Set the number of items per page.
	 * @param limit 1 to 500; 10 if not set, {@code null} for the vendor's default
	 * @return this query
	 */
	public TestRunQuery limit(@Nullable Integer limit) {
		Assert.isTrue(limit == null || (limit >= 1 && limit <= 500), "'limit' must be between 1 and 500");
		return single("limit", limit);
	}

	/**
	 * Set the number of items to skip.
	 * @param offset 0 or more, {@code null} for the vendor's default
	 * @return this query
	 */
	public TestRunQuery offset(@Nullable Long offset) {
		Assert.isTrue(offset == null || offset >= 0, "'offset' must not be negative");
		return single("offset", offset);
	}

}
