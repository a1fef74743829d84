// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

import java.util.Map;
import java.util.function.Supplier;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Options of a connection, or an object within them, in a request: an ordered map with
 * typed access. Further options are kept, and accessible by name through {@link #set} and
 * {@link #fields()}.
 *
 * @param <B> the type of the object itself
 */
public abstract sealed class OptionsObject<B extends OptionsObject<B>> extends ApiBody<B>
		permits StrategyOptions, IdpInitiated, ConnectionSettings, AttributeMap, KeyPair, AssertionDecryptionSettings {

	OptionsObject() {
	}

	/**
	 * Set an option.
	 * @param <T> the type of the value
	 * @param option the option
	 * @param value the value; {@code null} is sent as {@code null}
	 * @return this object
	 */
	public <T> B set(ConnectionOption<? super B, T> option, @Nullable T value) {
		return put(option.name(), value);
	}

	/**
	 * Return the value of an option.
	 * @param <T> the type of the value
	 * @param option the option
	 * @return the value, {@code null} if it is absent or of another type
	 */
	public <T> @Nullable T get(ConnectionOption<? super B, T> option) {
		return option.read(fields().get(option.name()));
	}

	/**
	 * Remove an option, so that it is not sent.
	 * @param option the option
	 * @return this object
	 */
	public B unset(ConnectionOption<? super B, ?> option) {
		return remove(option.name());
	}

	/**
	 * Remove a field, so that it is not sent.
	 * @param field the JSON name
	 * @return this object
	 */
	public B unset(String field) {
		return remove(field);
	}

	static <P extends OptionsObject<P>> @Nullable P read(Object value, Class<P> type, Supplier<P> empty) {
		if (type.isInstance(value)) {
			return type.cast(value);
		}
		Map<String, @Nullable Object> fields = OptionType.map(value);
		return (fields != null) ? filled(empty.get(), fields) : null;
	}

	static <P extends OptionsObject<P>> P filled(P empty, Map<String, @Nullable Object> fields) {
		fields.forEach(empty::keep);
		return empty;
	}

}
