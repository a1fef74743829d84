// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Filter of a list: sends exactly what was set, {@code false} and {@code 0} included, in
 * the order in which it was first set. Not thread-safe; a service reads it when it is
 * called, so that later changes have no effect on that call.
 *
 * @param <Q> the type of the query itself
 */
public abstract class ApiQuery<Q extends ApiQuery<Q>> {

	private final List<QueryParameter> parameters = new ArrayList<>();

	/**
	 * Set a parameter that this version does not model, replacing all its earlier values.
	 * @param name the name on the wire
	 * @param values the values, sent one by one under the same name
	 * @return this query
	 */
	public Q param(String name, Object... values) {
		Assert.hasText(name, "'name' must not be empty");
		Assert.noNullElements(values, "'values' must not contain null");
		this.parameters.removeIf((parameter) -> parameter.name().equals(name));
		return addParam(name, values);
	}

	/**
	 * Set a parameter, or leave it out.
	 * @param name the name on the wire
	 * @param value the value, {@code null} to leave the parameter out
	 * @return this query
	 */
	protected final Q single(String name, @Nullable Object value) {
		return (value != null) ? param(name, value) : param(name);
	}

	/**
	 * Add values to a parameter that may occur more than once.
	 * @param name the name on the wire
	 * @param values the values
	 * @return this query
	 */
	protected final Q addParam(String name, Object... values) {
		for (Object value : values) {
			this.parameters.add(new QueryParameter(name, value.toString()));
		}
		return self();
	}

	/**
	 * Return what is sent.
	 * @return the parameters, as they are now
	 */
	public final List<QueryParameter> parameters() {
		return List.copyOf(this.parameters);
	}

	final long number(String name, long otherwise) {
		String value = text(name);
		return (value != null) ? Long.parseLong(value) : otherwise;
	}

	final @Nullable String text(String name) {
		return this.parameters.stream()
			.filter((parameter) -> parameter.name().equals(name))
			.map(QueryParameter::value)
			.findFirst()
			.orElse(null);
	}

	@SuppressWarnings("unchecked")
	private Q self() {
		return (Q) this;
	}

	@Override
	public String toString() {
		return getClass().getSimpleName() + this.parameters;
	}

}
