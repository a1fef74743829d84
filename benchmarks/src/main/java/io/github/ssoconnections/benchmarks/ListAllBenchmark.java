// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The whole list of connections, 500 a page.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 16, time = 1)
@Measurement(iterations = 5, time = 1)
public class ListAllBenchmark extends InTurns {

	/**
	 * How many pages are fetched at a time: 1 is a sequential reader.
	 */
	@Param({ "1", "4", "8" })
	public int parallelism;

	/**
	 * How many connections there are.
	 */
	@Param("20000")
	public int total;

	/**
	 * How long the server takes for a page, in milliseconds.
	 */
	@Param("50")
	public int delay;

	private Stub stub;

	private EnterpriseConnectionService service;

	@Setup
	public void start() throws IOException {
		this.stub = Stub.start();
		this.service = SsoConnections.service(this.stub.url(this.delay, this.total),
				ClerkSettings.defaults().withPageSize(500).withPageParallelism(this.parallelism));
	}

	@TearDown
	public void stop() throws Exception {
		this.stub.close();
	}

	@Benchmark
	public long listAll() {
		Long count = this.service.listAll().count().block();
		if (count == null || count != this.total) {
			throw new IllegalStateException("Read " + count + " connections");
		}
		return count;
	}

}
