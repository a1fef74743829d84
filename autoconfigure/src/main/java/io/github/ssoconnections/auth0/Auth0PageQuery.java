// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiQuery;
import org.jspecify.annotations.Nullable;

/**
 * Query of one page of a list.
 */
public final class Auth0PageQuery extends ApiQuery<Auth0PageQuery> {

	private static final int MAX_PAGE = 100;

	/**
	 * Set the page size.
	 * @param take 1 to 100; 50 if not set, {@code null} for the vendor's default
	 * @return this query
	 */
	public Auth0PageQuery take(@Nullable Integer take) {
		Assert.isTrue(take == null || (take >= 1 && take <= MAX_PAGE), "'take' must be between 1 and 100");
		return single("take", take);
	}

	/**
	 * Set the start of the page.
	 * @param from the value of {@link Auth0Page#next()} of the previous page,
	 * {@code null} for the first page
	 * @return this query
	 */
	public Auth0PageQuery from(@Nullable String from) {
		return single("from", from);
	}

}
