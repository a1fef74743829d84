// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * One call of an operation: its ids, query and body.
 *
 * @param <T> the type of the answer
 * @param operation the operation
 * @param ids the ids for the path, checked
 * @param query the query
 * @param body the body, an {@link ApiBody} or a list of them, or {@code null} to send
 * none
 */
public record ApiCall<T>(ApiOperation<T> operation, List<String> ids, List<QueryParameter> query,
		@Nullable Object body) {

	/**
	 * Return this call with a query.
	 * @param query the query
	 * @return the call
	 */
	public ApiCall<T> query(ApiQuery<?> query) {
		Assert.notNull(query, "'query' must not be null");
		return query(query.parameters());
	}

	ApiCall<T> query(List<QueryParameter> query) {
		return new ApiCall<>(this.operation, this.ids, query, this.body);
	}

	/**
	 * Return this call with a body.
	 * @param body the body
	 * @return the call
	 */
	public ApiCall<T> body(ApiBody<?> body) {
		Assert.notNull(body, "'body' must not be null");
		return new ApiCall<>(this.operation, this.ids, this.query, body);
	}

	/**
	 * Return this call with a body that is an array.
	 * @param items the items of the array
	 * @return the call
	 */
	public ApiCall<T> body(List<? extends ApiBody<?>> items) {
		Assert.notNull(items, "'items' must not be null");
		return new ApiCall<>(this.operation, this.ids, this.query, List.copyOf(items));
	}

}
