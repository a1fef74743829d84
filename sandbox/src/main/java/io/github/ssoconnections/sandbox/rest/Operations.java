// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The operations of an API by method and path.
 *
 * @param <H> the type of the handlers
 */
public final class Operations<H> {

	private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

	private final List<Operation<H>> operations = new ArrayList<>();

	/**
	 * Add an operation.
	 * @param method the HTTP method
	 * @param template the path, such as {@code /v1/saml_connections/{id}}
	 * @param handler the handler
	 * @return this table
	 */
	public Operations<H> add(String method, String template, H handler) {
		List<String> variables = VARIABLE.matcher(template).results().map((match) -> match.group(1)).toList();
		Pattern path = Pattern.compile(VARIABLE.matcher(template).replaceAll("([^/]+)"));
		this.operations.add(new Operation<>(method, path, variables, handler));
		return this;
	}

	/**
	 * Find the operation that a request asks for.
	 * @param method the HTTP method
	 * @param path the path without query
	 * @return the operation, or {@code null} if there is none
	 */
	public @Nullable Match<H> find(String method, String path) {
		for (Operation<H> operation : this.operations) {
			Matcher matcher = operation.path().matcher(path);
			if (operation.method().equals(method) && matcher.matches()) {
				return new Match<>(operation.handler(), operation.read(matcher));
			}
		}
		return null;
	}

	/**
	 * An operation that was found.
	 *
	 * @param <H> the type of the handlers
	 * @param handler the handler
	 * @param variables the variables of the path by name
	 */
	public record Match<H>(H handler, Map<String, String> variables) {

	}

	private record Operation<H>(String method, Pattern path, List<String> variables, H handler) {

		private Map<String, String> read(Matcher matcher) {
			Map<String, String> values = new HashMap<>();
			for (int i = 0; i < this.variables.size(); i++) {
				values.put(this.variables.get(i), matcher.group(i + 1));
			}
			return values;
		}

	}

}
