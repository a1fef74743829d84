// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The command line over declared connections.
 */
public final class SsoConnectionsCli {

	private SsoConnectionsCli() {
	}

	/**
	 * Run a command, and end the process with its exit code.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		Surroundings surroundings = new Surroundings(output(FileDescriptor.out), output(FileDescriptor.err),
				System.getenv(), System.getProperties().stringPropertyNames(), Terminal.ofProcess(),
				CliApplication::open);
		System.exit(Cli.run(surroundings, args));
	}

	private static PrintStream output(FileDescriptor descriptor) {
		return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
	}

}
