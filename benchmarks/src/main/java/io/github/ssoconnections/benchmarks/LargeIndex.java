// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.clerk.ClerkConnectionCatalog;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.index.ConnectionIndexSettings;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An index of 100,000 connections in a JVM with a heap of 256 MiB: what it holds, how
 * long a refresh takes, and how long a look-up takes, also during a refresh.
 */
public final class LargeIndex {

	private static final int CONNECTIONS = 100_000;

	private static final int LOOKUPS = 1_000_000;

	private LargeIndex() {
	}

	/**
	 * Measure in a JVM of its own.
	 * @param folder the folder to write to
	 * @throws Exception if anything fails
	 */
	static void measure(Path folder) throws Exception {
		String page = "| What | Figure |\n|---|---|\n" + run("memory") + run("http");
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("index.md"), page);
	}

	private static String run(String part) throws Exception {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx256m", "-cp", System.getProperty("java.class.path"), LargeIndex.class.getName(), part)
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		System.out.println(output);
		if (process.waitFor() != 0) {
			throw new IllegalStateException("The JVM has ended with " + process.exitValue());
		}
		return output;
	}

	public static void main(String[] args) throws Exception {
		if (args[0].equals("http")) {
			overHttp();
		}
		else {
			inMemory();
		}
		System.exit(0);
	}

	private static void inMemory() throws Exception {
		long before = heap();
		Synthetic catalog = new Synthetic();
		RefreshedConnectionIndex index = new RefreshedConnectionIndex(List.of(catalog),
				ConnectionIndexSettings.defaults());
		print("First refresh, ready-made entries", millis(() -> refresh(index)) + " ms");
		print("Heap that the index holds",
				(heap() - before) / 1024 / 1024 + " MiB, " + (heap() - before) / CONNECTIONS + " bytes a connection");
		print("Refresh without a change", millis(() -> refresh(index)) + " ms");
		catalog.generation++;
		print("Refresh in which the name of every connection has changed", millis(() -> refresh(index)) + " ms");
		lookUps(index, "Look-up");
		Thread refreshing = new Thread(() -> {
			while (!Thread.interrupted()) {
				refresh(index);
			}
		});
		refreshing.setDaemon(true);
		refreshing.start();
		lookUps(index, "Look-up, while refreshes run without a pause");
		print("Conflicts of all connections", millis(index::conflicts) + " ms");
	}

	private static void overHttp() throws Exception {
		try (Stub stub = Stub.start()) {
			ConnectionCatalog catalog = ClerkConnectionCatalog
				.create(SsoConnections.service(stub.url(0, CONNECTIONS), ClerkSettings.defaults().withPageSize(500)));
			RefreshedConnectionIndex index = new RefreshedConnectionIndex(List.of(catalog),
					ConnectionIndexSettings.defaults());
			print("Refresh over HTTP, 200 pages, without a limit, first", millis(() -> refresh(index)) + " ms");
			print("The same again", millis(() -> refresh(index)) + " ms");
		}
	}

	private static void refresh(RefreshedConnectionIndex index) {
		index.refresh().block(Duration.ofMinutes(5));
	}

	private static void lookUps(RefreshedConnectionIndex index, String title) {
		long[] nanos = new long[LOOKUPS];
		int found = 0;
		for (int round = 0; round < 2; round++) {
			for (int i = 0; i < LOOKUPS; i++) {
				String email = "Alice+" + i + "@Customer" + ThreadLocalRandom.current().nextInt(CONNECTIONS)
						+ ".Example";
				long start = System.nanoTime();
				found += index.findByEmail(email).size();
				nanos[i] = System.nanoTime() - start;
			}
		}
		if (found != 2 * LOOKUPS) {
			throw new IllegalStateException("Found " + found);
		}
		Arrays.sort(nanos);
		print(title, "median " + nanos[LOOKUPS / 2] / 100 / 10.0 + " µs, 99.9 % within "
				+ nanos[LOOKUPS / 1000 * 999] / 100 / 10.0 + " µs");
	}

	private static void print(String title, String figure) {
		System.out.println("| " + title + " | " + figure + " |");
	}

	private static long millis(Runnable task) {
		long start = System.nanoTime();
		task.run();
		return (System.nanoTime() - start) / 1_000_000;
	}

	private static long heap() throws InterruptedException {
		long used = Long.MAX_VALUE;
		for (int i = 0; i < 5; i++) {
			System.gc();
			Thread.sleep(100);
			used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		}
		return used;
	}

	/**
	 * A catalog whose entries are new objects at each reading, as responses are.
	 */
	private static final class Synthetic implements ConnectionCatalog {

		private volatile int generation;

		@Override
		public String vendor() {
			return "clerk";
		}

		@Override
		public Mono<Page<CatalogEntry>> list(int limit) {
			return Mono.error(new UnsupportedOperationException());
		}

		@Override
		public Flux<CatalogEntry> listAll() {
			return Flux.range(0, CONNECTIONS).map(this::entry);
		}

		private CatalogEntry entry(int number) {
			List<CatalogCertificate> certificates = new ArrayList<>();
			for (int i = 0; i < 2; i++) {
				certificates.add(new CatalogCertificate("%064x".formatted(number * 7919L + i),
						"CN=Customer %d signing %d,O=Customer %d Inc.,C=US".formatted(number, i, number),
						Instant.ofEpochSecond(1_700_000_000L + number),
						Instant.ofEpochSecond(1_900_000_000L + number)));
			}
			return new CatalogEntry("clerk", Account.DEFAULT, "ent_%027d".formatted(number),
					"Customer " + number + " Inc., generation " + this.generation, CatalogEntry.SAML,
					new String("saml_okta"), true, List.of("customer" + number + ".example"), certificates,
					new CatalogEntry.Details(false, false, null, "http://www.okta.com/exk%017d".formatted(number),
							List.of("org_%027d".formatted(number)), null, null,
							Instant.ofEpochSecond(1_700_000_000L + number)));
		}

	}

}
