// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.io.Console;

import org.jspecify.annotations.Nullable;

/**
 * The terminal, if there is one.
 */
interface Terminal {

	/**
	 * Return whether input and output are a terminal.
	 * @return {@code false} in a pipe
	 */
	boolean isInteractive();

	/**
	 * Ask for a confirmation.
	 * @param question the question
	 * @return whether the response is yes
	 */
	boolean confirm(String question);

	/**
	 * Return the terminal of this process.
	 * @return the terminal
	 */
	static Terminal ofProcess() {
		Console console = System.console();
		return new ProcessTerminal((console != null && ProcessTerminal.isTerminal(console)) ? console : null);
	}

	/**
	 * The terminal of this process.
	 *
	 * @param console the console, {@code null} if there is none
	 */
	record ProcessTerminal(@Nullable Console console) implements Terminal {

		// From Java 22 on, there is a console in a pipe, too
		private static boolean isTerminal(Console console) {
			try {
				return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
			}
			catch (ReflectiveOperationException ex) {
				return true;
			}
		}

		@Override
		public boolean isInteractive() {
			return this.console != null;
		}

		@Override
		public boolean confirm(String question) {
			String line = (this.console != null) ? this.console.readLine("%s", question) : null;
			return line != null && line.strip().equals("yes");
		}

	}

}
