// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes the XML declaration and invisible characters before the root element, and
 * detects content that is not XML.
 */
final class XmlProlog {

	private static final String DECLARATION = "<?xml";

	private static final Pattern VERSION = Pattern
		.compile("<\\?xml\\s+version\\s*=\\s*([\"'])1\\.0\\1[^<>]{0,200}?\\?>");

	private XmlProlog() {
	}

	/**
	 * Return a document with spaces in place of the declaration and of leading and
	 * trailing invisible characters.
	 * @param text the document
	 * @return the document for the parser
	 */
	static String strip(String text) {
		StringBuilder stripped = new StringBuilder(text);
		stripStart(stripped);
		int end = stripped.length();
		while (end > 0 && Invisible.is(stripped.charAt(end - 1))) {
			end--;
		}
		Invisible.blank(stripped, end, stripped.length());
		return stripped.toString();
	}

	/**
	 * Replace the declaration and leading invisible characters by spaces.
	 * @param text the document, or its beginning
	 */
	static void stripStart(StringBuilder text) {
		int start = Invisible.start(text);
		int end = start;
		if (text.indexOf(DECLARATION, start) == start && isSpace(text, start + DECLARATION.length())) {
			Matcher declaration = VERSION.matcher(text).region(start, text.length());
			if (!declaration.lookingAt()) {
				throw new InvalidMetadataException("The XML declaration is not one of XML 1.0", Place.of(text, start));
			}
			end = declaration.end();
		}
		Invisible.blank(text, 0, end);
		checkStart(text, Invisible.start(text));
	}

	private static boolean isSpace(CharSequence text, int index) {
		return index < text.length() && " \t\r\n".indexOf(text.charAt(index)) >= 0;
	}

	private static void checkStart(StringBuilder text, int index) {
		if (index == text.length()) {
			throw new InvalidMetadataException("The document is empty: there is no element in it");
		}
		if (text.charAt(index) != '<') {
			String start = start(text, index);
			String kind = (start.startsWith("{") || start.startsWith("[")) ? "JSON"
					: start.startsWith("-----begin ") ? "PEM" : start.matches("(?s)https?://.*") ? "a URL" : null;
			throw (kind != null) ? new InvalidMetadataException("This is " + kind + ", not SAML metadata")
					: new InvalidMetadataException("This is not XML, which begins with '<'", Place.of(text, index));
		}
	}

	/**
	 * Check the start of a complete document, up to the root element.
	 * @param text the document, without declaration
	 */
	static void checkRoot(String text) {
		int index = Invisible.start(text);
		while (text.startsWith("<?", index) || text.startsWith("<!--", index)) {
			String end = (text.startsWith("<?", index)) ? "?>" : "-->";
			int close = text.indexOf(end, index + 2);
			if (close < 0) {
				throw new InvalidMetadataException("What begins here does not end with '" + end + "'",
						Place.of(text, index));
			}
			index = close + end.length();
			while (index < text.length() && isSpace(text, index)) {
				index++;
			}
		}
		if (index == text.length()) {
			throw new InvalidMetadataException("The document is empty: there is no element in it");
		}
		if (start(text, index).matches("(?s)<!doctype\\s+html.*|<html.*")) {
			throw new InvalidMetadataException("This is an HTML page, perhaps a login page, not SAML metadata");
		}
	}

	private static String start(CharSequence text, int index) {
		return text.subSequence(index, Math.min(text.length(), index + 40)).toString().toLowerCase(Locale.ROOT);
	}

}
