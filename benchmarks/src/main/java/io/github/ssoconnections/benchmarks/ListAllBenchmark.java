// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.http.ApiClientSettings;
import io.github.ssoconnections.http.RateLimitSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Reads 20,000 connections, 500 a page, from a server that takes 50 ms for a page.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@Fork(1)
public class ListAllBenchmark {

	private static final int TOTAL = 20_000;

	/**
	 * How many pages are fetched at a time: 1 is a sequential reader.
	 */
	@Param({ "1", "4", "8" })
	public int parallelism;

	private PagedServer server;

	private EnterpriseConnectionService service;

	@Setup
	public void start() {
		this.server = new PagedServer(TOTAL, Duration.ofMillis(50));
		ApiClientSettings client = ApiClientSettings.defaults().withRateLimit(RateLimitSettings.disabled());
		this.service = EnterpriseConnectionService.create(ClerkClient.create(WebClient.builder(),
				ClerkConnectionDetails.of("sk_test_benchmark", this.server.baseUrl()),
				ClerkSettings.defaults().withPageSize(500).withPageParallelism(this.parallelism).withClient(client)));
	}

	@TearDown
	public void stop() {
		this.server.close();
	}

	@Benchmark
	public long listAll() {
		Long count = this.service.listAll().count().block();
		if (count == null || count != TOTAL) {
			throw new IllegalStateException("Read " + count + " connections");
		}
		return count;
	}

}
