// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A benchmark in turns with others: those who are compared live side by side, and one at
 * a time works, second by second, as the speed of a machine drifts. Who works has the
 * lock of a file that a system property names.
 */
@State(Scope.Benchmark)
@Fork(1)
public abstract class InTurns {

	static final String PROPERTY = "benchmarks.turns";

	private static final String FILE = System.getProperty(PROPERTY);

	private FileChannel turn;

	@Setup(Level.Iteration)
	public void takeTurn() throws IOException {
		if (FILE != null) {
			this.turn = FileChannel.open(Path.of(FILE), StandardOpenOption.WRITE);
			this.turn.lock();
		}
	}

	@TearDown(Level.Iteration)
	public void leaveTurn() throws IOException {
		if (this.turn != null) {
			this.turn.close();
		}
	}

}
