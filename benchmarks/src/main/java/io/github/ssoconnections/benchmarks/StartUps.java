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

	private final StringBuilder page = new StringBuilder(
			"| Application | Added ms, each pair | Median |\n|---|---|---|\n");

	private StartUps(Processes processes, String server) {
		this.processes = processes;
		this.server = server;
	}

	static void measure(Processes processes, String server, Path folder) throws IOException, InterruptedException {
		StartUps startUps = new StartUps(processes, server);
		// Class files and jars are in the cache of the file system afterwards
		startUps.pair(List.of());
		startUps.add("builds a `WebClient`", List.of());
		startUps.add("builds no `WebClient`", List.of("--web-client=false"));
		startUps.add("builds a `WebClient`, and makes a first call",
				List.of("--first-call=" + server + "/0/1/enterprise_connections/ent_1"));
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("start.md"), startUps.page);
		System.out.println(startUps.page);
	}

	private void add(String title, List<String> arguments) throws IOException, InterruptedException {
		List<Double> added = new ArrayList<>();
		for (int i = 0; i < PAIRS; i++) {
			added.add((double) pair(arguments));
		}
		Figure figure = new Figure(title, "ms", added);
		this.page.append("| %s | %s | %s |%n".formatted(title,
				added.stream().map(Figure::number).collect(Collectors.joining(", ")), Figure.number(figure.median())));
	}

	private long pair(List<String> arguments) throws IOException, InterruptedException {
		long without = this.processes.start("metrics", arguments.toArray(new String[0]))[0];
		List<String> own = new ArrayList<>(arguments);
		own.add("--sso-connections.clerk.api-key=" + Settings.KEY);
		own.add("--sso-connections.clerk.base-url=" + this.server + "/0/1");
		return this.processes.start("starter", own.toArray(new String[0]))[0] - without;
	}

}
