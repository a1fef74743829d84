// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.sun.management.OperatingSystemMXBean;

/**
 * CPU of a call while the JVM warms up, after 100,000 calls and until 300,000,
 * auto-configured, against {@code WebClient} in the same application: ten JVMs of each,
 * in turns, with every value listed.
 */
public final class WarmingUp {

	private static final int ROUNDS = 10;

	private static final int CALLERS = 64;

	private static final int BEFORE = 100_000;

	private static final int COUNTED = 200_000;

	private WarmingUp() {
	}

	static void measure(String server, Path folder) throws IOException, InterruptedException {
		List<Double> own = new ArrayList<>();
		List<Double> webClient = new ArrayList<>();
		for (int i = 0; i < ROUNDS; i++) {
			if (i % 2 == 0) {
				own.add(run(Contestant.SSO_CONNECTIONS_IN_BOOT, server));
			}
			webClient.add(run(Contestant.WEB_CLIENT_IN_BOOT, server));
			if (i % 2 != 0) {
				own.add(run(Contestant.SSO_CONNECTIONS_IN_BOOT, server));
			}
		}
		Figure first = new Figure(Contestant.SSO_CONNECTIONS_IN_BOOT.title(), "us", own);
		Figure second = new Figure(Contestant.WEB_CLIENT_IN_BOOT.title(), "us", webClient);
		Figure ratio = new Figure("the first over the second", "x", first.over(second).values());
		String page = "| Client | CPU µs/call, each JVM | Median |\n|---|---|---|\n" + List.of(first, second, ratio)
			.stream()
			.map((figure) -> "| %s | %s | %s |%n".formatted(figure.name(),
					figure.values().stream().map(Figure::number).collect(Collectors.joining(", ")),
					Figure.number(figure.median())))
			.collect(Collectors.joining());
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("warming-up.md"), page);
		System.out.println(page);
	}

	private static double run(Contestant contestant, String server) throws IOException, InterruptedException {
		return Double.parseDouble(Processes.run("cpu ", List.of("-Xms1g", "-Xmx1g", "-classpath",
				System.getProperty("java.class.path"), WarmingUp.class.getName(), contestant.name(), server + "/0/1")));
	}

	/**
	 * Print the CPU of a call.
	 * @param args the client, and the address of the server
	 * @throws Exception if anything fails
	 */
	public static void main(String[] args) throws Exception {
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		Client client = Contestant.valueOf(args[0]).create(args[1]);
		Load.run(CALLERS, BEFORE, client::get);
		long before = system.getProcessCpuTime();
		Load.run(CALLERS, COUNTED, client::get);
		System.out.println("cpu " + (system.getProcessCpuTime() - before) / 1e3 / COUNTED);
		System.exit(0);
	}

}
