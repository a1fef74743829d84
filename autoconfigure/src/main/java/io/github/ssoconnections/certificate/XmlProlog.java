// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Looks at what comes before the root element, so that no parser sees a document with a
 * DOCTYPE, and that what is no XML at all is called by its name.
 */
final class XmlProlog {

	private static final String DOCTYPE = "<!DOCTYPE";

	private static final Pattern VERSION = Pattern.compile("<\\?xml\\s+version\\s*=\\s*([\"'])1\\.0\\1");

	private XmlProlog() {
	}

	static void check(String text) {
		int index = skipSpace(text, 0);
		if (index > 0 && text.startsWith("<?xml ", index)) {
			throw new InvalidMetadataException("There is white space in front of the XML declaration",
					Place.of(text, index));
		}
		if (text.startsWith("<?xml ") && !VERSION.matcher(text).lookingAt()) {
			throw new InvalidMetadataException("The XML declaration is not one of XML 1.0", new Place(1, 1));
		}
		while (text.startsWith("<?", index) || text.startsWith("<!--", index)) {
			String end = (text.startsWith("<?", index)) ? "?>" : "-->";
			int close = text.indexOf(end, index + 2);
			if (close < 0) {
				throw new InvalidMetadataException("What begins here does not end with '" + end + "'",
						Place.of(text, index));
			}
			index = skipSpace(text, close + end.length());
		}
		if (index == text.length()) {
			throw new InvalidMetadataException("The document is empty: there is no element in it");
		}
		checkRoot(text, index);
	}

	private static void checkRoot(String text, int index) {
		String start = text.substring(index, Math.min(text.length(), index + 40)).toLowerCase(Locale.ROOT);
		if (start.matches("(?s)<!doctype\\s+html.*|<html.*")) {
			throw new InvalidMetadataException("This is an HTML page, perhaps a login page, not SAML metadata");
		}
		if (text.regionMatches(true, index, DOCTYPE, 0, DOCTYPE.length())) {
			throw new InvalidMetadataException("There is a DOCTYPE, which metadata must not have",
					Place.of(text, index));
		}
		if (text.charAt(index) != '<') {
			String kind = (start.startsWith("{") || start.startsWith("[")) ? "JSON"
					: start.startsWith("-----begin ") ? "PEM" : start.matches("(?s)https?://.*") ? "a URL" : null;
			throw (kind != null) ? new InvalidMetadataException("This is " + kind + ", not SAML metadata")
					: new InvalidMetadataException("This is not XML, which begins with '<'", Place.of(text, index));
		}
	}

	private static int skipSpace(String text, int from) {
		int index = from;
		while (index < text.length() && " \t\r\n".indexOf(text.charAt(index)) >= 0) {
			index++;
		}
		return index;
	}

}
