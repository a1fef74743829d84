// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.io.IOException;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A benchmark of one of the clients.
 */
public abstract class ClientBenchmark extends InTurns {

	/**
	 * Who calls.
	 */
	@Param
	public Contestant client;

	private final int delay;

	private final int total;

	private Stub stub;

	private Client calls;

	/**
	 * Create a benchmark.
	 * @param delay how long a response takes, in milliseconds
	 * @param total how many connections there are
	 */
	protected ClientBenchmark(int delay, int total) {
		this.delay = delay;
		this.total = total;
	}

	@Setup
	public void start() throws IOException {
		this.stub = Stub.start();
		this.calls = this.client.create(this.stub.url(this.delay, this.total));
	}

	@TearDown
	public void stop() throws Exception {
		this.calls.close();
		this.stub.close();
	}

	final Client calls() {
		return this.calls;
	}

}
