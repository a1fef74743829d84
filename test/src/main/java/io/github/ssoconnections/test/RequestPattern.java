// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.util.Assert;

/**
 * A method and a path.
 *
 * @param method the method, in upper case
 * @param path the path, with segments in braces
 * @param regex the path as a regular expression
 */
record RequestPattern(String method, String path, Pattern regex) {

	static RequestPattern of(String method, String path) {
		Assert.hasText(method, "'method' must not be empty");
		Assert.isTrue(path.startsWith("/") && !path.contains("?"),
				"'path' must start with '/', and have no query: see 'withQuery'");
		String regex = Arrays.stream(path.split("/", -1))
			.map((segment) -> segment.matches("\\{[^{}]+}") ? "[^/]+" : Pattern.quote(segment))
			.collect(Collectors.joining("/"));
		return new RequestPattern(method.toUpperCase(Locale.ROOT), path, Pattern.compile(regex));
	}

	boolean matches(ReceivedRequest request) {
		return this.method.equals(request.method()) && this.regex.matcher(request.path()).matches();
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
