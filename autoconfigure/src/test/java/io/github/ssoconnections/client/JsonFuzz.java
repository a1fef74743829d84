// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes responses out of good ones: other values in other places, and bytes that are no
 * JSON any more. The same seed makes the same responses.
 */
final class JsonFuzz {

	private static final List<String> VALUES = List.of("null", "true", "\"\"", "\"text\"", "0", "-1", "1e400", "1e-400",
			"1.5", "9223372036854775808", "1e999999999", "123456789012345678901234567890", "[]", "{}", "[[]]", "[null]",
			"\"\\u0000\\ud800\"", "\"2026-01-01T00:00:00Z\"", "\"+1000000000-12-31T23:59:59Z\"",
			"\"-1000000000-01-01T00:00:00Z\"", "\"+999999999-12-31T23:59:59+18:00\"", "1700000000000",
			"31556889864403199999", "\"stra\u00dfe.example\"", "\" .\"", "\"..\"", "\"\u202e\"");

	private static final List<String> TOKENS = List.of("{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "null", "NaN",
			"1e", "\0", "\ufeff", "\u0080", "//", "{\"a\":".repeat(600), "[".repeat(1200), "7".repeat(1100),
			"\"" + "x".repeat(70_000) + "\"", "\"id\":", "\"data\":", "\"next\":\"n\",", "\"total_count\":7,");

	private static final JsonMapper JSON = WireJson.mapper();

	private final Random random;

	JsonFuzz(long seed) {
		this.random = new Random(seed);
	}

	String next(String good) {
		String odd = good;
		if (this.random.nextInt(4) != 0) {
			JsonNode root = JSON.readTree(good);
			IntStream.rangeClosed(0, this.random.nextInt(4)).forEach((time) -> change(root));
			odd = root.toString();
		}
		int edits = (this.random.nextInt(3) != 0) ? 0 : 1 + this.random.nextInt(3);
		for (int i = 0; i < edits; i++) {
			odd = edit(odd);
		}
		return odd;
	}

	private void change(JsonNode root) {
		List<JsonNode> parents = new ArrayList<>();
		collect(root, parents);
		if (parents.isEmpty()) {
			return;
		}
		JsonNode parent = parents.get(this.random.nextInt(parents.size()));
		if (parent instanceof ArrayNode array) {
			change(array);
		}
		else {
			change((ObjectNode) parent);
		}
	}

	private void change(ArrayNode array) {
		int place = this.random.nextInt(array.size() + 1);
		if (place < array.size()) {
			array.set(place, value(3));
		}
		else {
			array.add(value(3));
		}
	}

	private void change(ObjectNode object) {
		List<String> names = object.properties().stream().map((entry) -> entry.getKey()).collect(Collectors.toList());
		names.add("new_" + this.random.nextInt(3));
		String name = names.get(this.random.nextInt(names.size()));
		switch (this.random.nextInt(6)) {
			case 0 -> object.remove(name);
			case 1 -> object.set(names.get(this.random.nextInt(names.size())), object.path(name).deepCopy());
			default -> object.set(name, value(3));
		}
	}

	private static void collect(JsonNode node, List<JsonNode> parents) {
		if (node.isContainer()) {
			parents.add(node);
			node.forEach((child) -> collect(child, parents));
		}
	}

	private JsonNode value(int depth) {
		if (depth == 0 || this.random.nextInt(3) != 0) {
			return JSON.readTree(VALUES.get(this.random.nextInt(VALUES.size())));
		}
		if (this.random.nextBoolean()) {
			ArrayNode array = JSON.createArrayNode();
			IntStream.range(0, this.random.nextInt(4)).forEach((index) -> array.add(value(depth - 1)));
			return array;
		}
		ObjectNode object = JSON.createObjectNode();
		IntStream.range(0, this.random.nextInt(4)).forEach((index) -> object.set("k" + index, value(depth - 1)));
		return object;
	}

	private String edit(String text) {
		if (text.isEmpty()) {
			return token();
		}
		int start = this.random.nextInt(text.length());
		int end = Math.min(text.length(), start + 1 + this.random.nextInt(20));
		return switch (this.random.nextInt(5)) {
			case 0 -> text.substring(0, start);
			case 1 -> text.substring(0, start) + text.substring(end);
			case 2 -> text.substring(0, end) + text.substring(start);
			case 3 -> text.substring(0, start) + (char) this.random.nextInt(0x100) + text.substring(start + 1);
			default -> text.substring(0, start) + token() + text.substring(start);
		};
	}

	private String token() {
		return TOKENS.get(this.random.nextInt(TOKENS.size()));
	}

}
