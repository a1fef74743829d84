// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Splits a text into blocks of base64: the content between PEM headers and footers, also
 * if one of them is missing, or the whole text if there are none.
 */
final class PemText {

	/** Word processors replace two hyphens by a dash. */
	private static final String DASH = "[-\u2010-\u2015\u2212]";

	private static final Pattern ARMOUR = Pattern.compile(
			"(?:" + DASH + "{1,5}|(?<=" + DASH + "))(BEGIN|END) {1,3}([A-Z0-9 ]{1,40}?) {0,3}" + DASH + "{1,5}",
			Pattern.CASE_INSENSITIVE);

	private PemText() {
	}

	/**
	 * Return the blocks of a text.
	 * @param text the text
	 * @return the blocks in their order, empty for a blank text
	 */
	static List<Block> blocks(String text) {
		List<Block> blocks = new ArrayList<>();
		Matcher armour = ARMOUR.matcher(text);
		String open = null;
		int from = 0;
		while (armour.find()) {
			boolean begins = armour.group(1).equalsIgnoreCase("BEGIN");
			String label = armour.group(2).strip().toUpperCase(Locale.ROOT);
			String content = text.substring(from, armour.start());
			if (open != null) {
				blocks.add(new Block(open, content, !begins));
			}
			else if (!begins && (label.endsWith("CERTIFICATE") || label.contains("PRIVATE KEY"))
					&& Invisible.start(content) < content.length()) {
				blocks.add(new Block(label, content, true));
			}
			open = (begins) ? label : null;
			from = armour.end();
		}
		String rest = text.substring(from);
		if (open != null) {
			blocks.add(new Block(open, rest, false));
		}
		else if (from == 0 && Invisible.start(rest) < rest.length()) {
			blocks.add(new Block(null, rest, true));
		}
		blocks.forEach(Block::checkNoPrivateKey);
		return blocks;
	}

	static InvalidCertificateException other(String kind) {
		return new InvalidCertificateException("This is " + kind + ", not a certificate");
	}

	/**
	 * A block of text that should be base64.
	 *
	 * @param label the label of the PEM header, {@code null} if there is none
	 * @param content the content
	 * @param closed whether the footer is present
	 */
	record Block(@Nullable String label, String content, boolean closed) {

		boolean hasArmour() {
			return this.label != null;
		}

		private void checkNoPrivateKey() {
			if (this.label != null && this.label.contains("PRIVATE KEY")) {
				throw new InvalidCertificateException("This is a private key, or there is one beside the certificate: "
						+ "it must stay with the IdP. Send the certificate alone");
			}
		}

		private void checkKind() {
			if (this.label == null) {
				checkStart(Invisible.strip(this.content));
			}
			else if (this.label.contains("REQUEST")) {
				throw other("a certificate request");
			}
			else if (this.label.equals("PKCS7") || this.label.equals("CMS")) {
				throw other("a PKCS#7 container");
			}
			else if (!this.label.equals("CERTIFICATE") && !this.label.equals("X509 CERTIFICATE")) {
				throw other("a block of '" + this.label + "'");
			}
		}

		private static void checkStart(String content) {
			String start = content.substring(0, Math.min(content.length(), 8)).toLowerCase(Locale.ROOT);
			String kind = start.startsWith("<") ? "XML" : start.matches("https?:/.*") ? "a URL"
					: start.startsWith("{") ? "JSON" : start.startsWith("ssh-") ? "an SSH key" : null;
			if (kind != null) {
				throw other(kind);
			}
		}

		/**
		 * Decode the base64.
		 * @return the bytes; those of multiple base64 texts are concatenated
		 */
		byte[] decode() {
			checkKind();
			String digits = digits();
			ByteArrayOutputStream bytes = new ByteArrayOutputStream(digits.length());
			for (int from = 0; from < digits.length();) {
				int end = digits.indexOf('=', from);
				end = (end < 0) ? digits.length() : end;
				while (end < digits.length() && digits.charAt(end) == '=') {
					end++;
				}
				bytes.writeBytes(decode(digits.substring(from, end)));
				from = end;
			}
			return bytes.toByteArray();
		}

		private byte[] decode(String digits) {
			try {
				return Base64.getDecoder().decode(digits);
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidCertificateException("The base64 is broken: it does not end as base64 does");
			}
		}

		private String digits() {
			StringBuilder digits = new StringBuilder(this.content.length());
			for (int i = 0; i < this.content.length(); i++) {
				char digit = this.content.charAt(i);
				if (isEscapedLineBreak(i)) {
					i++;
				}
				else if (isDigit(digit)) {
					digits.append(digit);
				}
				else if (!Invisible.is(digit)) {
					throw new InvalidCertificateException(
							"The text is neither PEM nor base64: it contains " + describe(digit));
				}
			}
			return digits.toString();
		}

		private boolean isEscapedLineBreak(int index) {
			return this.content.charAt(index) == '\\' && index + 1 < this.content.length()
					&& "nrt".indexOf(this.content.charAt(index + 1)) >= 0;
		}

		private static boolean isDigit(char digit) {
			return (digit >= 'A' && digit <= 'Z') || (digit >= 'a' && digit <= 'z') || (digit >= '0' && digit <= '9')
					|| digit == '+' || digit == '/' || digit == '=';
		}

		private static String describe(char character) {
			String code = String.format("U+%04X", (int) character);
			return (character > ' ' && character < 0x7F) ? "'" + character + "'" : code;
		}

	}

}
