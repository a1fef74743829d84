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

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs benchmarks in rounds, a JVM each, so that those who are compared take turns.
 */
final class Rounds {

	private final String server;

	private final boolean quick;

	private final Map<String, Figure> figures = new LinkedHashMap<>();

	Rounds(String server, boolean quick) {
		this.server = server;
		this.quick = quick;
	}

	/**
	 * Run cases in turns.
	 * @param benchmark the benchmark
	 * @param rounds how often, unless there is no time
	 * @param cases the parameters of each case by name
	 */
	void run(Class<?> benchmark, int rounds, List<Map<String, String>> cases) throws RunnerException {
		for (int round = 0; round < (this.quick ? 1 : rounds); round++) {
			for (Map<String, String> parameters : cases) {
				RunResult result = run(benchmark, parameters);
				add(key(benchmark, parameters, ""), result.getPrimaryResult());
				result.getSecondaryResults().forEach((name, cost) -> add(key(benchmark, parameters, name), cost));
			}
		}
	}

	private RunResult run(Class<?> benchmark, Map<String, String> parameters) throws RunnerException {
		System.out.println(benchmark.getSimpleName() + " " + parameters);
		ChainedOptionsBuilder options = options(benchmark, parameters).addProfiler(Costs.class)
			.jvmArgsAppend("-Xms1g", "-Xmx1g", "-D" + Stub.PROPERTY + "=" + this.server);
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
				"-XX:StartFlightRecording:settings=profile,delay=10s,filename=" + recording);
		new Runner(options.warmupIterations(6).measurementIterations(4).build()).runSingle();
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
