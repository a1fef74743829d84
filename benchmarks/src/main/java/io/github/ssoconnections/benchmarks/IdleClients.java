// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;

/**
 * What a client holds that has been used and is idle: it prints the bytes of a client and
 * the number of threads that clients have over those of a bare {@code WebClient}.
 */
public final class IdleClients {

	private static final int COUNT = 100;

	private IdleClients() {
	}

	public static void main(String[] args) throws Exception {
		String url = args[0];
		// What all share: event loops, timers, classes
		Load.run(64, 1000, new RawWebClient(url)::get);
		Set<String> threadsBefore = threads();
		Load.run(64, 1000, new SsoConnections(url)::get);
		long before = heap();
		List<EnterpriseConnectionService> services = new ArrayList<>();
		for (int i = 0; i < COUNT; i++) {
			EnterpriseConnectionService service = SsoConnections.service(url, ClerkSettings.defaults());
			service.get("ent_1").block();
			services.add(service);
		}
		long after = heap();
		Set<String> threads = threads();
		threads.removeAll(threadsBefore);
		// Reactor's timers, as many as there are cores, which all of a JVM share
		threads.removeIf((name) -> name.startsWith("parallel-"));
		System.out
			.println("idle " + Math.max(after - before, 0) / services.size() + " " + threads.size() + " " + threads);
		System.exit(0);
	}

	private static long heap() throws InterruptedException {
		long used = Long.MAX_VALUE;
		for (int i = 0; i < 5; i++) {
			System.gc();
			Thread.sleep(200);
			used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		}
		return used;
	}

	private static Set<String> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
