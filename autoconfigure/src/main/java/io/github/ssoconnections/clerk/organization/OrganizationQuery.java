// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiQuery;
import org.jspecify.annotations.Nullable;

/**
 * Query for organizations.
 */
public final class OrganizationQuery extends ApiQuery<OrganizationQuery> {

	/**
	 * List the organizations with an id, or with a text in name or slug.
	 * @param query the id as a whole, or a part of name or slug; {@code null} for the
	 * vendor's default
	 * @return this query
	 */
	public OrganizationQuery query(@Nullable String query) {
		return single("query", query);
	}

	/**
	 * Include the number of members in the response.
	 * @param includeMembersCount whether it is included, {@code null} for the vendor's
	 * default
	 * @return this query
	 */
	public OrganizationQuery includeMembersCount(@Nullable Boolean includeMembersCount) {
		return single("include_members_count", includeMembersCount);
	}

	/**
	 * Order the list.
	 * @param orderBy {@code name}, {@code created_at} or {@code members_count}, prefixed
	 * by {@code -} for descending order; {@code null} for the vendor's default, which is
	 * {@code -created_at}
	 * @return this query
	 */
	public OrganizationQuery orderBy(@Nullable String orderBy) {
		return single("order_by", orderBy);
	}

	/**
	 * Set the number of items per page.
	 * @param limit 1 to 500; 10 if not set, {@code null} for the vendor's default
	 * @return this query
	 */
	public OrganizationQuery limit(@Nullable Integer limit) {
		Assert.isTrue(limit == null || (limit >= 1 && limit <= 500), "'limit' must be between 1 and 500");
		return single("limit", limit);
	}

	/**
	 * Set the number of items to skip.
	 * @param offset 0 or more, {@code null} for the vendor's default
	 * @return this query
	 */
	public OrganizationQuery offset(@Nullable Long offset) {
		Assert.isTrue(offset == null || offset >= 0, "'offset' must not be negative");
		return single("offset", offset);
	}

}
