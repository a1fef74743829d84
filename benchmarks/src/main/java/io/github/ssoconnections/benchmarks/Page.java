// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.util.List;
import java.util.Map;

/**
 * The report as Markdown.
 */
final class Page {

	private final Map<String, Object> facts;

	private final List<Goal> goals;

	private final Rounds rounds;

	private final List<Figure> others;

	private final List<Integer> callers;

	private final List<Integer> totals;

	private final Map<Contestant, Profile> profiles;

	private final StringBuilder text = new StringBuilder();

	Page(Map<String, Object> facts, List<Goal> goals, Rounds rounds, List<Figure> others, List<Integer> callers,
			List<Integer> totals, Map<Contestant, Profile> profiles) {
		this.facts = facts;
		this.goals = goals;
		this.rounds = rounds;
		this.others = others;
		this.callers = callers;
		this.totals = totals;
		this.profiles = profiles;
	}

	String text() {
		line("# Benchmarks");
		line("");
		line(this.facts.get("java")
				+ ", " + this.facts.get("os") + ", " + this.facts.get("cores") + " cores, " + this.facts.get("start")
				+ " to " + this.facts.get("end") + (Boolean.TRUE.equals(this.facts.get("quick"))
						? ", quick: one short round, only to see that all runs" : "")
				+ ". Medians of the rounds, in parentheses from the least to the most.");
		goals();
		calls(64);
		if (!this.callers.isEmpty()) {
			calls(512);
		}
		pages();
		lists();
		scaling();
		others();
		this.profiles.forEach(this::profile);
		return this.text.toString();
	}

	private void goals() {
		title("Goals", "What", "Goal", "Measured", "Met");
		for (Goal goal : this.goals) {
			row(goal.title(), goal.limit(), goal.figure().text(), goal.met() ? "yes" : "**no**");
		}
	}

	private void calls(int number) {
		title("One connection of 1.6 KB a call, " + number + " callers", "Client", "Calls/s", "CPU µs/call",
				"Allocated KB/call");
		for (Contestant contestant : Contestant.values()) {
			Map<String, String> parameters = parameters(contestant, number);
			if (this.rounds.has(CallBenchmark.class, parameters)) {
				row(contestant.title(), figure(CallBenchmark.class, parameters, ""),
						figure(CallBenchmark.class, parameters, Costs.CPU),
						figure(CallBenchmark.class, parameters, Costs.ALLOCATED));
			}
		}
	}

	private void pages() {
		title("A page of 500 connections, 0.8 MB, 4 callers", "Client", "Pages/s", "CPU µs/page", "Allocated KB/page");
		for (Contestant contestant : Contestant.values()) {
			Map<String, String> parameters = Map.of("client", contestant.name());
			if (this.rounds.has(PageBenchmark.class, parameters)) {
				row(contestant.title(), figure(PageBenchmark.class, parameters, ""),
						figure(PageBenchmark.class, parameters, Costs.CPU),
						figure(PageBenchmark.class, parameters, Costs.ALLOCATED));
			}
		}
	}

	private void lists() {
		title("The whole list: 20,000 connections, 500 a page, 50 ms a page", "Pages at a time", "ms");
		for (String pages : List.of("1", "4", "8")) {
			Map<String, String> parameters = Report.list(pages, 20_000, 50);
			if (this.rounds.has(ListAllBenchmark.class, parameters)) {
				row(pages, figure(ListAllBenchmark.class, parameters, ""));
			}
		}
		title("500 callers, a server that takes 50 ms", "Client", "p50 ms", "p99 ms");
		for (Contestant contestant : List.of(Contestant.SSO_CONNECTIONS, Contestant.WEB_CLIENT)) {
			Map<String, String> parameters = parameters(contestant, 500);
			row(contestant.title(), figure(LatencyBenchmark.class, parameters, Percentiles.P50),
					figure(LatencyBenchmark.class, parameters, Percentiles.P99));
		}
	}

	private void scaling() {
		if (!this.callers.isEmpty()) {
			title("Cost of a call by the number of callers", "Callers", "CPU µs/call", "WebClient's",
					"Allocated KB/call", "WebClient's");
		}
		for (int number : this.callers) {
			Map<String, String> ours = parameters(Contestant.SSO_CONNECTIONS, number);
			Map<String, String> webClient = parameters(Contestant.WEB_CLIENT, number);
			row(String.valueOf(number), figure(CallBenchmark.class, ours, Costs.CPU),
					figure(CallBenchmark.class, webClient, Costs.CPU),
					figure(CallBenchmark.class, ours, Costs.ALLOCATED),
					figure(CallBenchmark.class, webClient, Costs.ALLOCATED));
		}
		if (!this.totals.isEmpty()) {
			title("Cost of a connection by the length of the list", "Connections", "ms for all", "CPU µs each",
					"Allocated KB each");
		}
		for (int total : this.totals) {
			Map<String, String> parameters = Report.list("4", total, 0);
			row(String.format("%,d", total), figure(ListAllBenchmark.class, parameters, ""),
					each(parameters, Costs.CPU, total), each(parameters, Costs.ALLOCATED, total));
		}
	}

	private String each(Map<String, String> parameters, String cost, int total) {
		Figure all = this.rounds.figure(ListAllBenchmark.class, parameters, cost);
		return new Figure(all.name(), all.unit(), all.values().stream().map((value) -> value / total).toList()).text();
	}

	private void others() {
		title("Other figures", "What", "KB or ms");
		for (Figure figure : this.others) {
			row(figure.name(), figure.text());
		}
	}

	private void profile(Contestant contestant, Profile profile) {
		title("Where the time and the memory of a call go: " + contestant.title(), "Whose code", "CPU %",
				"Allocated %");
		for (String owner : profile.owners()) {
			row(owner, Figure.number(profile.timeOf(owner)), Figure.number(profile.memoryOf(owner)));
		}
	}

	private static Map<String, String> parameters(Contestant contestant, int callers) {
		return Map.of("client", contestant.name(), "callers", String.valueOf(callers));
	}

	private String figure(Class<?> benchmark, Map<String, String> parameters, String cost) {
		return this.rounds.figure(benchmark, parameters, cost).text();
	}

	private void title(String title, String... columns) {
		line("");
		line("## " + title);
		line("");
		row(columns);
		line("|" + "---|".repeat(columns.length));
	}

	private void row(String... cells) {
		line("| " + String.join(" | ", cells) + " |");
	}

	private void line(String line) {
		this.text.append(line).append('\n');
	}

}
