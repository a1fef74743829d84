// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.url;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Percent-encoder for characters that are not permitted in a path or query. Encoded
 * characters are kept.
 */
final class UrlEncoding {

	private static final String ALWAYS = "-._~!$&'()*+,;=:@/";

	private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{2}");

	private static final HexFormat FORMAT = HexFormat.of().withUpperCase().withPrefix("%");

	private UrlEncoding() {
	}

	static String path(String text) {
		return encode(text, ALWAYS);
	}

	static String query(String text) {
		return encode(text, ALWAYS + "?");
	}

	private static String encode(String text, String allowed) {
		StringBuilder encoded = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			int codePoint = text.codePointAt(i);
			boolean isEncoded = codePoint == '%' && text.length() >= i + 3
					&& HEX.matcher(text.substring(i + 1, i + 3)).matches();
			if (isEncoded || isAlphanumeric(codePoint) || allowed.indexOf(codePoint) >= 0) {
				encoded.appendCodePoint(codePoint);
			}
			else {
				encoded.append(FORMAT.formatHex(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)));
			}
		}
		return encoded.toString();
	}

	private static boolean isAlphanumeric(int codePoint) {
		return (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= 'A' && codePoint <= 'Z')
				|| (codePoint >= '0' && codePoint <= '9');
	}

}
