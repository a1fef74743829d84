// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.url;

/**
 * Punycode encoder for the labels of a host (RFC 3492). {@link java.net.IDN} is not used
 * because it also maps characters by IDNA2003.
 */
final class Punycode {

	private static final int MAX_LABEL = 63;

	private static final int BASE = 36;

	private static final int T_MIN = 1;

	private static final int T_MAX = 26;

	private static final int SKEW = 38;

	private static final int DAMP = 700;

	private static final int INITIAL_BIAS = 72;

	private static final int INITIAL_N = 0x80;

	private Punycode() {
	}

	/**
	 * Return a label in ASCII.
	 * @param label the label, already mapped
	 * @return the label prefixed by {@code xn--}; the label itself if it is ASCII, or too
	 * long for the DNS
	 */
	static String toAscii(String label) {
		int[] input = label.codePoints().toArray();
		if (input.length > MAX_LABEL) {
			return label;
		}
		StringBuilder output = new StringBuilder();
		label.codePoints().filter((codePoint) -> codePoint < INITIAL_N).forEach(output::appendCodePoint);
		int basic = output.length();
		if (basic == input.length) {
			return label;
		}
		if (basic > 0) {
			output.append('-');
		}
		int n = INITIAL_N;
		int delta = 0;
		int bias = INITIAL_BIAS;
		for (int handled = basic; handled < input.length;) {
			int next = smallestFrom(n, input);
			delta += (next - n) * (handled + 1);
			n = next;
			for (int codePoint : input) {
				if (codePoint < n) {
					delta++;
				}
				else if (codePoint == n) {
					append(delta, bias, output);
					bias = adapt(delta, handled + 1, handled == basic);
					delta = 0;
					handled++;
				}
			}
			delta++;
			n++;
		}
		return "xn--" + output;
	}

	private static int smallestFrom(int n, int[] input) {
		int smallest = Integer.MAX_VALUE;
		for (int codePoint : input) {
			smallest = (codePoint >= n && codePoint < smallest) ? codePoint : smallest;
		}
		return smallest;
	}

	private static void append(int delta, int bias, StringBuilder output) {
		int q = delta;
		for (int k = BASE;; k += BASE) {
			int threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
			if (q < threshold) {
				output.append(digit(q));
				return;
			}
			output.append(digit(threshold + (q - threshold) % (BASE - threshold)));
			q = (q - threshold) / (BASE - threshold);
		}
	}

	private static char digit(int value) {
		return (char) ((value < 26) ? 'a' + value : '0' + value - 26);
	}

	private static int adapt(int delta, int points, boolean first) {
		int reduced = (first) ? delta / DAMP : delta / 2;
		reduced += reduced / points;
		int k = 0;
		while (reduced > (BASE - T_MIN) * T_MAX / 2) {
			reduced /= BASE - T_MIN;
			k += BASE;
		}
		return k + (BASE - T_MIN + 1) * reduced / (reduced + SKEW);
	}

}
