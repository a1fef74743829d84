// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Options of a connection, or an object within them, to be sent: an ordered map with
 * typed setters and getters. What is not modelled is kept, and reached through
 * {@link #set} and {@link #fields()}.
 *
 * @param <B> the type of the object itself
 */
public abstract sealed class OptionsObject<B extends OptionsObject<B>> extends ApiBody<B>
		permits StrategyOptions, IdpInitiated, ConnectionSettings, AttributeMap, KeyPair, AssertionDecryptionSettings {

	OptionsObject() {
	}

	/**
	 * Take a field out again, so that it is not sent.
	 * @param field the name on the wire
	 * @return this object
	 */
	public B unset(String field) {
		return remove(field);
	}

	final @Nullable String text(String field) {
		Object value = fields().get(field);
		if (value instanceof Secret secret) {
			return secret.value();
		}
		return (value instanceof String || value instanceof Number || value instanceof Boolean) ? String.valueOf(value)
				: null;
	}

	final @Nullable Boolean flag(String field) {
		return (fields().get(field) instanceof Boolean flag) ? flag : null;
	}

	final @Nullable List<String> texts(String field) {
		Object value = fields().get(field);
		if (value instanceof String text && !text.isBlank()) {
			return List.of(text);
		}
		return (value instanceof List<?> values)
				? values.stream().filter(String.class::isInstance).map(String.class::cast).toList() : null;
	}

	final @Nullable Secret secret(String field) {
		Object value = fields().get(field);
		if (value instanceof String text) {
			return Secret.of(text);
		}
		return (value instanceof Secret secret) ? secret : null;
	}

	@SuppressWarnings("unchecked")
	final @Nullable Map<String, @Nullable Object> object(String field) {
		return (fields().get(field) instanceof Map<?, ?> map) ? (Map<String, @Nullable Object>) map : null;
	}

	final <P extends OptionsObject<P>> @Nullable P part(String field, Class<P> type, Supplier<P> empty) {
		Object value = fields().get(field);
		if (type.isInstance(value)) {
			return type.cast(value);
		}
		Map<String, @Nullable Object> map = object(field);
		return (map != null) ? filled(empty.get(), map) : null;
	}

	// What came from the vendor is not shown, and goes back as it came
	static <P extends OptionsObject<P>> P filled(P empty, Map<String, @Nullable Object> fields) {
		fields.forEach(empty::keep);
		return empty;
	}

}
