// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;

import io.github.ssoconnections.client.BaseUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

/**
 * Validates properties that are required before a request is sent. Exceptions never
 * contain a value.
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
			throw new InvalidPropertyException(property, "it contains spaces, control or non-ASCII characters");
		}
		if (isQuoted(text)) {
			throw new InvalidPropertyException(property, "it is in quotes, which are part of the value here: "
					+ "environment files of containers, for example, keep them");
		}
		return text;
	}

	private static boolean isQuoted(String text) {
		char first = text.charAt(0);
		return text.length() > 1 && (first == '"' || first == '\'') && text.charAt(text.length() - 1) == first;
	}

	// Gateways may have keys in other formats
	static String clerkKey(String property, @Nullable String value) {
		String key = text(property, value);
		if (key.startsWith("pk_")) {
			throw new InvalidPropertyException(property, "it is a publishable key (pk_…), which gives no access. "
					+ "The secret key (sk_…) is in Clerk's dashboard, under 'API keys'");
		}
		return key;
	}

	static String baseUrl(String property, String value) {
		try {
			return BaseUrl.check(value);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException(property, String.valueOf(ex.getMessage()));
		}
	}

	static void notLonger(String property, @Nullable Duration value, String other, Duration bound) {
		if (value != null && value.compareTo(bound) > 0) {
			throw new InvalidPropertyException(property, other, "the former is longer than the latter");
		}
	}

	static @Nullable String sslBundle(String property, @Nullable String name, ObjectProvider<SslBundles> sslBundles) {
		if (!StringUtils.hasText(name)) {
			return null;
		}
		SslBundles bundles = sslBundles.getIfAvailable();
		if (bundles == null || !bundles.getBundleNames().contains(name)) {
			throw new InvalidPropertyException(property, "there is no SSL bundle of that name in 'spring.ssl.bundle'");
		}
		// An unreadable bundle must fail the start, not the first call
		bundles.getBundle(name).createSslContext();
		return name;
	}

}
