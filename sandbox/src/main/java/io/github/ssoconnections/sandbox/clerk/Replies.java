// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.List;
import java.util.function.Function;

import io.github.ssoconnections.sandbox.rest.Query;
import io.github.ssoconnections.sandbox.rest.Reply;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The responses of both APIs.
 */
final class Replies {

	private static final int DEFAULT_LIMIT = 10;

	private static final int MAX_LIMIT = 500;

	private Replies() {
	}

	/**
	 * Return the page of {@code limit} and {@code offset}.
	 * @param <T> the type of the items
	 * @param query the query parameters
	 * @param items every item, in order
	 * @param view how an item is written
	 * @return the response
	 */
	static <T> Reply page(Query query, List<T> items, Function<T, JsonNode> view) {
		int limit = query.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
		int offset = query.number("offset", 0, Integer.MAX_VALUE, 0);
		ObjectNode page = JsonNodeFactory.instance.objectNode();
		items.stream().skip(offset).limit(limit).map(view).forEach(page.putArray("data")::add);
		return Reply.ok(page.put("total_count", items.size()));
	}

	static Reply deleted(String object, String id) {
		return Reply.ok(JsonNodeFactory.instance.objectNode().put("object", object).put("id", id).put("deleted", true));
	}

}
