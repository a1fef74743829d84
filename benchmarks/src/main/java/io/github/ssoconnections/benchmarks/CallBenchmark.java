// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One connection a call, from a number of callers that each make one call after the
 * other.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 2, time = 2)
@Fork(1)
public class CallBenchmark {

	private static final int CALLS = 5_000;

	/**
	 * Who calls.
	 */
	@Param
	public Contestant client;

	/**
	 * How many calls are under way at a time.
	 */
	@Param({ "64", "512" })
	public int callers;

	private Stub stub;

	private Client calls;

	@Setup
	public void start() throws IOException {
		this.stub = Stub.start();
		this.calls = this.client.create(this.stub.url(0, 1));
	}

	@TearDown
	public void stop() throws Exception {
		this.calls.close();
		this.stub.close();
	}

	@Benchmark
	@OperationsPerInvocation(CALLS)
	public int call() throws InterruptedException {
		return Load.run(this.callers, CALLS, this.calls::get);
	}

}
