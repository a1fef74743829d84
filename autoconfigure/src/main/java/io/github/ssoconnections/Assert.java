// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.Collection;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.Contract;
import org.springframework.util.CollectionUtils;
import org.springframework.util.ObjectUtils;
import org.springframework.util.StringUtils;

/**
 * Checks of the arguments of operations. The same as Spring's, but a rejected argument
 * has a type of its own, {@link InvalidArgumentException}. For use within this library.
 */
public final class Assert {

	private static final int MAX_ADDRESS = 320;

	private Assert() {
	}

	/**
	 * Check a condition.
	 * @param expression the condition
	 * @param message the message if it is not met
	 */
	@Contract("false, _ -> fail")
	public static void isTrue(boolean expression, String message) {
		if (!expression) {
			throw new InvalidArgumentException(message);
		}
	}

	/**
	 * Check a condition.
	 * @param expression the condition
	 * @param message returns the message if it is not met
	 */
	@Contract("false, _ -> fail")
	public static void isTrue(boolean expression, Supplier<String> message) {
		if (!expression) {
			throw new InvalidArgumentException(message.get());
		}
	}

	/**
	 * Check that a text is an e-mail address: it has an at sign after its first
	 * character.
	 * @param text the text
	 * @param name the name of the argument
	 */
	@Contract("null, _ -> fail")
	public static void isEmailAddress(@Nullable String text, String name) {
		isTrue(text != null && text.indexOf('@') > 0 && text.length() <= MAX_ADDRESS,
				() -> "'" + name + "' must be an e-mail address of at most " + MAX_ADDRESS + " characters");
	}

	/**
	 * Check that an argument is not {@code null}.
	 * @param argument the argument
	 * @param message the message if it is {@code null}
	 */
	@Contract("null, _ -> fail")
	public static void notNull(@Nullable Object argument, String message) {
		isTrue(argument != null, message);
	}

	/**
	 * Check that a text has a character other than whitespace.
	 * @param text the text
	 * @param message the message if it has none
	 */
	@Contract("null, _ -> fail")
	public static void hasText(@Nullable String text, String message) {
		isTrue(StringUtils.hasText(text), message);
	}

	/**
	 * Check that a collection has elements.
	 * @param collection the collection
	 * @param message the message if it has none
	 */
	@Contract("null, _ -> fail")
	public static void notEmpty(@Nullable Collection<?> collection, String message) {
		isTrue(!CollectionUtils.isEmpty(collection), message);
	}

	/**
	 * Check that an array has elements.
	 * @param array the array
	 * @param message the message if it has none
	 */
	@Contract("null, _ -> fail")
	public static void notEmpty(Object @Nullable [] array, String message) {
		isTrue(!ObjectUtils.isEmpty(array), message);
	}

	/**
	 * Check that no element of a collection is {@code null}.
	 * @param collection the collection
	 * @param message the message if one is
	 */
	public static void noNullElements(Collection<?> collection, String message) {
		for (Object element : collection) {
			notNull(element, message);
		}
	}

	/**
	 * Check that no element of an array is {@code null}.
	 * @param array the array
	 * @param message the message if one is
	 */
	public static void noNullElements(Object[] array, String message) {
		for (Object element : array) {
			notNull(element, message);
		}
	}

}
