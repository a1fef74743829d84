// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One operation of the API.
 *
 * @param method the HTTP method
 * @param path what the path must match, with the id as the only group
 * @param handler what answers it
 */
record Operation(String method, Pattern path, Function<Call, Reply> handler) {

	static Operation of(String method, String template, Function<Call, Reply> handler) {
		return new Operation(method, Pattern.compile(template.replace("{id}", "(?<id>[^/]+)")), handler);
	}

	@Nullable String match(String method, String path) {
		Matcher matcher = this.path.matcher(path);
		if (!this.method.equals(method) || !matcher.matches()) {
			return null;
		}
		return (matcher.groupCount() != 0) ? matcher.group("id") : "";
	}

}
