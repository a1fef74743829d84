// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A page of 500 connections, 0.8 MB, from four callers.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 12, time = 1)
@Measurement(iterations = 8, time = 1)
public class PageBenchmark extends ClientBenchmark {

	private static final int CALLERS = 4;

	private static final int PAGES = 100;

	public PageBenchmark() {
		super(0, 500);
	}

	@Benchmark
	@OperationsPerInvocation(PAGES)
	public int list() throws InterruptedException {
		return Load.run(CALLERS, PAGES, calls()::list);
	}

}
