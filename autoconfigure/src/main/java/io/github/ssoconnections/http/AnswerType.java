// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.type.TypeFactory;

import org.springframework.util.Assert;

/**
 * The type of an answer.
 *
 * @param <T> the type
 */
public final class AnswerType<T> {

	private final Class<?> type;

	private final Class<?>[] arguments;

	private volatile @Nullable ObjectReader reader;

	private AnswerType(Class<?> type, Class<?>... arguments) {
		Assert.notNull(type, "'type' must not be null");
		this.type = type;
		this.arguments = arguments;
	}

	/**
	 * Return a type.
	 * @param <T> the type
	 * @param type the type
	 * @return the type
	 */
	public static <T> AnswerType<T> of(Class<T> type) {
		return new AnswerType<>(type);
	}

	/**
	 * Return a generic type, such as a page of something.
	 * @param <T> the type with its arguments
	 * @param type the type
	 * @param arguments its arguments
	 * @return the type
	 */
	public static <T> AnswerType<T> of(Class<? super T> type, Class<?>... arguments) {
		return new AnswerType<>(type, arguments);
	}

	// Much work, so not before the first call, and one at a time: otherwise they would
	// meet at the mapper's own lock, in the middle of the work
	ObjectReader reader() {
		ObjectReader reader = this.reader;
		if (reader == null) {
			synchronized (AnswerType.class) {
				reader = (this.reader != null) ? this.reader : makeReader();
				this.reader = reader;
			}
		}
		return reader;
	}

	private ObjectReader makeReader() {
		TypeFactory types = WireJson.mapper().getTypeFactory();
		return WireJson.mapper()
			.readerFor((this.arguments.length == 0) ? types.constructType(this.type)
					: types.constructParametricType(this.type, this.arguments));
	}

}
