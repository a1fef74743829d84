// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

/**
 * What a figure is to be.
 *
 * @param title what is compared with what
 * @param figure what was measured
 * @param bound the limit
 * @param atMost whether the figure is to be at most the limit, and not at least
 */
record Goal(String title, Figure figure, double bound, boolean atMost) {

	static Goal atMost(double bound, String title, Figure figure) {
		return new Goal(title, figure, bound, true);
	}

	static Goal atLeast(double bound, String title, Figure figure) {
		return new Goal(title, figure, bound, false);
	}

	boolean met() {
		return this.atMost ? this.figure.median() <= this.bound : this.figure.median() >= this.bound;
	}

	String limit() {
		return (this.atMost ? "≤ " : "≥ ") + Figure.number(this.bound);
	}

}
