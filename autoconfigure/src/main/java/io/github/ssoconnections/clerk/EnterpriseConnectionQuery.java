// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import io.github.ssoconnections.client.ApiQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Which enterprise connections to list.
 */
public final class EnterpriseConnectionQuery extends ApiQuery<EnterpriseConnectionQuery> {

	/**
	 * List the connections of one organization.
	 * @param organizationId the id of the organization, {@code null} to leave it to the
	 * vendor
	 * @return this query
	 */
	public EnterpriseConnectionQuery organizationId(@Nullable String organizationId) {
		return single("organization_id", organizationId);
	}

	/**
	 * List only the active, or only the inactive ones.
	 * @param active which ones, {@code null} to leave it to the vendor
	 * @return this query
	 */
	public EnterpriseConnectionQuery active(@Nullable Boolean active) {
		return single("active", active);
	}

	/**
	 * Set how many items a page holds.
	 * @param limit 1 to 500; 10 if not set, {@code null} to leave it to the vendor
	 * @return this query
	 */
	public EnterpriseConnectionQuery limit(@Nullable Integer limit) {
		Assert.isTrue(limit == null || (limit >= 1 && limit <= 500), "'limit' must be between 1 and 500");
		return single("limit", limit);
	}

	/**
	 * Set how many items are skipped.
	 * @param offset 0 or more, {@code null} to leave it to the vendor
	 * @return this query
	 */
	public EnterpriseConnectionQuery offset(@Nullable Long offset) {
		Assert.isTrue(offset == null || offset >= 0, "'offset' must not be negative");
		return single("offset", offset);
	}

}
