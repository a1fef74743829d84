// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.url;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Conversion of internationalized host and domain names to ASCII as browsers do it (UTS
 * 46), and detection of names that Java ({@link IDN}, IDNA2003) converts differently.
 */
public final class HostNames {

	private static final int MAX_LENGTH = 253;

	/** Maximum length before the conversion, which can shorten a name. */
	private static final int MAX_MAPPED = 4 * MAX_LENGTH;

	private static final Pattern QUALIFIED = Pattern
		.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

	private HostNames() {
	}

	/**
	 * Return a name in ASCII, as a browser sends it.
	 * @param name the name
	 * @return the name in lower case, with each label that is not ASCII as {@code xn--…};
	 * the name unchanged if it has more than 1012 characters
	 */
	public static String toAscii(String name) {
		if (name.length() > MAX_MAPPED) {
			return name;
		}
		return Arrays.stream(map(name).split("\\.", -1)).map(Punycode::toAscii).collect(Collectors.joining("."));
	}

	/**
	 * Return whether a name is fully qualified: two or more labels, at most 253
	 * characters, and no final dot.
	 * @param ascii the name in lower case and ASCII
	 * @return whether the name is fully qualified
	 */
	public static boolean isQualified(String ascii) {
		return ascii.length() <= MAX_LENGTH && QUALIFIED.matcher(ascii).matches();
	}

	/**
	 * Return whether a text is ASCII.
	 * @param text the text
	 * @return whether all of its characters are ASCII
	 */
	public static boolean isAscii(String text) {
		return text.chars().allMatch((character) -> character < 0x80);
	}

	/**
	 * Return whether IDNA2003 and UTS 46 may convert a name differently: {@code ß},
	 * {@code ς}, joiners, and characters that only one of the standards maps.
	 * @param name the name
	 * @return whether the conversions may differ, {@code false} for ASCII. Verified with
	 * ICU for all of Unicode: a name that IDNA2003 changes in case only is converted to
	 * the same name by UTS 46, or rejected
	 */
	public static boolean isAmbiguous(String name) {
		if (isAscii(name)) {
			return false;
		}
		try {
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

	// Character by character, as the lower case of a sigma depends on its position
	private static String lowerCase(String name) {
		StringBuilder lowerCase = new StringBuilder();
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
