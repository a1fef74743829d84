// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the certificates in a text: blocks of PEM with anything between them, or base64
 * alone.
 */
final class PemText {

	private static final int MAX_LENGTH = 1024 * 1024;

	private static final int MAX_CERTIFICATES = 100;

	private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----");

	private PemText() {
	}

	static List<String> certificates(String text) {
		if (text.length() > MAX_LENGTH) {
			throw new InvalidCertificateException("The text is longer than 1 MiB");
		}
		Matcher begin = BEGIN.matcher(text);
		if (!begin.find()) {
			return List.of(base64Alone(text));
		}
		List<String> certificates = new ArrayList<>();
		int from = 0;
		while (begin.find(from)) {
			String label = begin.group(1);
			checkLabel(label);
			String endLine = "-----END " + label + "-----";
			int end = text.indexOf(endLine, begin.end());
			if (end < 0) {
				throw new InvalidCertificateException("The text ends before '" + endLine + "': it is cut off");
			}
			if (certificates.size() == MAX_CERTIFICATES) {
				throw new InvalidCertificateException("There are more than 100 certificates in this text");
			}
			certificates.add(text.substring(begin.end(), end));
			from = end + endLine.length();
		}
		return certificates;
	}

	private static void checkLabel(String label) {
		if (label.contains("PRIVATE KEY")) {
			throw new InvalidCertificateException("This is a private key, or there is one beside the certificate: "
					+ "it must stay with the IdP. Send the certificate alone");
		}
		if (label.contains("REQUEST")) {
			throw other("a certificate request");
		}
		if (label.equals("PKCS7") || label.equals("CMS")) {
			throw other("a PKCS#7 container");
		}
		if (!label.equals("CERTIFICATE") && !label.equals("X509 CERTIFICATE")) {
			throw other("a block of '" + label + "'");
		}
	}

	private static String base64Alone(String text) {
		String stripped = (text.startsWith("\uFEFF")) ? text.substring(1).strip() : text.strip();
		String start = stripped.substring(0, Math.min(stripped.length(), 8)).toLowerCase(Locale.ROOT);
		if (start.isEmpty()) {
			throw new InvalidCertificateException("The text is empty: a certificate is expected");
		}
		String kind = start.startsWith("<") ? "XML" : start.matches("https?:/.*") ? "a URL"
				: start.startsWith("{") ? "JSON" : start.startsWith("ssh-") ? "an SSH key" : null;
		if (kind != null) {
			throw other(kind);
		}
		return stripped;
	}

	static byte[] decode(String base64) {
		String digits = base64.replaceAll("\\s+", "");
		int foreign = indexOfForeign(digits);
		if (foreign >= 0) {
			String hint = (digits.startsWith("\\n", foreign) || digits.startsWith("\\r", foreign))
					? ": a line break is meant here" : "";
			throw new InvalidCertificateException(
					"The text is neither PEM nor base64: it contains " + describe(digits.charAt(foreign)) + hint);
		}
		try {
			return Base64.getDecoder().decode(digits);
		}
		catch (IllegalArgumentException ex) {
			// Without the cause, which says no more
			throw new InvalidCertificateException("The base64 is broken: it does not end as base64 does");
		}
	}

	private static int indexOfForeign(String digits) {
		for (int i = 0; i < digits.length(); i++) {
			char digit = digits.charAt(i);
			boolean letter = (digit >= 'A' && digit <= 'Z') || (digit >= 'a' && digit <= 'z');
			if (!letter && !(digit >= '0' && digit <= '9') && "+/=".indexOf(digit) < 0) {
				return i;
			}
		}
		return -1;
	}

	private static String describe(char character) {
		String code = String.format("U+%04X", (int) character);
		return (character > ' ' && character < 0x7F) ? "'" + character + "'" : code;
	}

	static InvalidCertificateException other(String kind) {
		return new InvalidCertificateException("This is " + kind + ", not a certificate");
	}

}
