// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.ssoconnections.client.BaseUrl;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

/**
 * Validates properties that are required before a request is sent. Exceptions never
 * contain a value.
 */
final class RequiredProperty {

	private static final Log logger = LogFactory.getLog(RequiredProperty.class);

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9._-]{1,100})}");

	private RequiredProperty() {
	}

	static String text(String property, @Nullable String value) {
		if (!StringUtils.hasText(value)) {
			throw new InvalidPropertyException(property, "it must not be empty");
		}
		String text = value.strip();
		checkResolved(property, text);
		if (!text.chars().allMatch((character) -> character > 0x20 && character < 0x7f)) {
			throw new InvalidPropertyException(property, "it contains spaces, control or non-ASCII characters");
		}
		if (isQuoted(text)) {
			throw new InvalidPropertyException(property, "it is in quotes, which are part of the value here: "
					+ "environment files of containers, for example, keep them");
		}
		return text;
	}

	// The binder keeps a placeholder without a value
	private static void checkResolved(String property, String text) {
		Matcher placeholder = PLACEHOLDER.matcher(text);
		if (placeholder.find()) {
			throw InvalidPropertyException.unresolved(property, placeholder.group(1));
		}
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

	// Gateways may have another path
	static String clerkBaseUrl(String property, String value) {
		String baseUrl = baseUrl(property, value);
		if (!baseUrl.endsWith("/v1")) {
			String reason = "it does not end with '/v1', as Clerk's address does";
			if ("api.clerk.com".equalsIgnoreCase(URI.create(baseUrl).getHost())) {
				throw new InvalidPropertyException(property, reason);
			}
			logger.warn("Property '" + property + "' may be wrong: " + reason);
		}
		return baseUrl;
	}

	static String baseUrl(String property, String value) {
		checkResolved(property, value);
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
