// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The figures of a report of the benchmarks as tables in Markdown. What a report does not
 * have, such as that of a quick run, is left out.
 */
final class BenchmarkTables {

	private static final Path CONTESTANTS = Pages.ROOT
		.resolve("benchmarks/src/main/java/io/github/ssoconnections/benchmarks/Contestant.java");

	private static final Pattern TITLE = Pattern.compile("(?m)^\t([A-Z0-9_]+)\\(\"([^\"]+)\"");

	private static final String OURS = "SSO_CONNECTIONS";

	private static final String WEB_CLIENT = "WEB_CLIENT";

	private static final String CPU = " cpu";

	private static final String ALLOCATED = " allocated";

	private final JsonNode report;

	private final Map<String, List<Double>> figures = new LinkedHashMap<>();

	private final Map<String, String> clients = new LinkedHashMap<>();

	private final StringBuilder text = new StringBuilder();

	private BenchmarkTables(JsonNode report) {
		this.report = report;
		report.path("figures").forEach((figure) -> this.figures.put(figure.path("name").asString(), values(figure)));
		TITLE.matcher(Pages.read(CONTESTANTS))
			.results()
			.forEach((title) -> this.clients.put(title.group(1), title.group(2)));
	}

	static String of(JsonNode report) {
		BenchmarkTables tables = new BenchmarkTables(report);
		tables.goals();
		tables.calls();
		tables.pages();
		tables.lists();
		tables.latency();
		tables.others();
		return tables.text.toString();
	}

	private void goals() {
		Stream<List<String>> rows = this.report.path("goals")
			.valueStream()
			.map((goal) -> List.of(goal.path("title").asString(), goal.path("goal").asString(), text(values(goal)),
					goal.path("met").asBoolean() ? "yes" : "**no**"));
		table("Goals", List.of("What", "Goal", "Measured", "Met"), rows);
	}

	private void calls() {
		numbers("call callers=(\\d+) client=CLERK_SDK")
			.forEach((callers) -> table("One connection of 1.6 KB a call, " + callers + " callers",
					List.of("Client", "Calls/s", "CPU µs/call", "Allocated KB/call"),
					byClient("call callers=" + callers, "", CPU, ALLOCATED)));
		table("Cost of a call by the number of callers",
				List.of("Callers", "CPU µs/call", "WebClient's", "Allocated KB/call", "WebClient's"),
				numbers("call callers=(\\d+) client=WEB_CLIENT").map((callers) -> {
					String call = "call callers=" + callers + " client=";
					return row(String.valueOf(callers), call + OURS + CPU, call + WEB_CLIENT + CPU,
							call + OURS + ALLOCATED, call + WEB_CLIENT + ALLOCATED);
				}));
	}

	private void pages() {
		table("A page of 500 connections, 0.8 MB, 4 callers",
				List.of("Client", "Pages/s", "CPU µs/page", "Allocated KB/page"), byClient("page", "", CPU, ALLOCATED));
	}

	private void lists() {
		table("The whole list: 20,000 connections, 500 a page, 50 ms a page", List.of("Pages at a time", "ms"), numbers(
				"listall delay=50 parallelism=(\\d+) total=20000")
			.map((pages) -> row(String.valueOf(pages), "listall delay=50 parallelism=" + pages + " total=20000")));
		table("Cost of a connection by the length of the list",
				List.of("Connections", "ms for all", "CPU µs each", "Allocated KB each"),
				numbers("listall delay=0 parallelism=4 total=(\\d+)").map((total) -> {
					String list = "listall delay=0 parallelism=4 total=" + total;
					return List.of(String.format(Locale.ROOT, "%,d", total), text(this.figures.get(list)),
							each(list + CPU, total), each(list + ALLOCATED, total));
				}));
	}

	private void latency() {
		table("500 callers, a server that takes 50 ms", List.of("Client", "p50 ms", "p99 ms"),
				byClient("latency callers=500", " p50", " p99"));
	}

	private void others() {
		table("Other figures", List.of("What", "KB or ms"),
				this.figures.keySet()
					.stream()
					.filter((name) -> !name.matches("(call|page|listall|latency|metadata)\\b.*"))
					.map((name) -> row(name, name)));
	}

	private Stream<List<String>> byClient(String benchmark, String... costs) {
		return this.clients.entrySet()
			.stream()
			.filter((client) -> this.figures.containsKey(benchmark + " client=" + client.getKey()))
			.map((client) -> row(client.getValue(),
					Stream.of(costs)
						.map((cost) -> benchmark + " client=" + client.getKey() + cost)
						.toArray(String[]::new)));
	}

	private List<String> row(String title, String... names) {
		return Stream.concat(Stream.of(title), Stream.of(names).map((name) -> text(this.figures.get(name)))).toList();
	}

	private Stream<Integer> numbers(String regex) {
		Pattern pattern = Pattern.compile(regex);
		TreeSet<Integer> numbers = new TreeSet<>();
		this.figures.keySet()
			.stream()
			.map(pattern::matcher)
			.filter((matcher) -> matcher.matches())
			.forEach((matcher) -> numbers.add(Integer.valueOf(matcher.group(1))));
		return numbers.stream();
	}

	private void table(String title, List<String> columns, Stream<List<String>> rows) {
		List<List<String>> all = rows.toList();
		if (!all.isEmpty()) {
			this.text.append("\n## ").append(title).append("\n\n");
			line(columns);
			this.text.append("|").append("---|".repeat(columns.size())).append('\n');
			all.forEach(this::line);
		}
	}

	private void line(List<String> cells) {
		this.text.append("| ").append(String.join(" | ", cells)).append(" |\n");
	}

	private String each(String name, int total) {
		List<Double> values = this.figures.get(name);
		return text((values != null) ? values.stream().map((value) -> value / total).toList() : null);
	}

	private static List<Double> values(JsonNode figure) {
		return figure.path("values").valueStream().map(JsonNode::asDouble).toList();
	}

	// The median, and from what to what the values go
	private static String text(@Nullable List<Double> values) {
		if (values == null) {
			return "";
		}
		List<Double> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		double median = (sorted.size() % 2 == 1) ? sorted.get(middle)
				: (sorted.get(middle - 1) + sorted.get(middle)) / 2;
		return (sorted.size() > 1)
				? number(median) + " (" + number(sorted.get(0)) + "–" + number(sorted.get(sorted.size() - 1)) + ")"
				: number(median);
	}

	private static String number(double value) {
		double size = Math.abs(value);
		String format = (size >= 1000) ? "%,.0f" : (size >= 100) ? "%.0f" : (size >= 10) ? "%.1f" : "%.2f";
		return String.format(Locale.ROOT, format, value);
	}

}
