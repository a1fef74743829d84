// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import io.github.ssoconnections.sandbox.rest.Query;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Checkpoint paging: a page ends with a cursor for the next one, which stays good
 * whatever is added or removed meanwhile.
 *
 * @param <T> the type of the items
 * @param field the name of the list in the response
 * @param maxTake the most items on a page
 * @param key what orders the items, each item its own
 * @param view how an item is written
 */
record Checkpoints<T>(String field, int maxTake, Function<T, String> key, Function<T, JsonNode> view) {

	private static final int DEFAULT_TAKE = 50;

	private static final String PREFIX = "after:";

	ObjectNode page(Query query, List<T> items) {
		int take = query.number("take", 1, this.maxTake, DEFAULT_TAKE);
		String after = read(query.first("from"));
		List<T> rest = items.stream()
			.filter((item) -> this.key.apply(item).compareTo(after) > 0)
			.sorted(Comparator.comparing(this.key))
			.toList();
		ObjectNode page = JsonNodeFactory.instance.objectNode();
		rest.stream().limit(take).map(this.view).forEach(page.putArray(this.field)::add);
		if (rest.size() > take) {
			page.put("next", write(this.key.apply(rest.get(take - 1))));
		}
		return page;
	}

	private static String write(String key) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString((PREFIX + key).getBytes(StandardCharsets.UTF_8));
	}

	private static String read(@Nullable String cursor) {
		if (cursor == null) {
			return "";
		}
		try {
			String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
			if (text.startsWith(PREFIX)) {
				return text.substring(PREFIX.length());
			}
		}
		catch (IllegalArgumentException ex) {
			// Rejected below
		}
		throw new Auth0Exception(400, "Invalid pagination cursor.", "invalid_query_string");
	}

}
