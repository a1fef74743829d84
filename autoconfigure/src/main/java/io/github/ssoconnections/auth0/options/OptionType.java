// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

/**
 * JSON type of an option: how a value is read, and which values are of that type.
 *
 * @param <T> the Java type
 */
final class OptionType<T> {

	static final OptionType<String> TEXT = new OptionType<>(OptionType::text, OptionType::isScalar, null);

	static final OptionType<Secret> SECRET = new OptionType<>(OptionType::secret, OptionType::isScalar, null);

	static final OptionType<Boolean> FLAG = new OptionType<>((value) -> (value instanceof Boolean flag) ? flag : null,
			Boolean.class::isInstance, null);

	static final OptionType<List<String>> TEXTS = new OptionType<>(OptionType::texts, OptionType::isListOfTexts, null);

	/** A text, for some strategies a list of texts. */
	static final OptionType<String> SCOPES = new OptionType<>(OptionType::text,
			(value) -> value instanceof String || isListOfTexts(value), null);

	static final OptionType<Map<String, @Nullable Object>> MAP = new OptionType<>(OptionType::map,
			Map.class::isInstance, null);

	private final Reader<T> reader;

	private final Predicate<Object> matcher;

	private final @Nullable DeclaredOptions<?> fields;

	private OptionType(Reader<T> reader, Predicate<Object> matcher, @Nullable DeclaredOptions<?> fields) {
		this.reader = reader;
		this.matcher = matcher;
		this.fields = fields;
	}

	static <P> OptionType<P> object(Reader<P> reader, DeclaredOptions<P> fields) {
		return new OptionType<>(reader, Map.class::isInstance, fields);
	}

	@Nullable T read(Object value) {
		return this.reader.read(value);
	}

	boolean matches(Object value) {
		return this.matcher.test(value);
	}

	/**
	 * Return the declared options within a value of this type.
	 * @return the options, {@code null} if the type is no object with declared options
	 */
	@Nullable DeclaredOptions<?> fields() {
		return this.fields;
	}

	/**
	 * Return the type of an option that two strategies declare.
	 * @param other the other type
	 * @return a type that the values of both types match
	 */
	OptionType<?> or(OptionType<?> other) {
		return (this.matcher == other.matcher) ? this
				: new OptionType<>(this.reader, this.matcher.or(other.matcher), this.fields);
	}

	private static @Nullable String text(Object value) {
		if (value instanceof Secret secret) {
			return secret.value();
		}
		return (value instanceof String || value instanceof Number || value instanceof Boolean) ? String.valueOf(value)
				: null;
	}

	private static @Nullable Secret secret(Object value) {
		if (value instanceof String text) {
			return Secret.of(text);
		}
		return (value instanceof Secret secret) ? secret : null;
	}

	private static @Nullable List<String> texts(Object value) {
		if (value instanceof String text && !text.isBlank()) {
			return List.of(text);
		}
		return (value instanceof List<?> values)
				? values.stream().filter(String.class::isInstance).map(String.class::cast).toList() : null;
	}

	@SuppressWarnings("unchecked")
	static @Nullable Map<String, @Nullable Object> map(Object value) {
		return (value instanceof Map<?, ?> map) ? (Map<String, @Nullable Object>) map : null;
	}

	private static boolean isScalar(Object value) {
		return !(value instanceof Map || value instanceof List);
	}

	private static boolean isListOfTexts(Object value) {
		if (!(value instanceof List<?> list)) {
			return false;
		}
		for (Object item : list) {
			if (!(item instanceof String) && !(item instanceof Secret)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Reads a value that is not {@code null}.
	 *
	 * @param <T> the Java type
	 */
	@FunctionalInterface
	interface Reader<T> {

		/**
		 * Return the value as the Java type.
		 * @param value the value
		 * @return the value, {@code null} if it is of another type
		 */
		@Nullable T read(Object value);

	}

}
