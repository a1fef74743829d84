// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of hosts and domains beyond ASCII: as browsers map them (UTS 46), and whether
 * Java, which maps them by IDNA2003, would come to the same.
 */
final class HostNames {

	private static final int MAX_LENGTH = 253;

	/** What is longer is no name before it is mapped, and none after. */
	private static final int MAX_MAPPED = 4 * MAX_LENGTH;

	private static final Pattern QUALIFIED = Pattern
		.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

	private HostNames() {
	}

	/**
	 * Return a name in ASCII, as a browser sends it.
	 * @param name the name
	 * @return the name in lower case, its labels as {@code xn--…} where they are not
	 * ASCII; the name itself if it is far too long to be one
	 */
	static String toAscii(String name) {
		if (name.length() > MAX_MAPPED) {
			return name;
		}
		return Arrays.stream(map(name).split("\\.", -1)).map(Punycode::toAscii).collect(Collectors.joining("."));
	}

	/**
	 * Return whether a name is that of a domain below another one.
	 * @param ascii the name in lower case and ASCII
	 * @return whether it is fully qualified
	 */
	static boolean isQualified(String ascii) {
		return ascii.length() <= MAX_LENGTH && QUALIFIED.matcher(ascii).matches();
	}

	static boolean isAscii(String text) {
		return text.chars().allMatch((character) -> character < 0x80);
	}

	/**
	 * Return whether IDNA2003 and UTS 46 may map a name differently: {@code ß}, {@code ς}
	 * and joiners, but also what only one of them maps or knows.
	 * @param name the name
	 * @return whether they may; never for ASCII
	 */
	static boolean isAmbiguous(String name) {
		if (isAscii(name)) {
			return false;
		}
		try {
			// Checked with ICU over all of Unicode: what IDNA2003 leaves as it is but for
			// the
			// case, UTS 46 maps to the same, or not at all
			return !IDN.toUnicode(IDN.toASCII(name)).equals(lowerCase(name));
		}
		catch (IllegalArgumentException ex) {
			return true;
		}
	}

	private static String map(String name) {
		StringBuilder mapped = new StringBuilder();
		name.codePoints().filter((codePoint) -> !isIgnored(codePoint)).forEach(mapped::appendCodePoint);
		String compatible = Normalizer.normalize(mapped, Normalizer.Form.NFKC).replace('\u3002', '.');
		return lowerCase(compatible);
	}

	private static String lowerCase(String name) {
		StringBuilder lowerCase = new StringBuilder();
		// One by one: of a whole text, a sigma at the end of a word gets another form
		Normalizer.normalize(name, Normalizer.Form.NFC)
			.codePoints()
			.forEach((codePoint) -> lowerCase.append(Character.toString(codePoint).toLowerCase(Locale.ROOT)));
		return Normalizer.normalize(lowerCase, Normalizer.Form.NFC);
	}

	private static boolean isIgnored(int codePoint) {
		return codePoint == 0xAD || codePoint == 0x34F || codePoint == 0x200B || codePoint == 0x2060
				|| codePoint == 0xFEFF || (codePoint >= 0x180B && codePoint <= 0x180D)
				|| (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
	}

}
