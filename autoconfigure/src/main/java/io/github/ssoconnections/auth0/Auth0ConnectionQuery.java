// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Set;

import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.QueryParameter;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Which connections to list. By default a page says where the next one starts
 * ({@link #take} and {@link #from}); with {@link #page} or {@link #perPage} pages are
 * counted instead, which Auth0 ends after 1000 connections.
 */
public final class Auth0ConnectionQuery extends ApiQuery<Auth0ConnectionQuery> {

	private static final Set<String> PAGING = Set.of("take", "from", "page", "per_page", "include_totals");

	private static final int MAX_PAGE = 100;

	/**
	 * Set how many connections a page holds.
	 * @param take 1 to 100, {@code null} to leave it to the client's settings
	 * @return this query
	 */
	public Auth0ConnectionQuery take(@Nullable Integer take) {
		Assert.isTrue(take == null || (take >= 1 && take <= MAX_PAGE), "'take' must be between 1 and 100");
		return single("take", take);
	}

	/**
	 * Set where the page starts.
	 * @param from what {@link Auth0Page#next()} of the page before said, {@code null} for
	 * the first page
	 * @return this query
	 */
	public Auth0ConnectionQuery from(@Nullable String from) {
		return single("from", from);
	}

	/**
	 * Set the page, where pages are counted.
	 * @param page 0 or more, {@code null} to leave it to the vendor
	 * @return this query
	 */
	public Auth0ConnectionQuery page(@Nullable Integer page) {
		Assert.isTrue(page == null || page >= 0, "'page' must not be negative");
		return single("page", page);
	}

	/**
	 * Set how many connections a page holds, where pages are counted.
	 * @param perPage 1 to 100, {@code null} to leave it to the vendor
	 * @return this query
	 */
	public Auth0ConnectionQuery perPage(@Nullable Integer perPage) {
		Assert.isTrue(perPage == null || (perPage >= 1 && perPage <= MAX_PAGE), "'perPage' must be between 1 and 100");
		return single("per_page", perPage);
	}

	/**
	 * Set whether the page tells how many connections there are, where pages are counted.
	 * @param includeTotals whether it does, {@code null} to leave it to the vendor
	 * @return this query
	 */
	public Auth0ConnectionQuery includeTotals(@Nullable Boolean includeTotals) {
		return single("include_totals", includeTotals);
	}

	/**
	 * List only connections of these strategies.
	 * @param strategies the strategies, none for all
	 * @return this query
	 */
	public Auth0ConnectionQuery strategy(ConnectionStrategy... strategies) {
		return param("strategy", (Object[]) strategies);
	}

	/**
	 * List only the connection of this name.
	 * @param name the name, {@code null} for all
	 * @return this query
	 */
	public Auth0ConnectionQuery name(@Nullable String name) {
		return single("name", name);
	}

	/**
	 * Name the fields that connections come with.
	 * @param fields the fields by wire name, separated by commas, {@code null} for all
	 * @return this query
	 */
	public Auth0ConnectionQuery fields(@Nullable String fields) {
		return single("fields", fields);
	}

	/**
	 * Set whether connections come with the fields that are named, or without them.
	 * @param includeFields {@code false} for without, {@code null} to leave it to the
	 * vendor
	 * @return this query
	 */
	public Auth0ConnectionQuery includeFields(@Nullable Boolean includeFields) {
		return single("include_fields", includeFields);
	}

	// Without a word on paging, Auth0 counts pages, and ends after 1000 connections
	Auth0ConnectionQuery orByCheckpoint(int pageSize) {
		if (parameters().stream().map(QueryParameter::name).anyMatch(PAGING::contains)) {
			return this;
		}
		Auth0ConnectionQuery query = new Auth0ConnectionQuery();
		parameters().forEach((parameter) -> query.addParam(parameter.name(), parameter.value()));
		return query.take(pageSize);
	}

}
