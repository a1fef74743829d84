// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One connection a call, from a number of callers that each make one call after the
 * other.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 20, time = 1)
@Measurement(iterations = 12, time = 1)
public class CallBenchmark extends ClientBenchmark {

	private static final int CALLS = 5_000;

	/**
	 * How many calls are under way at a time.
	 */
	@Param({ "64", "512" })
	public int callers;

	public CallBenchmark() {
		super(0, 1);
	}

	@Benchmark
	@OperationsPerInvocation(CALLS)
	public int call() throws InterruptedException {
		return Load.run(this.callers, CALLS, calls()::get);
	}

}
