// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Optional;
import java.util.function.IntFunction;

import io.github.ssoconnections.client.AnswerType;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.Change;
import io.github.ssoconnections.client.Effect;

import org.springframework.http.HttpMethod;

/**
 * Factory of operations on connections.
 */
final class Operations {

	static final String CONNECTIONS = "/connections";

	static final String CONNECTION = CONNECTIONS + "/{id}";

	private Operations() {
	}

	static <T> ApiOperation<T> read(String name, String path, AnswerType<T> type) {
		return ApiOperation.of(name, HttpMethod.GET, path, Effect.READ, type).withBarInIds();
	}

	static <T> ApiOperation<T> create(String name, String path, AnswerType<T> type) {
		return ApiOperation.of(name, HttpMethod.POST, path, Effect.CREATE, type).withBarInIds();
	}

	static <T> ApiOperation<T> update(String name, String path, AnswerType<T> type) {
		return ApiOperation.of(name, HttpMethod.PATCH, path, Effect.PATCH, type).withBarInIds();
	}

	static ApiOperation<Boolean> update(String name, HttpMethod method, String path) {
		return ofStatus(name, method, path, Effect.PATCH, Operations::done);
	}

	static ApiOperation<Boolean> delete(String name, String path) {
		return ofStatus(name, HttpMethod.DELETE, path, Effect.DELETE, Operations::done).whenAlreadyDone((id) -> true);
	}

	static <T> ApiOperation<T> ofStatus(String name, HttpMethod method, String path, Effect effect,
			IntFunction<Optional<T>> response) {
		return ApiOperation.ofStatus(name, method, path, effect, response).withBarInIds();
	}

	/**
	 * Return an operation that publishes a change of the connection whose id is first in
	 * the path.
	 * @param <T> the type of the response
	 * @param operation the operation
	 * @return the operation
	 */
	static <T> ApiOperation<T> changing(ApiOperation<T> operation) {
		return operation.changing((response) -> new Change(null, null));
	}

	static boolean isSuccess(int status) {
		return status >= 200 && status < 300;
	}

	private static Optional<Boolean> done(int status) {
		return isSuccess(status) ? Optional.of(true) : Optional.empty();
	}

}
