// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiQuery;
import org.jspecify.annotations.Nullable;

/**
 * Query for enterprise connections.
 */
public final class EnterpriseConnectionQuery extends ApiQuery<EnterpriseConnectionQuery> {

	/**
	 * List the connections of one organization.
	 * @param organizationId the id of the organization, {@code null} for the vendor's
	 * default
	 * @return this query
	 */
	public EnterpriseConnectionQuery organizationId(@Nullable String organizationId) {
		return single("organization_id", organizationId);
	}

	/**
	 * List active or inactive connections only.
	 * @param active whether the connections are active, {@code null} for the vendor's
	 * default
	 * @return this query
	 */
	public EnterpriseConnectionQuery active(@Nullable Boolean active) {
		return single("active", active);
	}

	/**
	 * Set the number of items per page.
	 * @param limit 1 to 500; 10 if not set, {@code null} for the vendor's default
	 * @return this query
	 */
	public EnterpriseConnectionQuery limit(@Nullable Integer limit) {
		Assert.isTrue(limit == null || (limit >= 1 && limit <= 500), "'limit' must be between 1 and 500");
		return single("limit", limit);
	}

	/**
	 * Set the number of items to skip.
	 * @param offset 0 or more, {@code null} for the vendor's default
	 * @return this query
	 */
	public EnterpriseConnectionQuery offset(@Nullable Long offset) {
		Assert.isTrue(offset == null || offset >= 0, "'offset' must not be negative");
		return single("offset", offset);
	}

}
