// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

/**
 * Declaration of an operation of a vendor's API.
 *
 * @param <T> the type of the response
 */
public final class ApiOperation<T> {

	private static final String DEFAULT_ADVICE = "read it before a retry";

	private static final ResponseType<?> NOTHING = ResponseType.of(Object.class);

	private final String name;

	private final HttpMethod method;

	private final Effect effect;

	private final ResponseType<?> type;

	private final IntFunction<Optional<T>> byStatus;

	/** These, unlike the rest, are set on a copy before it is used. */
	private PathTemplate path;

	private String advice = DEFAULT_ADVICE;

	private @Nullable Function<String, T> fallbackResult;

	private @Nullable Function<T, Change> change;

	private List<String> scopes = List.of();

	private ApiOperation(String name, HttpMethod method, PathTemplate path, Effect effect, ResponseType<?> type,
			IntFunction<Optional<T>> byStatus) {
		this.name = name;
		this.method = method;
		this.path = path;
		this.effect = effect;
		this.type = type;
		this.byStatus = byStatus;
	}

	private ApiOperation<T> with(Consumer<ApiOperation<T>> difference) {
		ApiOperation<T> copy = new ApiOperation<>(this.name, this.method, this.path, this.effect, this.type,
				this.byStatus);
		copy.advice = this.advice;
		copy.fallbackResult = this.fallbackResult;
		copy.change = this.change;
		copy.scopes = this.scopes;
		difference.accept(copy);
		return copy;
	}

	/**
	 * Create an operation.
	 * @param <T> the type of the response
	 * @param name the name, such as {@code enterprise_connections.create}
	 * @param method the HTTP method
	 * @param path the path relative to the base URL, with ids in braces
	 * @param effect the effect of the operation at the vendor
	 * @param type the type of the response
	 * @return the operation
	 */
	public static <T> ApiOperation<T> of(String name, HttpMethod method, String path, Effect effect,
			ResponseType<T> type) {
		Assert.hasText(name, "'name' must not be empty");
		return new ApiOperation<>(name, method, new PathTemplate(path), effect, type, (status) -> Optional.empty());
	}

	/**
	 * Create an operation whose result depends on the status only. The body is ignored.
	 * @param <T> the type of the response
	 * @param name the name, such as {@code connections.delete}
	 * @param method the HTTP method
	 * @param path the path relative to the base URL, with ids in braces
	 * @param effect the effect of the operation at the vendor
	 * @param result returns the result for a status, empty if the status is a failure;
	 * invoked for every status
	 * @return the operation
	 */
	public static <T> ApiOperation<T> ofStatus(String name, HttpMethod method, String path, Effect effect,
			IntFunction<Optional<T>> result) {
		Assert.hasText(name, "'name' must not be empty");
		return new ApiOperation<>(name, method, new PathTemplate(path), effect, NOTHING, result);
	}

	/**
	 * Create an operation that no service has.
	 * @param <T> the type of the response
	 * @param name the name
	 * @param request the request
	 * @param type the type of the response, {@code null} to ignore the body
	 * @return the operation, whose result is empty if the body is
	 */
	static <T> ApiOperation<Optional<T>> ofRequest(String name, VendorRequest request, @Nullable Type type) {
		ResponseType<Optional<T>> result = ResponseType.optional(type);
		IntFunction<Optional<Optional<T>>> byStatus = (status) -> (type == null && status / 100 == 2)
				? Optional.of(Optional.empty()) : Optional.empty();
		return new ApiOperation<Optional<T>>(name, request.method(), request.path(), request.effect(), result, byStatus)
			.withFallbackResult((id) -> Optional.empty());
	}

	/**
	 * Return a copy of this operation that allows a vertical bar in ids.
	 * @return the operation
	 */
	public ApiOperation<T> withBarInIds() {
		return with((copy) -> copy.path = this.path.withBarInIds());
	}

	/**
	 * Return a copy of this operation whose last id is a domain, with dots. The other ids
	 * may have a vertical bar.
	 * @return the operation
	 */
	public ApiOperation<T> withDomainAsLastId() {
		return with((copy) -> copy.path = this.path.withDomainAsLastId());
	}

	/**
	 * Return a copy of this operation with advice for a failure with unknown outcome.
	 * @param advice how to find out the outcome, such as
	 * {@code get the connection and compare}
	 * @return the operation
	 */
	public ApiOperation<T> withRecoveryAdvice(String advice) {
		return with((copy) -> copy.advice = advice);
	}

	/**
	 * Return a copy of this operation with a result for a response without a body (204),
	 * and for a retry that finds the resource deleted (404).
	 * @param fallbackResult creates the result from the last id of the path
	 * @return the operation
	 */
	public ApiOperation<T> withFallbackResult(Function<String, T> fallbackResult) {
		return with((copy) -> copy.fallbackResult = fallbackResult);
	}

	/**
	 * Return a copy of this operation that notifies listeners of a change to a
	 * connection.
	 * @param change extracts the change from the response
	 * @return the operation
	 */
	public ApiOperation<T> changing(Function<T, Change> change) {
		return with((copy) -> copy.change = change);
	}

	/**
	 * Return a copy of this operation with the scopes that its credentials need.
	 * @param scopes the scopes, all of them needed, such as {@code read:connections}
	 * @return the operation
	 */
	public ApiOperation<T> withScopes(String... scopes) {
		return with((copy) -> copy.scopes = List.of(scopes));
	}

	/**
	 * Create a call of this operation.
	 * @param ids the ids for the path, in its order
	 * @return the call, without query and body
	 * @throws IllegalArgumentException if an id is invalid
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

	/**
	 * Return the scopes that the credentials need.
	 * @return the scopes, empty if the vendor has none
	 */
	public List<String> scopes() {
		return this.scopes;
	}

	HttpMethod method() {
		return this.method;
	}

	PathTemplate path() {
		return this.path;
	}

	/**
	 * Return the path as metrics of requests show it.
	 * @return the template, or {@code other} if there are too many
	 */
	String uriTemplate() {
		return this.name.equals(OperationNames.OTHER) ? OperationNames.OTHER : this.path.toString();
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

	@Nullable T fallbackResult(String id) {
		return (this.fallbackResult != null) ? this.fallbackResult.apply(id) : null;
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
