// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiQuery;
import org.jspecify.annotations.Nullable;

/**
 * Query of one page of the applications of a connection.
 */
public final class EnabledClientQuery extends ApiQuery<EnabledClientQuery> {

	private static final int MAX_PAGE = 1000;

	private static final int MAX_FROM = 1000;

	/**
	 * Set the page size.
	 * @param take 1 to 1000; 50 if not set, {@code null} for the vendor's default
	 * @return this query
	 */
	public EnabledClientQuery take(@Nullable Integer take) {
		Assert.isTrue(take == null || (take >= 1 && take <= MAX_PAGE), "'take' must be between 1 and 1000");
		return single("take", take);
	}

	/**
	 * Set the start of the page.
	 * @param from the value of {@link Auth0Page#next()} of the previous page, at most
	 * 1000 characters, {@code null} for the first page
	 * @return this query
	 */
	public EnabledClientQuery from(@Nullable String from) {
		Assert.isTrue(from == null || from.length() <= MAX_FROM, "'from' must not be longer than 1000 characters");
		return single("from", from);
	}

}
