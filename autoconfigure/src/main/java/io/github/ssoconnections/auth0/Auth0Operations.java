// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.Change;
import io.github.ssoconnections.client.Effect;
import io.github.ssoconnections.client.ResponseType;

import org.springframework.http.HttpMethod;

/**
 * Factory of operations of this library's services. Applications send requests with
 * {@link Auth0Client#exchange}. Names are those of observations, such as
 * {@code scim_configurations.get}; ids in paths are in braces, and may contain a vertical
 * bar.
 */
public final class Auth0Operations {

	/** The path of a connection. */
	public static final String CONNECTION = "/connections/{id}";

	static final String CONNECTIONS = "/connections";

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_|-]{1,128}");

	private Auth0Operations() {
	}

	/**
	 * Check an id that is not sent in a path. Those in paths are checked by the call.
	 * @param id the id
	 */
	public static void checkId(String id) {
		Assert.isTrue(id != null && ID.matcher(id).matches(),
				"'id' must be 1 to 128 characters out of A-Z, a-z, 0-9, '_', '-' and '|'");
	}

	/**
	 * Create an operation that reads ({@code GET}).
	 * @param <T> the type of the response
	 * @param name the name
	 * @param path the path below {@code /api/v2}
	 * @param type the type of the response
	 * @return the operation
	 */
	public static <T> ApiOperation<T> read(String name, String path, ResponseType<T> type) {
		return ApiOperation.of(name, HttpMethod.GET, path, Effect.READ, type).withBarInIds();
	}

	/**
	 * Create an operation that creates ({@code POST}).
	 * @param <T> the type of the response
	 * @param name the name
	 * @param path the path below {@code /api/v2}
	 * @param type the type of the response
	 * @return the operation
	 */
	public static <T> ApiOperation<T> create(String name, String path, ResponseType<T> type) {
		return ApiOperation.of(name, HttpMethod.POST, path, Effect.CREATE, type).withBarInIds();
	}

	/**
	 * Create an operation that updates ({@code PATCH}).
	 * @param <T> the type of the response
	 * @param name the name
	 * @param path the path below {@code /api/v2}
	 * @param type the type of the response
	 * @return the operation
	 */
	public static <T> ApiOperation<T> update(String name, String path, ResponseType<T> type) {
		return ApiOperation.of(name, HttpMethod.PATCH, path, Effect.PATCH, type).withBarInIds();
	}

	/**
	 * Create an operation that updates, without a response body.
	 * @param name the name
	 * @param method the HTTP method
	 * @param path the path below {@code /api/v2}
	 * @return the operation
	 */
	public static ApiOperation<Boolean> update(String name, HttpMethod method, String path) {
		return ofStatus(name, method, path, Effect.PATCH, Auth0Operations::done);
	}

	/**
	 * Create an operation that deletes ({@code DELETE}).
	 * @param name the name
	 * @param path the path below {@code /api/v2}
	 * @return the operation
	 */
	public static ApiOperation<Boolean> delete(String name, String path) {
		return delete(name, HttpMethod.DELETE, path);
	}

	/**
	 * Create an operation that deletes with another method.
	 * @param name the name
	 * @param method the HTTP method
	 * @param path the path below {@code /api/v2}
	 * @return the operation
	 */
	public static ApiOperation<Boolean> delete(String name, HttpMethod method, String path) {
		return ofStatus(name, method, path, Effect.DELETE, Auth0Operations::done).withFallbackResult((id) -> true);
	}

	/**
	 * Return an operation that publishes a change of the connection whose id is first in
	 * the path.
	 * @param <T> the type of the response
	 * @param operation the operation
	 * @return the operation
	 */
	public static <T> ApiOperation<T> changing(ApiOperation<T> operation) {
		return operation.changing((response) -> Change.OF_PART);
	}

	static <T> ApiOperation<T> ofStatus(String name, HttpMethod method, String path, Effect effect,
			IntFunction<Optional<T>> response) {
		return ApiOperation.ofStatus(name, method, path, effect, response).withBarInIds();
	}

	static boolean isSuccess(int status) {
		return status >= 200 && status < 300;
	}

	private static Optional<Boolean> done(int status) {
		return isSuccess(status) ? Optional.of(true) : Optional.empty();
	}

}
