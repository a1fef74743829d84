// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Validation of the base URL of a vendor's API. It must be {@code https}, so that keys
 * are encrypted; plain {@code http} is for loopback addresses only.
 */
public final class BaseUrl {

	private static final Pattern LOOPBACK = Pattern
		.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[(::1|0:0:0:0:0:0:0:1)]");

	private static final Pattern DOT_SEGMENT = Pattern.compile("(?i)/(\\.|%2e){1,2}(/|$)");

	private BaseUrl() {
	}

	/**
	 * Validate and normalize a base URL.
	 * @param url the URL
	 * @return the URL without trailing slashes
	 * @throws IllegalArgumentException if the URL is invalid; the message contains the
	 * reason, but never the URL, which may contain credentials
	 */
	public static String check(@Nullable String url) {
		URI uri = parse(url);
		String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
		Assert.isTrue(scheme.equals("https") || scheme.equals("http"), "base URL must start with 'https://'");
		String host = uri.getHost();
		Assert.isTrue(host != null && uri.getPort() <= 65535, "base URL must have a valid host and port");
		Assert.isTrue(scheme.equals("https") || LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches(),
				"base URL must start with 'https://' (plain http is for loopback addresses only)");
		Assert.isTrue(uri.getRawUserInfo() == null, "base URL must not contain a user or password");
		Assert.isTrue(uri.getRawQuery() == null && uri.getRawFragment() == null,
				"base URL must have neither query nor fragment");
		Assert.isTrue(!DOT_SEGMENT.matcher(uri.getRawPath()).find(), "base URL must not have '.' or '..' in its path");
		String text = uri.toString();
		Assert.isTrue(text.chars().allMatch((character) -> character < 0x80), "base URL must be ASCII only");
		int end = text.length();
		while (text.charAt(end - 1) == '/') {
			end--;
		}
		return text.substring(0, end);
	}

	private static URI parse(@Nullable String url) {
		Assert.hasText(url, "base URL must not be empty");
		try {
			return new URI(url.strip());
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException("base URL is not a URL: " + ex.getReason());
		}
	}

}
