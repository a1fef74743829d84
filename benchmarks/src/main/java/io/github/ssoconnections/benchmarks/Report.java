// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs everything, and writes down what came of it: {@code report.json} and
 * {@code report.md}.
 */
public final class Report {

	private static final List<Integer> CALLERS = List.of(1, 8, 64, 256, 1000);

	private static final List<Integer> TOTALS = List.of(10, 100, 1000, 10_000, 100_000);

	private static final Contestant[] COMPARED = { Contestant.SSO_CONNECTIONS, Contestant.WEB_CLIENT,
			Contestant.CLERK_SDK };

	private static final Contestant[] PEERS = { Contestant.SSO_CONNECTIONS, Contestant.WEB_CLIENT,
			Contestant.REACTOR_NETTY, Contestant.JDK_CLIENT, Contestant.CLERK_SDK, Contestant.AUTH0_SDK };

	private final Rounds rounds;

	private final Processes processes;

	private final boolean quick;

	private final List<Goal> goals = new ArrayList<>();

	private final List<Figure> others = new ArrayList<>();

	private final Map<Contestant, Profile> profiles = new LinkedHashMap<>();

	private final String server;

	private Report(String server, Path applications, boolean quick) {
		this.server = server;
		this.quick = quick;
		this.rounds = new Rounds(server, quick);
		this.processes = new Processes(applications);
	}

	/**
	 * Run the benchmarks.
	 * @param args the folder of the applications, the folder to write to, and
	 * {@code quick} for a run of under two minutes, or {@code steady} for calls of warm
	 * JVMs alone, {@code warming-up} for calls of JVMs that warm up, {@code start} for
	 * the start of an application alone, or {@code index} for an index of many
	 * connections alone
	 * @throws Exception if anything fails
	 */
	public static void main(String[] args) throws Exception {
		Instant start = Instant.now();
		Path folder = Path.of(args[1]);
		if (List.of(args).contains("index")) {
			LargeIndex.measure(folder);
			return;
		}
		try (Stub stub = Stub.start()) {
			if (List.of(args).contains("steady")) {
				SteadyCalls.measure(new Rounds(stub.url(), false), folder);
				return;
			}
			if (List.of(args).contains("warming-up")) {
				WarmingUp.measure(stub.url(), folder);
				return;
			}
			if (List.of(args).contains("start")) {
				StartUps.measure(new Processes(Path.of(args[0])), stub.url(), folder);
				return;
			}
			Report report = new Report(stub.url(), Path.of(args[0]), List.of(args).contains("quick"));
			report.measure();
			report.write(folder, start);
		}
	}

	private void measure() throws Exception {
		calls();
		pages();
		lists();
		latency();
		applications();
		idle();
		metadata();
		if (!this.quick) {
			scaling();
			for (Contestant contestant : List.of(Contestant.SSO_CONNECTIONS, Contestant.WEB_CLIENT)) {
				this.profiles.put(contestant,
						this.rounds.profile(CallBenchmark.class, cases("callers", 64, contestant).get(0)));
			}
		}
	}

	private void calls() throws Exception {
		this.rounds.run(CallBenchmark.class, 1, cases("callers", 64, this.quick ? PEERS : Contestant.values()));
		more(CallBenchmark.class, 4, cases("callers", 64, COMPARED));
		more(CallBenchmark.class, 2, cases("callers", 512, COMPARED));
		Figure cpu = call(Contestant.SSO_CONNECTIONS, 64, Costs.CPU);
		Figure allocated = call(Contestant.SSO_CONNECTIONS, 64, Costs.ALLOCATED);
		atMost(1.05, "CPU per call / WebClient", cpu.over(call(Contestant.WEB_CLIENT, 64, Costs.CPU)));
		atMost(1.05, "Allocation per call / WebClient",
				allocated.over(call(Contestant.WEB_CLIENT, 64, Costs.ALLOCATED)));
		atMost(0.40, "Allocation per call / Clerk SDK",
				allocated.over(call(Contestant.CLERK_SDK, 64, Costs.ALLOCATED)));
		for (int callers : this.quick ? List.of(64) : List.of(64, 512)) {
			atLeast(1.3, "Calls per second / Clerk SDK, " + callers + " callers",
					call(Contestant.SSO_CONNECTIONS, callers, "").over(call(Contestant.CLERK_SDK, callers, "")));
		}
	}

