// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.Assert;

/**
 * One operation of a vendor's API, as data: a line in the vendor's table.
 *
 * @param <T> the type of the answer
 */
public final class ApiOperation<T> {

	private static final String ADVICE = "read before repeating it";

	private final String name;

	private final HttpMethod method;

	private final PathTemplate path;

	private final Effect effect;

	private final @Nullable ObjectReader reader;

	private final @Nullable IntFunction<T> bodiless;

	private final String advice;

	private final @Nullable Function<String, T> alreadyDone;

	private final @Nullable Function<T, Change> change;

	private ApiOperation(String name, HttpMethod method, PathTemplate path, Effect effect,
			@Nullable ObjectReader reader, @Nullable IntFunction<T> bodiless, String advice,
			@Nullable Function<String, T> alreadyDone, @Nullable Function<T, Change> change) {
		this.name = name;
		this.method = method;
		this.path = path;
		this.effect = effect;
		this.reader = reader;
		this.bodiless = bodiless;
		this.advice = advice;
		this.alreadyDone = alreadyDone;
		this.change = change;
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
			TypeReference<T> type) {
		Assert.hasText(name, "'name' must not be empty");
		return new ApiOperation<>(name, method, new PathTemplate(path), effect, WireJson.mapper().readerFor(type), null,
				ADVICE, null, null);
	}

	/**
	 * Return an operation whose status is the answer: a body, if one comes, says nothing
	 * more.
	 * @param name the name, such as {@code connection_clients.update}
	 * @param method the HTTP method
	 * @param path the path below the base URL, ids in braces
	 * @param effect what the operation does at the vendor
	 * @return the operation, whose answer is a status from 200 to 299; a repeated
	 * deletion that finds nothing answers 204
	 */
	public static ApiOperation<Integer> bodiless(String name, HttpMethod method, String path, Effect effect) {
		Assert.hasText(name, "'name' must not be empty");
		return new ApiOperation<>(name, method, new PathTemplate(path), effect, null, Integer::valueOf, ADVICE,
				(effect == Effect.DELETE) ? (id) -> HttpStatus.NO_CONTENT.value() : null, null);
	}

	/**
	 * Return this operation for a vendor whose ids may hold a vertical bar.
	 * @return the operation
	 */
	public ApiOperation<T> withBarInIds() {
		return new ApiOperation<>(this.name, this.method, this.path.withBarInIds(), this.effect, this.reader,
				this.bodiless, this.advice, this.alreadyDone, this.change);
	}

	/**
	 * Return this operation with words on how to find out what came of it when there is
	 * no answer.
	 * @param advice what to do, such as {@code get the connection and compare}
	 * @return the operation
	 */
	public ApiOperation<T> toFindOut(String advice) {
		return new ApiOperation<>(this.name, this.method, this.path, this.effect, this.reader, this.bodiless, advice,
				this.alreadyDone, this.change);
	}

	/**
	 * Return this operation with the answer to give when the vendor gives none: its own
	 * has no body (204), or was lost, and a repeat finds done what was to be done.
	 * @param alreadyDone makes the answer from the last id of the path
	 * @return the operation
	 */
	public ApiOperation<T> whenAlreadyDone(Function<String, T> alreadyDone) {
		return new ApiOperation<>(this.name, this.method, this.path, this.effect, this.reader, this.bodiless, this.advice,
				alreadyDone, this.change);
	}

	/**
	 * Return this operation as one that changes a connection, of which listeners hear.
	 * @param change reads what is to be told of the connection out of the answer
	 * @return the operation
	 */
	public ApiOperation<T> changing(Function<T, Change> change) {
		return new ApiOperation<>(this.name, this.method, this.path, this.effect, this.reader, this.bodiless, this.advice,
				this.alreadyDone, change);
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

	@Nullable ObjectReader reader() {
		return this.reader;
	}

	/**
	 * Return the answer that a status alone gives.
	 * @param status the status, of success
	 * @return the answer, or {@code null} if a body is due
	 */
	@Nullable T ofStatus(int status) {
		return (this.bodiless != null) ? this.bodiless.apply(status) : null;
	}

	String advice() {
		return this.advice;
	}

	@Nullable T whenAlreadyDone(List<String> ids) {
		return (this.alreadyDone != null) ? this.alreadyDone.apply(ids.get(ids.size() - 1)) : null;
	}

	@Nullable Function<T, Change> change() {
		return this.change;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
