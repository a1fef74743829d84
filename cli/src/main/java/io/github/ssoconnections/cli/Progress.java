// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.io.PrintStream;

import io.github.ssoconnections.handover.CleanText;

/**
 * A progress bar on a terminal; nothing in a pipe.
 */
final class Progress {

	private static final int WIDTH = 24;

	private static final int MAX_LABEL = 40;

	private final PrintStream output;

	private final boolean visible;

	Progress(PrintStream output, boolean visible) {
		this.output = output;
		this.visible = visible;
	}

	/**
	 * Show the progress.
	 * @param done the number of steps that are done
	 * @param total the number of all steps, at least 1
	 * @param label what is in progress
	 */
	void show(int done, int total, String label) {
		if (this.visible) {
			int filled = WIDTH * done / total;
			String text = CleanText.of(label);
			this.output.print("\r\u001B[K[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + done + "/"
					+ total + " " + text.substring(0, Math.min(text.length(), MAX_LABEL)));
			this.output.flush();
		}
	}

	/**
	 * Show what is in progress.
	 * @param label what is in progress
	 */
	void show(String label) {
		if (this.visible) {
			this.output.print("\r\u001B[K" + label);
			this.output.flush();
		}
	}

	void clear() {
		if (this.visible) {
			this.output.print("\r\u001B[K");
			this.output.flush();
		}
	}

}
