// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something measured several times.
 *
 * @param name what was measured
 * @param unit its unit
 * @param values every value, in the order of the rounds
 */
record Figure(String name, String unit, List<Double> values) {

	double median() {
		List<Double> sorted = this.values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	double least() {
		return this.values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
	}

	double most() {
		return this.values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
	}

	/**
	 * Return this figure as a share of another, round by round, as the speed of a machine
	 * drifts from round to round.
	 * @param other the other figure
	 * @return the ratios
	 */
	Figure over(Figure other) {
		List<Double> ratios = new ArrayList<>();
		for (int i = 0; i < this.values.size(); i++) {
			ratios.add(this.values.get(i) / other.values.get(i));
		}
		return new Figure(this.name + " / " + other.name, "x", ratios);
	}

	/**
	 * Return the median, and from what to what the values go.
	 * @return the figure in words
	 */
	String text() {
		return (this.values.size() > 1) ? number(median()) + " (" + number(least()) + "–" + number(most()) + ")"
				: number(median());
	}

	static String number(double value) {
		if (Math.abs(value) >= 1000) {
			return String.format(Locale.ROOT, "%,.0f", value);
		}
		return String.format(Locale.ROOT, (Math.abs(value) >= 100) ? "%.0f" : (Math.abs(value) >= 10) ? "%.1f" : "%.2f",
				value);
	}

}