	private void pages() throws Exception {
		List<Map<String, String>> compared = pages(Contestant.SSO_CONNECTIONS, Contestant.WEB_CLIENT);
		this.rounds.run(PageBenchmark.class, 4, compared);
		more(PageBenchmark.class, 1, pages(Contestant.REACTOR_NETTY, Contestant.CLERK_SDK));
		atMost(1.05, "CPU per page of 500 / WebClient",
				this.rounds.figure(PageBenchmark.class, compared.get(0), Costs.CPU)
					.over(this.rounds.figure(PageBenchmark.class, compared.get(1), Costs.CPU)));
	}

	private static List<Map<String, String>> pages(Contestant... contestants) {
		return Arrays.stream(contestants).map((contestant) -> Map.of("client", contestant.name())).toList();
	}

	private void more(Class<?> benchmark, int rounds, List<Map<String, String>> cases) throws Exception {
		if (!this.quick) {
			this.rounds.run(benchmark, rounds, cases);
		}
	}

	private void lists() throws Exception {
		List<Map<String, String>> cases = Stream.of("1", "4", "8").map((pages) -> list(pages, 20_000, 50)).toList();
		this.rounds.run(ListAllBenchmark.class, 2, this.quick ? cases.subList(0, 2) : cases);
		atLeast(3, "20,000 connections, 50 ms a page: one page at a time / four",
				this.rounds.figure(ListAllBenchmark.class, cases.get(0), "")
					.over(this.rounds.figure(ListAllBenchmark.class, cases.get(1), "")));
	}

	private void latency() throws Exception {
		List<Map<String, String>> cases = cases("callers", 500, Contestant.SSO_CONNECTIONS, Contestant.WEB_CLIENT);
		this.rounds.run(LatencyBenchmark.class, 3, cases);
		atMost(1.1, "p99, 500 callers, 50 ms server / WebClient",
				this.rounds.figure(LatencyBenchmark.class, cases.get(0), Percentiles.P99)
					.over(this.rounds.figure(LatencyBenchmark.class, cases.get(1), Percentiles.P99)));
	}

	private void applications() throws IOException, InterruptedException {
		List<Double> added = new ArrayList<>();
		List<Double> byBoot = new ArrayList<>();
		List<Double> own = new ArrayList<>();
		List<Double> threads = new ArrayList<>();
		List<String> turns = new ArrayList<>(List.of("webclient", "metrics", "starter"));
		for (int round = 0; round < (this.quick ? 1 : 20); round++) {
			Map<String, long[]> starts = new HashMap<>();
			for (String application : turns) {
				starts.put(application,
						this.processes.start(application, "--sso-connections.clerk.api-key=" + Settings.KEY));
			}
			// The last of a round finds a warmer machine
			Collections.reverse(turns);
			long[] base = starts.get("webclient");
			long[] metrics = starts.get("metrics");
			long[] ours = starts.get("starter");
			added.add((double) (ours[0] - base[0]));
			byBoot.add((double) (metrics[0] - base[0]));
			own.add((double) (ours[0] - metrics[0]));
			threads.add((double) (ours[1] - base[1]));
		}
		atMost(60, "Start-up added, ms", new Figure("start-up added", "ms", added));
		this.others.add(new Figure("of the start-up added, by Boot's metrics and health alone", "ms", byBoot));
		this.others.add(new Figure("of the start-up added, by this project itself", "ms", own));
		atMost(0, "Threads added before first use", new Figure("threads before first use", "threads", threads));
		List<Path> jars = this.processes.jarsOver("starter");
		List<Path> ownJars = jars.stream()
			.filter((jar) -> jar.getFileName().toString().startsWith("sso-connections"))
			.toList();
		atMost(700, "Own jars, KB", new Figure("own jars", "KB", List.of(Processes.kilobytes(ownJars))));
		for (String application : List.of("starter", "clerk-sdk", "auth0-sdk")) {
			List<Path> over = this.processes.jarsOver(application);
			this.others.add(new Figure(over.size() + " jars of " + application + " over spring-boot-starter-webclient",
					"KB", List.of(Processes.kilobytes(over))));
		}
		System.out.println("Jars over spring-boot-starter-webclient: " + jars.stream().map(Path::getFileName).toList());
	}

