// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.Set;

/**
 * The process in which a command runs.
 *
 * @param out the standard output, which has the result
 * @param err the standard error output, which has all else
 * @param environment the environment variables
 * @param systemProperties the names of the system properties
 * @param terminal the terminal
 * @param sessions opens sessions
 */
record Surroundings(PrintStream out, PrintStream err, Map<String, String> environment, Set<String> systemProperties,
		Terminal terminal, Session.Factory sessions) {

	void message(String text) {
		this.err.println(text);
		this.err.flush();
	}

	void result(String text) {
		this.out.print(text.endsWith("\n") ? text : text + "\n");
		this.out.flush();
	}

	Progress progress() {
		return new Progress(this.err, this.terminal.isInteractive());
	}

	@Override
	public String toString() {
		return "Surroundings";
	}

}
