// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

import org.jspecify.annotations.Nullable;

/**
 * An option of a connection: its name at Auth0 and its type. A value of another JSON type
 * is read as {@code null}, with two exceptions: a number or boolean is read as text, and
 * a text as a list of one.
 *
 * @param <O> the options that it belongs to
 * @param <T> the type of its value
 * @see OptionsObject#set(ConnectionOption, Object)
 * @see ConnectionOptions#get(ConnectionOption)
 */
public final class ConnectionOption<O, T> {

	private final String name;

	private final OptionType<T> type;

	ConnectionOption(String name, OptionType<T> type) {
		this.name = name;
		this.type = type;
	}

	/**
	 * Return the name of the option at Auth0.
	 * @return the name, such as {@code signInEndpoint}
	 */
	public String name() {
		return this.name;
	}

	@Nullable T read(@Nullable Object value) {
		return (value != null) ? this.type.read(value) : null;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
