// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.List;

import io.github.ssoconnections.sandbox.rest.Query;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Pages by number, with or without the total.
 */
final class OffsetPages {

	private static final int MAX_PAGE = 100;

	private static final int DEFAULT_PAGE = 50;

	private OffsetPages() {
	}

	static JsonNode page(Query query, String field, List<JsonNode> items) {
		int limit = query.number("per_page", 1, MAX_PAGE, DEFAULT_PAGE);
		long start = (long) query.number("page", 0, Integer.MAX_VALUE, 0) * limit;
		ArrayNode page = JsonNodeFactory.instance.arrayNode();
		items.stream().skip(start).limit(limit).forEach((item) -> page.add(item.deepCopy()));
		if (!Boolean.TRUE.equals(query.flag("include_totals"))) {
			return page;
		}
		ObjectNode totals = JsonNodeFactory.instance.objectNode();
		return totals.put("start", start).put("limit", limit).put("total", items.size()).set(field, page);
	}

}
