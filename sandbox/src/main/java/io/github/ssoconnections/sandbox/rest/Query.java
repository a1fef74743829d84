// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.sandbox.rest.Rejections.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request, or the fields of a form. Names that no operation
 * asks for are ignored.
 */
public final class Query {

	private final Map<String, List<String>> parameters = new LinkedHashMap<>();

	private final Rejections rejections;

	/**
	 * Read parameters.
	 * @param text the parameters, URL-encoded, without a leading question mark
	 * @param rejections writes the vendor's errors
	 */
	public Query(String text, Rejections rejections) {
		this.rejections = rejections;
		for (String pair : text.split("&")) {
			String[] parts = pair.split("=", 2);
			String value = (parts.length == 2) ? decode(parts[1]) : "";
			this.parameters.computeIfAbsent(decode(parts[0]), (name) -> new ArrayList<>()).add(value);
		}
	}

	static Query ofUrl(String url, Rejections rejections) {
		int start = url.indexOf('?');
		return new Query((start != -1) ? url.substring(start + 1) : "", rejections);
	}

	/**
	 * Return whether a parameter was sent.
	 * @param name the parameter's name
	 * @return whether it was
	 */
	public boolean has(String name) {
		return this.parameters.containsKey(name);
	}

	/**
	 * Return the values of a parameter.
	 * @param name the parameter's name
	 * @return the values, empty if it was not sent
	 */
	public List<String> all(String name) {
		return this.parameters.getOrDefault(name, List.of());
	}

	/**
	 * Return the first value of a parameter.
	 * @param name the parameter's name
	 * @return the value, or {@code null} if it was not sent
	 */
	public @Nullable String first(String name) {
		List<String> values = all(name);
		return values.isEmpty() ? null : values.get(0);
	}

	/**
	 * Return a parameter that is true or false.
	 * @param name the parameter's name
	 * @return the value, or {@code null} if it was not sent
	 */
	public @Nullable Boolean flag(String name) {
		String value = first(name);
		if (value == null) {
			return null;
		}
		return switch (value) {
			case "true" -> true;
			case "false" -> false;
			default -> throw invalid(name, "true or false");
		};
	}

	/**
	 * Return a parameter that is an integer.
	 * @param name the parameter's name
	 * @param minimum the least value
	 * @param maximum the greatest value
	 * @param defaultValue the value if it was not sent
	 * @return the value
	 */
	public int number(String name, int minimum, int maximum, int defaultValue) {
		String value = first(name);
		if (value == null) {
			return defaultValue;
		}
		try {
			int number = Integer.parseInt(value);
			if (number >= minimum && number <= maximum) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Rejected below
		}
		throw invalid(name, "an integer from " + minimum + " to " + maximum);
	}

	/**
	 * Reject the value of a parameter.
	 * @param name the parameter's name
	 * @param expected what it must be
	 * @return the vendor's error
	 */
	public RejectedException invalid(String name, String expected) {
		Violation violation = new Violation(Violation.Kind.VALUE, name, expected);
		return this.rejections.reject(Problem.INVALID_QUERY, List.of(violation));
	}

	private String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw this.rejections.reject(Problem.MALFORMED_QUERY);
		}
	}

}
