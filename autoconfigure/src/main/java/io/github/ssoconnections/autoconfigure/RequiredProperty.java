// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.http.BaseUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Reads properties that must be right before anything can be sent.
 */
final class RequiredProperty {

	private RequiredProperty() {
	}

	static String text(String property, @Nullable String value) {
		if (!StringUtils.hasText(value)) {
			throw new InvalidPropertyException(property, "it must not be empty");
		}
		String text = value.strip();
		if (!text.chars().allMatch((character) -> character > 0x20 && character < 0x7f)) {
			throw new InvalidPropertyException(property, "it holds spaces, control or non-ASCII characters");
		}
		return text;
	}

	static String baseUrl(String property, String value) {
		try {
			return BaseUrl.check(value);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException(property, String.valueOf(ex.getMessage()));
		}
	}

}
