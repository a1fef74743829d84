// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import org.jspecify.annotations.Nullable;

/**
 * Checks of the paths and path variables of requests that no service has, so that no
 * variable can change the path, whatever decodes it on the way.
 */
final class PathVariables {

	private static final Pattern TEMPLATE = Pattern
		.compile("(/(\\{[A-Za-z0-9_]+}|(?!\\.{1,2}(/|$))[A-Za-z0-9._~:@-]+))+");

	private static final Pattern EXTRA_SEGMENT = Pattern.compile("(^|.*[/\\\\])\\.{0,2}(;[^/\\\\]*)?([/\\\\].*|$)",
			Pattern.DOTALL);

	/** An encoded ASCII character. */
	private static final Pattern ENCODED = Pattern.compile("%([0-7][0-9A-Fa-f])");

	private static final int MAX_LENGTH = 1024;

	private PathVariables() {
	}

	static void checkTemplate(@Nullable String template) {
		Assert.isTrue(template != null && TEMPLATE.matcher(template).matches(),
				"'path' must be relative to the base URL, such as /organizations/{id}: it starts with one slash, and "
						+ "has neither a query, '.' or '..', an empty segment, nor an encoded character");
	}

	static void check(@Nullable String... variables) {
		for (String variable : variables) {
			// Without the rejected value, which may be a secret
			Assert.isTrue(isValid(variable), "'variables' must have 1 to 1024 characters each, without control "
					+ "characters, and without '.', '..' or nothing between slashes or backslashes");
		}
	}

	private static boolean isValid(@Nullable String variable) {
		if (variable == null || variable.length() > MAX_LENGTH) {
			return false;
		}
		String text = variable;
		String decoded = decode(text);
		// Every decoding makes it shorter
		while (isValidText(text) && !decoded.equals(text)) {
			text = decoded;
			decoded = decode(text);
		}
		return isValidText(text);
	}

	private static boolean isValidText(String text) {
		return !EXTRA_SEGMENT.matcher(text).matches() && text.chars().noneMatch(Character::isISOControl);
	}

	// Other than that of Spring, also where a percent sign encodes nothing
	private static String decode(String text) {
		return ENCODED.matcher(text)
			.replaceAll((encoded) -> Matcher
				.quoteReplacement(String.valueOf((char) Integer.parseInt(encoded.group(1), 16))));
	}

}
