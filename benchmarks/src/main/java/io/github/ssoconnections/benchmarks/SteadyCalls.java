// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CPU of a call when the JVM is warm, auto-configured and with everything on, against
 * {@code WebClient} in the same application. What the JIT inlines differs from JVM to
 * JVM: so there are ten of each, and every value is listed.
 */
final class SteadyCalls {

	private static final int ROUNDS = 10;

	private static final List<Integer> CALLERS = List.of(64, 512);

	private SteadyCalls() {
	}

	static void measure(Rounds rounds, Path folder) throws Exception {
		StringBuilder page = new StringBuilder("| Callers | Client | CPU µs/call, each JVM | Median | Most / least |\n")
			.append("|---|---|---|---|---|\n");
		for (int callers : CALLERS) {
			List<Map<String, String>> cases = Stream
				.of(Contestant.SSO_CONNECTIONS_IN_BOOT, Contestant.WEB_CLIENT_IN_BOOT)
				.map((contestant) -> Map.of("client", contestant.name(), "callers", String.valueOf(callers)))
				.toList();
			rounds.run(CallBenchmark.class, ROUNDS, cases);
			List<Figure> figures = cases.stream()
				.map((parameters) -> rounds.figure(CallBenchmark.class, parameters, Costs.CPU))
				.toList();
			add(page, callers, Contestant.SSO_CONNECTIONS_IN_BOOT.title(), figures.get(0));
			add(page, callers, Contestant.WEB_CLIENT_IN_BOOT.title(), figures.get(1));
			add(page, callers, "the first over the second", figures.get(0).over(figures.get(1)));
			write(page, folder);
		}
	}

	private static void add(StringBuilder page, int callers, String title, Figure figure) {
		String values = figure.values().stream().map(Figure::number).collect(Collectors.joining(", "));
		page.append("| %d | %s | %s | %s | %s |%n".formatted(callers, title, values, Figure.number(figure.median()),
				Figure.number(figure.most() / figure.least())));
	}

	private static void write(StringBuilder page, Path folder) throws IOException {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("steady.md"), page);
		System.out.println(page);
	}

}