	private void idle() throws IOException, InterruptedException {
		String[] words = Processes
			.run("idle ", List.of("-classpath", System.getProperty("java.class.path"), IdleClients.class.getName(),
					this.server + "/0/1"))
			.split(" ", 3);
		atMost(1024, "Idle client, KB", new Figure("idle client", "KB", List.of(Long.parseLong(words[0]) / 1024.0)));
		atMost(0, "Idle client, threads of its own",
				new Figure("threads of idle clients", "threads", List.of(Double.valueOf(words[1]))));
	}

	private void metadata() throws Exception {
		this.rounds.run(MetadataBenchmark.class, 2, List.of(Map.of()));
		atMost(300, "Metadata of 10 KB parsed, µs", this.rounds.figure(MetadataBenchmark.class, Map.of(), ""));
	}

	private void scaling() throws Exception {
		for (int callers : CALLERS) {
			List<Map<String, String>> cases = cases("callers", callers, Contestant.SSO_CONNECTIONS,
					Contestant.WEB_CLIENT);
			if (!this.rounds.has(CallBenchmark.class, cases.get(0))) {
				this.rounds.run(CallBenchmark.class, 1, cases);
			}
		}
		for (int total : TOTALS) {
			this.rounds.run(ListAllBenchmark.class, 1, List.of(list("4", total, 0)));
		}
	}

	static Map<String, String> list(String pages, int total, int delay) {
		return Map.of("parallelism", pages, "total", String.valueOf(total), "delay", String.valueOf(delay));
	}

	private static List<Map<String, String>> cases(String name, int value, Contestant... contestants) {
		return Arrays.stream(contestants)
			.map((contestant) -> Map.of("client", contestant.name(), name, String.valueOf(value)))
			.toList();
	}

	private Figure call(Contestant contestant, int callers, String cost) {
		return this.rounds.figure(CallBenchmark.class, cases("callers", callers, contestant).get(0), cost);
	}

	private void atMost(double bound, String title, Figure figure) {
		this.goals.add(Goal.atMost(bound, title, figure));
	}

	private void atLeast(double bound, String title, Figure figure) {
		this.goals.add(Goal.atLeast(bound, title, figure));
	}

	private void write(Path folder, Instant start) throws IOException {
		Files.createDirectories(folder);
		Map<String, Object> report = new LinkedHashMap<>();
		report.put("start", start.toString());
		report.put("end", Instant.now().toString());
		report.put("quick", this.quick);
		report.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
		report.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
		report.put("cores", Runtime.getRuntime().availableProcessors());
		report.put("goals", this.goals.stream().map(Report::describe).toList());
		List<Figure> figures = new ArrayList<>(this.rounds.figures());
		figures.addAll(this.others);
		report.put("figures", figures);
		JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		Files.writeString(folder.resolve("report.json"), json.writeValueAsString(report) + "\n");
		String page = new Page(report, this.goals, this.rounds, this.others, this.quick ? List.of() : CALLERS,
				this.quick ? List.of() : TOTALS, this.profiles)
			.text();
		Files.writeString(folder.resolve("report.md"), page);
		System.out.println(page);
	}

	private static Map<String, Object> describe(Goal goal) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("title", goal.title());
		description.put("goal", goal.limit());
		description.put("median", goal.figure().median());
		description.put("met", goal.met());
		description.put("values", goal.figure().values());
		return description;
	}

}
