// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Set;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.QueryParameter;
import org.jspecify.annotations.Nullable;

/**
 * Query of connections. Pagination is by checkpoint ({@link #take} and {@link #from}) by
 * default, and by offset with {@link #page} or {@link #perPage}, which Auth0 limits to
 * 1000 connections.
 */
public final class Auth0ConnectionQuery extends ApiQuery<Auth0ConnectionQuery> {

	private static final Set<String> PAGING = Set.of("take", "from", "page", "per_page", "include_totals");

	private static final int MAX_PAGE = 100;

	/**
	 * Set the page size of checkpoint pagination.
	 * @param take 1 to 100, {@code null} for the client's setting
	 * @return this query
	 */
	public Auth0ConnectionQuery take(@Nullable Integer take) {
		Assert.isTrue(take == null || (take >= 1 && take <= MAX_PAGE), "'take' must be between 1 and 100");
		return single("take", take);
	}

	/**
	 * Set the start of the page.
	 * @param from the value of {@link Auth0Page#next()} of the previous page,
	 * {@code null} for the first page
	 * @return this query
	 */
	public Auth0ConnectionQuery from(@Nullable String from) {
		return single("from", from);
	}

	/**
	 * Set the page number of offset pagination.
	 * @param page 0 or more, {@code null} for the vendor's default
	 * @return this query
	 */
	public Auth0ConnectionQuery page(@Nullable Integer page) {
		Assert.isTrue(page == null || page >= 0, "'page' must not be negative");
		return single("page", page);
	}

	/**
	 * Set the page size of offset pagination.
	 * @param perPage 1 to 100, {@code null} for the vendor's default
	 * @return this query
	 */
	public Auth0ConnectionQuery perPage(@Nullable Integer perPage) {
		Assert.isTrue(perPage == null || (perPage >= 1 && perPage <= MAX_PAGE), "'perPage' must be between 1 and 100");
		return single("per_page", perPage);
	}

	/**
	 * Set whether the response contains the total number, with offset pagination.
	 * @param includeTotals whether it does, {@code null} for the vendor's default
	 * @return this query
	 */
	public Auth0ConnectionQuery includeTotals(@Nullable Boolean includeTotals) {
		return single("include_totals", includeTotals);
	}

	/**
	 * Filter by strategy.
	 * @param strategies the strategies; all if empty
	 * @return this query
	 */
	public Auth0ConnectionQuery strategy(ConnectionStrategy... strategies) {
		return param("strategy", (Object[]) strategies);
	}

	/**
	 * Filter by name.
	 * @param name the name, {@code null} for all
	 * @return this query
	 */
	public Auth0ConnectionQuery name(@Nullable String name) {
		return single("name", name);
	}

	/**
	 * Set the fields of the connections in the response. The id is always among them.
	 * @param fields the fields by JSON name, separated by commas, {@code null} for all
	 * @return this query
	 */
	public Auth0ConnectionQuery fields(@Nullable String fields) {
		return single("fields", fields);
	}

	/**
	 * Set whether the fields are included or excluded.
	 * @param includeFields {@code false} to exclude them, but never the id, {@code null}
	 * for the vendor's default
	 * @return this query
	 */
	public Auth0ConnectionQuery includeFields(@Nullable Boolean includeFields) {
		return single("include_fields", includeFields);
	}

	Auth0ConnectionQuery withId() {
		Auth0ConnectionQuery query = new Auth0ConnectionQuery();
		FieldSelection.withId(parameters()).forEach((parameter) -> query.addParam(parameter.name(), parameter.value()));
		return query;
	}

	// Without parameters, Auth0 uses offset pagination, limited to 1000 connections
	Auth0ConnectionQuery orByCheckpoint(int pageSize) {
		if (parameters().stream().map(QueryParameter::name).anyMatch(PAGING::contains)) {
			return this;
		}
		Auth0ConnectionQuery query = new Auth0ConnectionQuery();
		parameters().forEach((parameter) -> query.addParam(parameter.name(), parameter.value()));
		return query.take(pageSize);
	}

}
