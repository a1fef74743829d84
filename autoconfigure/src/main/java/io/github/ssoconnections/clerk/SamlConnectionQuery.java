// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiQuery;
import org.jspecify.annotations.Nullable;

/**
 * Query for SAML connections.
 */
public final class SamlConnectionQuery extends ApiQuery<SamlConnectionQuery> {

	private static final String ORGANIZATION_ID = "organization_id";

	private static final int MAX_ORGANIZATIONS = 100;

	/**
	 * List the connections whose name contains a text, ignoring case.
	 * @param query the text, {@code null} for the vendor's default
	 * @return this query
	 */
	public SamlConnectionQuery query(@Nullable String query) {
		return single("query", query);
	}

	/**
	 * Order the list.
	 * @param orderBy the field, such as {@code created_at}, prefixed by {@code -} for
	 * descending order, {@code null} for the vendor's default
	 * @return this query
	 */
	public SamlConnectionQuery orderBy(@Nullable String orderBy) {
		return single("order_by", orderBy);
	}

	/**
	 * List connections by organization, in the format of the vendor's parameter.
	 * @param organizationIds up to 100 ids, each prefixed by {@code +} to include or
	 * {@code -} to exclude the connections of the organization; none for all connections
	 * @return this query
	 */
	public SamlConnectionQuery organizationId(String... organizationIds) {
		Assert.notNull(organizationIds, "'organizationIds' must not be null");
		checkOrganizations(organizationIds.length);
		return param(ORGANIZATION_ID, (Object[]) organizationIds);
	}

	/**
	 * Include the connections of organizations, in addition to previous organizations.
	 * @param organizationIds the ids of the organizations, up to 100 in all
	 * @return this query
	 */
	public SamlConnectionQuery includeOrganizations(String... organizationIds) {
		return addOrganizations('+', organizationIds);
	}

	/**
	 * Exclude the connections of organizations, in addition to previous organizations.
	 * @param organizationIds the ids of the organizations, up to 100 in all
	 * @return this query
	 */
	public SamlConnectionQuery excludeOrganizations(String... organizationIds) {
		return addOrganizations('-', organizationIds);
	}

	private SamlConnectionQuery addOrganizations(char sign, String... organizationIds) {
		Assert.notNull(organizationIds, "'organizationIds' must not be null");
		long before = parameters().stream().filter((parameter) -> parameter.name().equals(ORGANIZATION_ID)).count();
		checkOrganizations(before + organizationIds.length);
		for (String organizationId : organizationIds) {
			Assert.hasText(organizationId, "'organizationIds' must not contain empty text");
			addParam(ORGANIZATION_ID, sign + organizationId);
		}
		return this;
	}

	private static void checkOrganizations(long number) {
		Assert.isTrue(number <= MAX_ORGANIZATIONS, "'organizationIds' must not be more than " + MAX_ORGANIZATIONS);
	}

	/**
	 * Set the number of items per page.
	 * @param limit 1 to 500; 10 if not set, {@code null} for the vendor's default
	 * @return this query
	 */
	public SamlConnectionQuery limit(@Nullable Integer limit) {
		Assert.isTrue(limit == null || (limit >= 1 && limit <= 500), "'limit' must be between 1 and 500");
		return single("limit", limit);
	}

	/**
	 * Set the number of items to skip.
	 * @param offset 0 or more, {@code null} for the vendor's default
	 * @return this query
	 */
	public SamlConnectionQuery offset(@Nullable Long offset) {
		Assert.isTrue(offset == null || offset >= 0, "'offset' must not be negative");
		return single("offset", offset);
	}

}
