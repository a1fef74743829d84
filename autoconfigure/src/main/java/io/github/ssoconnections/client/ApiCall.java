// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

/**
 * Call of an operation, with ids, query and body. The body is serialized immediately, so
 * that later changes to it have no effect.
 *
 * @param <T> the type of the response
 */
public final class ApiCall<T> {

	private final ApiOperation<T> operation;

	private final List<String> ids;

	private final List<QueryParameter> query;

	private final @Nullable SerializedBody body;

	private final Map<String, String> headers;

	private final @Nullable DecodingReport report;

	ApiCall(ApiOperation<T> operation, List<String> ids, List<QueryParameter> query, @Nullable SerializedBody body) {
		this(operation, ids, query, body, Map.of(), null);
	}

	private ApiCall(ApiOperation<T> operation, List<String> ids, List<QueryParameter> query,
			@Nullable SerializedBody body, Map<String, String> headers, @Nullable DecodingReport report) {
		this.operation = operation;
		this.ids = ids;
		this.query = query;
		this.body = body;
		this.headers = headers;
		this.report = report;
	}

	/**
	 * Create a call of an operation that no service has.
	 * @param <T> the type of the response
	 * @param operation the operation
	 * @param request the request
	 * @return the call
	 */
	static <T> ApiCall<T> of(ApiOperation<T> operation, VendorRequest request) {
		return new ApiCall<>(operation, request.variables(), request.query(), request.body(), request.headers(), null);
	}

	/**
	 * Return a copy of this call with a query.
	 * @param query the query
	 * @return the call
	 */
	public ApiCall<T> query(ApiQuery<?> query) {
		Assert.notNull(query, "'query' must not be null");
		return query(query.parameters());
	}

	/**
	 * Return a copy of this call with a query.
	 * @param query the parameters
	 * @return the call
	 */
	public ApiCall<T> query(List<QueryParameter> query) {
		return new ApiCall<>(this.operation, this.ids, query, this.body);
	}

	/**
	 * Return a copy of this call with a JSON object as body.
	 * @param body the body
	 * @return the call
	 * @throws IllegalArgumentException if the body cannot be written as JSON
	 */
	public ApiCall<T> body(ApiBody<?> body) {
		return body(body, body);
	}

	/**
	 * Return a copy of this call with a JSON object as body that also contains unchanged
	 * fields.
	 * @param body the body
	 * @param changes the changed fields of the body, which listeners are notified of
	 * @return the call
	 * @throws IllegalArgumentException if the body cannot be written as JSON
	 */
	public ApiCall<T> body(ApiBody<?> body, ApiBody<?> changes) {
		Assert.notNull(body, "'body' must not be null");
		Assert.notNull(changes, "'changes' must not be null");
		return new ApiCall<>(this.operation, this.ids, this.query, SerializedBody.ofObject(body, changes));
	}

	/**
	 * Return a copy of this call with a JSON array as body.
	 * @param items the objects in the array
	 * @return the call
	 * @throws IllegalArgumentException if the body cannot be written as JSON
	 */
	public ApiCall<T> body(List<? extends ApiBody<?>> items) {
		Assert.notNull(items, "'items' must not be null");
		Assert.noNullElements(items, "'items' must not contain null");
		return new ApiCall<>(this.operation, this.ids, this.query, SerializedBody.ofArray(items));
	}

	/**
	 * Return a copy of this call with a form as body.
	 * @param form the fields of the form, texts and secrets
	 * @return the call
	 */
	public ApiCall<T> form(ApiBody<?> form) {
		Assert.notNull(form, "'form' must not be null");
		return new ApiCall<>(this.operation, this.ids, this.query, SerializedBody.ofForm(form));
	}

	ApiCall<T> withReport(DecodingReport report) {
		return new ApiCall<>(this.operation, this.ids, this.query, this.body, this.headers, report);
	}

	@Nullable DecodingReport report() {
		return this.report;
	}

	ApiOperation<T> operation() {
		return this.operation;
	}

	List<String> ids() {
		return this.ids;
	}

	/**
	 * Return the id of the connection, which is the first one in the path.
	 * @return the id, or {@code null} if the path has no ids
	 */
	@Nullable String connectionId() {
		return this.ids.isEmpty() ? null : this.ids.get(0);
	}

	/**
	 * Return the result without a body, for the resource with the last id in the path.
	 * @return the result, or {@code null} if the operation has none
	 */
	@Nullable T fallbackResult() {
		if (this.ids.isEmpty()) {
			return this.operation.type().isOptional() ? this.operation.fallbackResult("") : null;
		}
		return this.operation.fallbackResult(this.ids.get(this.ids.size() - 1));
	}

	List<QueryParameter> query() {
		return this.query;
	}

	Map<String, String> headers() {
		return this.headers;
	}

	@Nullable SerializedBody body() {
		return this.body;
	}

}
