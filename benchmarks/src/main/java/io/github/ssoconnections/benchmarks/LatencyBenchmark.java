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
 * One connection a call, from a server that takes 50 ms for each: how long callers wait.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 3)
@Fork(1)
public class LatencyBenchmark {

	private static final int CALLS = 20_000;

	/**
	 * Who calls.
	 */
	@Param({ "SSO_CONNECTIONS", "WEB_CLIENT" })
	public Contestant client;

	/**
	 * How many calls are under way at a time.
	 */
	@Param({ "500" })
	public int callers;

	private Stub stub;

	private Client calls;

	@Setup
	public void start() throws IOException {
		this.stub = Stub.start();
		this.calls = this.client.create(this.stub.url(50, 1));
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
