// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

/**
 * One operation of a vendor's API, as data: a line in the vendor's table.
 *
 * @param <T> the type of the answer
 */
public final class ApiOperation<T> {

	private static final ResponseType<?> NOTHING = ResponseType.of(Object.class);

	private final String name;

	private final HttpMethod method;

	private final PathTemplate path;

	private final Effect effect;

	private final ResponseType<?> type;

	private final String advice;

	private final @Nullable Function<String, T> alreadyDone;

	private final @Nullable Function<T, Change> change;

	private final IntFunction<Optional<T>> byStatus;

	private ApiOperation(String name, HttpMethod method, PathTemplate path, Effect effect, ResponseType<?> type,
			String advice, @Nullable Function<String, T> alreadyDone, @Nullable Function<T, Change> change,
			IntFunction<Optional<T>> byStatus) {
		this.name = name;
		this.method = method;
		this.path = path;
		this.effect = effect;
		this.type = type;
		this.advice = advice;
		this.alreadyDone = alreadyDone;
		this.change = change;
		this.byStatus = byStatus;
	}

	/**
	 * Return an operation.
	 * @param <T> the type of the answer
	 * @param name the name, such as {@code enterprise_connections.create}
	 * @param method the HTTP method
	 * @param path the path below the base URL, ids in braces
	 * @param effect what the operation does at the vendor
	 * @param type the type of the answer
	 * @return the operation
	 */
	public static <T> ApiOperation<T> of(String name, HttpMethod method, String path, Effect effect,
			ResponseType<T> type) {
		Assert.hasText(name, "'name' must not be empty");
		return new ApiOperation<>(name, method, new PathTemplate(path), effect, type, "read before repeating it", null,
				null, (status) -> Optional.empty());
	}

	/**
	 * Return an operation whose answer is in the status: of the body, which may be
	 * missing, nothing is read.
	 * @param <T> the type of the answer
	 * @param name the name, such as {@code connections.delete}
	 * @param method the HTTP method
	 * @param path the path below the base URL, ids in braces
	 * @param effect what the operation does at the vendor
	 * @param answer makes the answer from the status, none where the status is a failure;
	 * asked for every status, as a 404 may be an answer too
	 * @return the operation
	 */
	public static <T> ApiOperation<T> ofStatus(String name, HttpMethod method, String path, Effect effect,
			IntFunction<Optional<T>> answer) {
		Assert.hasText(name, "'name' must not be empty");
		return new ApiOperation<>(name, method, new PathTemplate(path), effect, NOTHING, "read before repeating it",
				null, null, answer);
	}

	/**
	 * Return this operation for a vendor whose ids may hold a vertical bar.
	 * @return the operation
	 */
	public ApiOperation<T> withBarInIds() {
		return new ApiOperation<>(this.name, this.method, this.path.withBarInIds(), this.effect, this.type, this.advice,
				this.alreadyDone, this.change, this.byStatus);
	}

	/**
	 * Return this operation with words on how to find out what came of it when there is
	 * no answer.
	 * @param advice what to do, such as {@code get the connection and compare}
	 * @return the operation
	 */
	public ApiOperation<T> withRecoveryAdvice(String advice) {
		return new ApiOperation<>(this.name, this.method, this.path, this.effect, this.type, advice, this.alreadyDone,
				this.change, this.byStatus);
	}

	/**
	 * Return this operation with the answer to give when the vendor gives none: its own
	 * has no body (204), or was lost, and a repeat finds done what was to be done.
	 * @param alreadyDone makes the answer from the last id of the path
	 * @return the operation
	 */
	public ApiOperation<T> withFallbackResult(Function<String, T> alreadyDone) {
		return new ApiOperation<>(this.name, this.method, this.path, this.effect, this.type, this.advice, alreadyDone,
				this.change, this.byStatus);
	}

	/**
	 * Return this operation as one that changes a connection, of which listeners hear.
	 * @param change reads what is to be told of the connection out of the answer
	 * @return the operation
	 */
	public ApiOperation<T> changing(Function<T, Change> change) {
		return new ApiOperation<>(this.name, this.method, this.path, this.effect, this.type, this.advice,
				this.alreadyDone, change, this.byStatus);
	}

	/**
	 * Return a call of this operation.
	 * @param ids the ids for the path, in its order
	 * @return the call, with neither query nor body
	 * @throws IllegalArgumentException if an id cannot be one
	 */
	public ApiCall<T> call(String... ids) {
		this.path.check(ids);
		return new ApiCall<>(this, List.of(ids), List.of(), null);
	}

	/**
	 * Return the name under which the operation is observed and reported.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	HttpMethod method() {
		return this.method;
	}

	PathTemplate path() {
		return this.path;
	}

	Effect effect() {
		return this.effect;
	}

	ResponseType<?> type() {
		return this.type;
	}

	String advice() {
		return this.advice;
	}

	@Nullable T withFallbackResult(List<String> ids) {
		return (this.alreadyDone != null) ? this.alreadyDone.apply(ids.get(ids.size() - 1)) : null;
	}

	Optional<T> byStatus(int status) {
		return this.byStatus.apply(status);
	}

	@Nullable Function<T, Change> change() {
		return this.change;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
