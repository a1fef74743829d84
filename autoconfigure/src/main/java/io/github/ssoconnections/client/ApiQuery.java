// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of a list: exactly those that were set are sent, {@code false} and
 * {@code 0} included, in the order in which they were first set. Not thread-safe; a
 * service reads the query when it is called, so that later changes do not affect that
 * call.
 *
 * @param <Q> the type of the query itself
 */
public abstract class ApiQuery<Q extends ApiQuery<Q>> {

	private final List<QueryParameter> parameters = new ArrayList<>();

	/**
	 * Set an additional parameter, which this version has no setter for, replacing its
	 * earlier values.
	 * @param name the wire name
	 * @param values the values, each sent as a parameter of that name
	 * @return this query
	 */
	public Q param(String name, Object... values) {
		Assert.hasText(name, "'name' must not be empty");
		Assert.noNullElements(values, "'values' must not contain null");
		this.parameters.removeIf((parameter) -> parameter.name().equals(name));
		return addParam(name, values);
	}

	/**
	 * Set a parameter with at most one value.
	 * @param name the wire name
	 * @param value the value, {@code null} to omit the parameter
	 * @return this query
	 */
	protected final Q single(String name, @Nullable Object value) {
		return (value != null) ? param(name, value) : param(name);
	}

	/**
	 * Add values to a parameter that may occur more than once.
	 * @param name the wire name
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
	 * Return the parameters to send.
	 * @return a copy of the current parameters
	 */
	public final List<QueryParameter> parameters() {
		return List.copyOf(this.parameters);
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
