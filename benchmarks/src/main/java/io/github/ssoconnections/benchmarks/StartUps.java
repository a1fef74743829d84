// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What this project adds to the start of an application that has Boot's metrics and
 * health: pairs of JVMs, in turns, with every value listed.
 */
final class StartUps {

	private static final int PAIRS = 20;

	private final Processes processes;

	private final String server;

	private final StringBuilder rows = new StringBuilder();

	private StartUps(Processes processes, String server) {
		this.processes = processes;
		this.server = server;
	}

	static void measure(Processes processes, String server, Path folder) throws IOException, InterruptedException {
		StartUps startUps = new StartUps(processes, server);
		// Class files and jars are in the cache of the file system afterwards
		startUps.without(List.of());
		startUps.with(List.of());
		startUps.add("builds a `WebClient`", List.of());
		startUps.add("builds no `WebClient`", List.of("--web-client=false"));
		startUps.add("builds a `WebClient`, and makes a first call",
				List.of("--first-call=" + server + "/0/1/enterprise_connections/ent_1"));
		// What is left without compilation and garbage collection on other threads
		StartUps alone = new StartUps(processes.withOptions("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), server);
		alone.add("builds a `WebClient`, C1 and the serial collector only", List.of());
		String page = "| Application | Added ms, each pair | Median |\n|---|---|---|\n" + startUps.rows + alone.rows;
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("start.md"), page);
		System.out.println(page);
	}

	private void add(String title, List<String> arguments) throws IOException, InterruptedException {
		List<Double> added = new ArrayList<>();
		for (int i = 0; i < PAIRS; i++) {
			// In turns: the second of a pair finds a warmer machine
			if (i % 2 == 0) {
				long without = without(arguments);
				added.add((double) with(arguments) - without);
			}
			else {
				added.add((double) with(arguments) - without(arguments));
			}
		}
		Figure figure = new Figure(title, "ms", added);
		this.rows.append("| %s | %s | %s |%n".formatted(title,
				added.stream().map(Figure::number).collect(Collectors.joining(", ")), Figure.number(figure.median())));
	}

	private long without(List<String> arguments) throws IOException, InterruptedException {
		return this.processes.start("metrics", arguments.toArray(new String[0]))[0];
	}

	private long with(List<String> arguments) throws IOException, InterruptedException {
		List<String> own = new ArrayList<>(arguments);
		own.add("--sso-connections.clerk.api-key=" + Settings.KEY);
		own.add("--sso-connections.clerk.base-url=" + this.server + "/0/1");
		return this.processes.start("starter", own.toArray(new String[0]))[0];
	}

}
