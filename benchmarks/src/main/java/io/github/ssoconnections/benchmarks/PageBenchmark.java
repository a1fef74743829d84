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
 * A page of 500 connections, 0.8 MB, from four callers.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 2, time = 2)
@Fork(1)
public class PageBenchmark {

	private static final int CALLERS = 4;

	private static final int PAGES = 200;

	/**
	 * Who calls.
	 */
	@Param({ "SSO_CONNECTIONS", "WEB_CLIENT", "REACTOR_NETTY", "CLERK_SDK" })
	public Contestant client;

	private Stub stub;

	private Client calls;

	@Setup
	public void start() throws IOException {
		this.stub = Stub.start();
		this.calls = this.client.create(this.stub.url(0, 500));
	}

	@TearDown
	public void stop() throws Exception {
		this.calls.close();
		this.stub.close();
	}

	@Benchmark
	@OperationsPerInvocation(PAGES)
	public int list() throws InterruptedException {
		return Load.run(CALLERS, PAGES, this.calls::list);
	}

}
