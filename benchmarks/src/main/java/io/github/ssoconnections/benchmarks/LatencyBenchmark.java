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
 * One connection a call, from a server that takes 50 ms for each: how long callers wait.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 5)
public class LatencyBenchmark extends ClientBenchmark {

	private static final int CALLS = 20_000;

	/**
	 * How many calls are under way at a time.
	 */
	@Param("500")
	public int callers;

	public LatencyBenchmark() {
		super(50, 1);
	}

	@Benchmark
	@OperationsPerInvocation(CALLS)
	public int call() throws InterruptedException {
		return Load.run(this.callers, CALLS, calls()::get);
	}

}
