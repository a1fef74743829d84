// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The query parameters of a request. Names that no operation asks for are ignored.
 */
final class Query {

	private static final int DEFAULT_LIMIT = 10;

	private static final int MAX_LIMIT = 500;

	private final Map<String, List<String>> parameters = new LinkedHashMap<>();

	Query(String url) {
		int start = url.indexOf('?');
		String text = (start != -1) ? url.substring(start + 1) : "";
		for (String pair : text.split("&")) {
			String[] parts = pair.split("=", 2);
			String value = (parts.length == 2) ? decode(parts[1]) : "";
			this.parameters.computeIfAbsent(decode(parts[0]), (name) -> new ArrayList<>()).add(value);
		}
	}

	List<String> all(String name) {
		return this.parameters.getOrDefault(name, List.of());
	}

	@Nullable String first(String name) {
		List<String> values = all(name);
		return values.isEmpty() ? null : values.get(0);
	}

	@Nullable Boolean flag(String name) {
		String value = first(name);
		if (value == null) {
			return null;
		}
		return switch (value) {
			case "true" -> true;
			case "false" -> false;
			default -> throw ClerkException.unprocessable(ClerkError.value(name, "true or false"));
		};
	}

	/**
	 * Answer the page that {@code limit} and {@code offset} ask for.
	 * @param <T> the type of the items
	 * @param items every item, in order
	 * @param view how an item is written
	 * @return the answer
	 */
	<T> Reply page(List<T> items, Function<T, JsonNode> view) {
		int limit = number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
		int offset = number("offset", 0, Integer.MAX_VALUE, 0);
		ObjectNode page = JsonNodeFactory.instance.objectNode();
		items.stream().skip(offset).limit(limit).map(view).forEach(page.putArray("data")::add);
		return Reply.ok(page.put("total_count", items.size()));
	}

	private int number(String name, int minimum, int maximum, int defaultValue) {
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
			// Refused below
		}
		throw ClerkException.unprocessable(ClerkError.value(name, "an integer from " + minimum + " to " + maximum));
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw new ClerkException(400, "malformed_request_parameters", "The query string is malformed.");
		}
	}

}
