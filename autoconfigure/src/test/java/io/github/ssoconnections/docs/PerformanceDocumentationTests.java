// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generates the page of the figures from the report of the benchmarks, the goals that are
 * missed included. The page that persons write has no figure.
 */
class PerformanceDocumentationTests {

	private static final Path PAGE = Pages.DOCS.resolve("reference/performance.md");

	private static final Path FIGURES = Pages.GENERATED.resolve("performance.md");

	private static final Path BENCHMARKS = Pages.ROOT.resolve("benchmarks");

	private static final Pattern FIGURE = Pattern.compile("\\d ?(?:µs|ms|s|KB|MB|%|×|times|percent)(?!\\w)");

	private static final Pattern MISSED = Pattern.compile("\\*\\*([^*]+)\\*\\* is missed");

	private static final String HEAD = """
			# Figures of the benchmarks

			One run on %s, %s, with %s cores, on %s. Each figure is the median of the rounds, with the least and the most in parentheses. [Performance](../performance.md) says what is compared, and when the cost occurs.
			""";

	@Test
	void listsTheFiguresOfTheReport() throws IOException {
		JsonNode report = report();
		String head = HEAD.formatted(report.path("java").asString(), report.path("os").asString(),
				report.path("cores").asInt(), report.path("start").asString().substring(0, 10));
		GeneratedPage.checkOrUpdate(FIGURES, head + BenchmarkTables.of(report));
	}

	@Test
	void hasTheTablesThatTheBenchmarksWrite() {
		Map<String, List<String>> tables = tables(BenchmarkTables.of(report()));
		Map<String, List<String>> written = tables(Pages.read(BENCHMARKS.resolve("report.md")));
		assertThat(tables).containsKey("## Goals").hasSizeGreaterThan(7);
		assertThat(written.keySet()).filteredOn((title) -> !title.startsWith("## Where the time "))
			.allSatisfy((title) -> assertThat(tables.get(title)).containsAll(written.get(title)));
	}

	@Test
	void explainsTheGoalsThatAreMissed() {
		List<String> missed = report().path("goals")
			.valueStream()
			.filter((goal) -> !goal.path("met").asBoolean())
			.map((goal) -> goal.path("title").asString())
			.toList();
		assertThat(MISSED.matcher(Pages.read(PAGE)).results().map((one) -> one.group(1)))
			.containsExactlyInAnyOrderElementsOf(missed);
	}

	@Test
	void leavesOutWhatTheReportDoesNotHave() {
		ObjectNode report = (ObjectNode) report();
		((ArrayNode) report.path("figures"))
			.removeIf((figure) -> !figure.path("name").asString().startsWith("page client=WEB"));
		report.putArray("goals");
		assertThat(tables(BenchmarkTables.of(report))).hasSize(1)
			.hasEntrySatisfying("## A page of 500 connections, 0.8 MB, 4 callers",
					(rows) -> assertThat(rows).hasSize(3).last().asString().startsWith("| Spring WebClient | "));
	}

	@Test
	void hasNoFigureOutsideOfItsTables() {
		List<String> lines = Stream
			.concat(Pages.read(PAGE).lines(),
					Pages.read(Pages.ROOT.resolve("README.md"))
						.lines()
						.filter((line) -> line.contains("docs/reference/performance.md")))
			.toList();
		assertThat(lines).isNotEmpty().noneMatch((line) -> FIGURE.matcher(line).find());
	}

	@Test
	void quotesAFullRun() {
		JsonNode report = report();
		assertThat(report.path("quick").asBoolean(true)).isFalse();
		// The two are of the same run
		assertThat(Pages.read(BENCHMARKS.resolve("report.md"))).contains(report.path("start").asString(),
				report.path("end").asString());
	}

	@Test
	void contributorsReadHowToUpdate() {
		assertThat(Pages.read(BENCHMARKS.resolve("README.md"))).contains(GeneratedPage.updateCommand());
	}

	private static JsonNode report() {
		return JsonMapper.shared().readTree(BENCHMARKS.resolve("report.json").toFile());
	}

	private static Map<String, List<String>> tables(String page) {
		Map<String, List<String>> tables = new LinkedHashMap<>();
		String heading = "";
		for (String line : page.lines().toList()) {
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

}
