// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class PartialJsonTests {

	private static final String WHOLE = "{\"a\":[1,{\"b\":\"x\"},[],{}],\"c\":null,\"d\":{\"e\":[true,2.5]}}";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "-",
			value = { "{\"a\":[{\"b\":1},{\"b\":2},{\"b | {\"a\":[{\"b\":1},{\"b\":2}]}",
					"{\"a\":[{\"b\":\"x\",\"c\":\"cut of | {\"a\":[]}", "[1,[2,3 | [1]", "{\"a\":1}<html> | {\"a\":1}",
					"\"text\" | \"text\"" })
	void readsUpToTheBreak(String json, String read) {
		assertThat(read(json)).hasToString(read);
	}

	@Test
	void readsAWholeDocument() {
		assertThat(read(WHOLE)).isEqualTo(WireJson.mapper().readTree(WHOLE));
	}

	@Test
	void readsEveryPrefix() {
		for (int length = 0; length < WHOLE.length(); length++) {
			assertThat(read(WHOLE.substring(0, length))).isNotNull();
		}
	}

	@ParameterizedTest
	@CsvSource({ "''", "<html>", "'  '" })
	void readsNothingWhereThereIsNoJson(String text) {
		assertThat(read(text).isMissingNode()).isTrue();
	}

	@Test
	void endsAtBottomlessNesting() {
		assertThat(read("[".repeat(100_000)).isArray()).isTrue();
	}

	private static JsonNode read(String json) {
		return PartialJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
	}

}
