// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs benchmarks in rounds, a JVM each, in which those who are compared take turns.
 */
final class Rounds {

	private final String server;

	private final boolean quick;

	private final Map<String, Figure> figures = new LinkedHashMap<>();

	Rounds(String server, boolean quick) {
		// Runners side by side are what is wanted here
		System.setProperty("jmh.ignoreLock", "true");
		this.server = server;
		this.quick = quick;
	}

	/**
	 * Run cases in turns.
	 * @param benchmark the benchmark
	 * @param rounds how often, unless there is no time
	 * @param cases the parameters of each case by name
	 */
	void run(Class<?> benchmark, int rounds, List<Map<String, String>> cases) throws Exception {
		for (int round = 0; round < (this.quick ? 1 : rounds); round++) {
			List<RunResult> results = run(benchmark, cases);
			for (int i = 0; i < cases.size(); i++) {
				Map<String, String> parameters = cases.get(i);
				add(key(benchmark, parameters, ""), results.get(i).getPrimaryResult());
				results.get(i)
					.getSecondaryResults()
					.forEach((name, cost) -> add(key(benchmark, parameters, name), cost));
			}
		}
	}

	private List<RunResult> run(Class<?> benchmark, List<Map<String, String>> cases) throws Exception {
		Path turns = Files.createTempFile("turns", "");
		ExecutorService runners = Executors.newFixedThreadPool(cases.size());
		try {
			List<Callable<RunResult>> runs = new ArrayList<>();
			cases.forEach((parameters) -> runs.add(() -> run(benchmark, parameters, turns)));
			List<RunResult> results = new ArrayList<>();
			for (Future<RunResult> result : runners.invokeAll(runs)) {
				results.add(result.get());
			}
			return results;
		}
		finally {
			runners.shutdown();
			Files.delete(turns);
		}
	}

	private RunResult run(Class<?> benchmark, Map<String, String> parameters, Path turns) throws RunnerException {
		System.out.println(benchmark.getSimpleName() + " " + parameters);
		ChainedOptionsBuilder options = options(benchmark, parameters).addProfiler(Costs.class)
			.jvmArgsAppend("-Xms1g", "-Xmx1g", "-D" + Stub.PROPERTY + "=" + this.server,
					"-D" + InTurns.PROPERTY + "=" + turns);
		if (benchmark == LatencyBenchmark.class) {
			options.addProfiler(Percentiles.class);
		}
		if (this.quick) {
			options.warmupIterations(1)
				.warmupTime(TimeValue.seconds(1))
				.measurementIterations(1)
				.measurementTime(TimeValue.seconds(1));
		}
		return new Runner(options.build()).runSingle();
	}

	private static ChainedOptionsBuilder options(Class<?> benchmark, Map<String, String> parameters) {
		ChainedOptionsBuilder options = new OptionsBuilder().include(benchmark.getName())
			.forks(1)
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true);
		parameters.forEach(options::param);
		return options;
	}

	/**
	 * Run a case once more and record it.
	 * @param benchmark the benchmark
	 * @param parameters the parameters
	 * @return what the recording shows
	 */
	Profile profile(Class<?> benchmark, Map<String, String> parameters) throws RunnerException, IOException {
		System.out.println("Profile of " + benchmark.getSimpleName() + " " + parameters);
		Path recording = Files.createTempFile("profile", ".jfr");
		ChainedOptionsBuilder options = options(benchmark, parameters).jvmArgsAppend("-Xms1g", "-Xmx1g",
				"-D" + Stub.PROPERTY + "=" + this.server,
				"-XX:StartFlightRecording:settings=profile,delay=20s,filename=" + recording);
		new Runner(options.build()).runSingle();
		Profile profile = Profile.read(recording);
		Files.delete(recording);
		return profile;
	}

	private void add(String key, Result<?> result) {
		this.figures.computeIfAbsent(key, (name) -> new Figure(name, result.getScoreUnit(), new ArrayList<>()))
			.values()
			.add(result.getScore());
	}

	Figure figure(Class<?> benchmark, Map<String, String> parameters, String cost) {
		Figure figure = this.figures.get(key(benchmark, parameters, cost));
		if (figure == null) {
			throw new IllegalStateException("Not measured: " + key(benchmark, parameters, cost));
		}
		return figure;
	}

	boolean has(Class<?> benchmark, Map<String, String> parameters) {
		return this.figures.containsKey(key(benchmark, parameters, ""));
	}

	List<Figure> figures() {
		return List.copyOf(this.figures.values());
	}

	private static String key(Class<?> benchmark, Map<String, String> parameters, String cost) {
		StringBuilder key = new StringBuilder(benchmark.getSimpleName().replace("Benchmark", "").toLowerCase());
		new TreeMap<>(parameters).forEach((name, value) -> key.append(' ').append(name).append('=').append(value));
		return cost.isEmpty() ? key.toString() : key + " " + cost;
	}

}
