// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.ssoconnections.testing.GeneratedPage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the page about performance says what the report of the benchmarks says, the
 * goals that are missed included. The tables of the page are copied from it, the text
 * around them has no figure of its own.
 */
class PerformanceDocumentationTests {

	private static final Path PAGE = Path.of("..", "docs", "reference", "performance.md");

	private static final Path BENCHMARKS = Path.of("..", "benchmarks");

	private static final Pattern FIGURE = Pattern.compile("\\d ?(?:µs|ms|s|KB|MB|%|×|times|percent)(?!\\w)");

	@Test
	void copiesItsTablesFromTheReport() throws IOException {
		Map<String, List<String>> report = tables(BENCHMARKS.resolve("report.md"));
		String expected = Files.readString(PAGE);
		Map<String, List<String>> tables = tables(PAGE);
		assertThat(tables).containsKey("## Goals");
		for (Map.Entry<String, List<String>> table : tables.entrySet()) {
			assertThat(report).containsKey(table.getKey());
			expected = expected.replace(text(table.getValue()), text(report.get(table.getKey())));
		}
		GeneratedPage.checkOrUpdate(PAGE, expected);
	}

	@Test
	void hasNoFigureOutsideOfItsTables() throws IOException {
		List<String> lines = Stream
			.concat(Files.readAllLines(PAGE).stream(),
					Files.readAllLines(Path.of("..", "README.md"))
						.stream()
						.filter((line) -> line.contains("docs/reference/performance.md")))
			.filter((line) -> !line.startsWith("|") && !line.startsWith("#"))
			.toList();
		assertThat(lines).isNotEmpty().noneMatch((line) -> FIGURE.matcher(line).find());
	}

	@Test
	void quotesAFullRun() throws IOException {
		JsonNode report = JsonMapper.shared().readTree(BENCHMARKS.resolve("report.json").toFile());
		assertThat(report.path("quick").asBoolean(true)).isFalse();
		Map<String, List<String>> tables = tables(BENCHMARKS.resolve("report.md"));
		// The two are of the same run
		assertThat(Files.readString(BENCHMARKS.resolve("report.md"))).contains(report.path("start").asString(),
				report.path("end").asString());
		assertThat(report.path("goals")).isNotEmpty();
		for (JsonNode goal : report.path("goals")) {
			assertThat(tables.get("## Goals")).anySatisfy((row) -> assertThat(row)
				.startsWith("| " + goal.path("title").asString() + " | " + goal.path("goal").asString() + " | ")
				.endsWith(goal.path("met").asBoolean() ? "| yes |" : "| **no** |"));
		}
		assertThat(tables.get("## Goals")).hasSize(report.path("goals").size() + 2);
	}

	@Test
	void contributorsReadHowToUpdate() throws IOException {
		assertThat(Files.readString(BENCHMARKS.resolve("README.md"))).contains(GeneratedPage.updateCommand());
	}

	private static Map<String, List<String>> tables(Path page) throws IOException {
		Map<String, List<String>> tables = new LinkedHashMap<>();
		String heading = "";
		for (String line : Files.readAllLines(page)) {
			if (line.startsWith("#")) {
				heading = line;
			}
			else if (line.startsWith("|")) {
				tables.merge(heading, List.of(line),
						(before, more) -> Stream.concat(before.stream(), more.stream()).toList());
			}
		}
		return tables;
	}

	private static String text(List<String> lines) {
		return String.join("\n", lines) + "\n";
	}

}
