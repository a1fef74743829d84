// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.ssoconnections.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * Decoder of XML documents. The supported encodings are supersets of ASCII, or have a
 * byte order mark, so that markup cannot be hidden by an encoding. A byte order mark
 * takes precedence, and the declared encoding must agree with it: all parsers must read
 * the same document.
 *
 * @see <a href="https://www.w3.org/TR/xml/#sec-guessing">XML 1.0, appendix F</a>
 */
final class XmlBytes {

	static final int MAX_SIZE = 1024 * 1024;

	private static final String READ = "only UTF-8, UTF-16 with a byte order mark, US-ASCII, ISO-8859-1, "
			+ "ISO-8859-15 and windows-1252 are read";

	private static final Pattern DECLARED = Pattern
		.compile("<\\?xml\\s[^>]{0,100}?encoding\\s*=\\s*[\"']([^\"'>]{0,60})");

	private static final Set<String> ASCII_BASED = Set.of("UTF-8", "US-ASCII", "ISO-8859-1", "ISO-8859-15",
			"windows-1252");

	private static final int HEAD = 400;

	private XmlBytes() {
	}

	static String decode(byte[] xml) {
		if (xml.length > MAX_SIZE) {
			throw new InvalidMetadataException("The document is larger than 1 MiB");
		}
		Charset charset = charset(xml, xml.length);
		ByteBuffer bytes = ByteBuffer.wrap(xml);
		CharBuffer text = CharBuffer.allocate(xml.length);
		CoderResult result = charset.newDecoder().decode(bytes, text, true);
		text.flip();
		if (result.isError()) {
			throw malformed(charset, Place.of(text, text.length()));
		}
		return text.toString();
	}

	static InvalidMetadataException malformed(Charset charset, Place place) {
		return new InvalidMetadataException("There are bytes here that are not " + charset.name(), place);
	}

	/**
	 * Detect the encoding of a document.
	 * @param xml the bytes, or the first of them
	 * @param length the number of bytes
	 * @return the encoding
	 */
	static Charset charset(byte[] xml, int length) {
		Charset marked = marked(xml, length);
		if (marked == null) {
			checkNoOther(xml, length);
		}
		String declared = declaredEncoding(xml, length, (marked != null) ? marked : StandardCharsets.ISO_8859_1);
		if (declared == null) {
			return (marked != null) ? marked : StandardCharsets.UTF_8;
		}
		String name = canonicalName(declared);
		if (marked != null) {
			if (!marked.name().equals(name) && !(name.equals("UTF-16") && marked.name().startsWith(name))) {
				throw new InvalidMetadataException("The document says that it is in " + Excerpt.quoted(declared)
						+ ", but it is in " + marked.name());
			}
			return marked;
		}
		if (name.startsWith("UTF-16")) {
			throw new InvalidMetadataException("The document says that it is in " + Excerpt.quoted(declared)
					+ ", but it is not, or has no byte order mark");
		}
		if (!ASCII_BASED.contains(name)) {
			throw unsupported(Excerpt.quoted(declared));
		}
		return Charset.forName(name);
	}

	private static @Nullable Charset marked(byte[] xml, int length) {
		int first = (length > 0) ? xml[0] & 0xFF : -1;
		int second = (length > 1) ? xml[1] & 0xFF : -1;
		if (first == 0xEF && second == 0xBB && length > 2 && (xml[2] & 0xFF) == 0xBF) {
			return StandardCharsets.UTF_8;
		}
		if (first == 0xFE && second == 0xFF) {
			return StandardCharsets.UTF_16BE;
		}
		boolean littleEndian = first == 0xFF && second == 0xFE;
		if (littleEndian && length > 3 && xml[2] == 0 && xml[3] == 0) {
			throw unsupported("UTF-32");
		}
		return (littleEndian) ? StandardCharsets.UTF_16LE : null;
	}

	private static void checkNoOther(byte[] xml, int length) {
		if (startsWith(xml, length, 0x1F, 0x8B)) {
			throw new InvalidMetadataException("This is compressed with gzip, not XML");
		}
		if (startsWith(xml, length, 'P', 'K', 3, 4)) {
			throw new InvalidMetadataException("This is a ZIP archive, not XML");
		}
		if (startsWith(xml, length, 0x4C, 0x6F, 0xA7, 0x94)) {
			throw unsupported("EBCDIC");
		}
		if (startsWith(xml, length, 0, 0) || (length > 3 && xml[1] == 0 && xml[2] == 0 && xml[3] == 0)) {
			throw unsupported("UTF-32");
		}
		if (length > 1 && (xml[0] == 0 || xml[1] == 0)) {
			throw unsupported("UTF-16 without a byte order mark");
		}
	}

	private static boolean startsWith(byte[] xml, int length, int... start) {
		for (int i = 0; i < start.length; i++) {
			if (i >= length || (xml[i] & 0xFF) != start[i]) {
				return false;
			}
		}
		return true;
	}

	private static @Nullable String declaredEncoding(byte[] xml, int length, Charset charset) {
		int start = 0;
		while (start < length && xml[start] != '<') {
			start++;
		}
		if (charset == StandardCharsets.UTF_16BE && start > 0) {
			start--;
		}
		Matcher declared = DECLARED.matcher(new String(xml, start, Math.min(HEAD, length - start), charset));
		return declared.lookingAt() ? declared.group(1) : null;
	}

	private static String canonicalName(String declared) {
		try {
			return Charset.forName(declared.strip()).name();
		}
		catch (IllegalArgumentException ex) {
			throw unsupported(Excerpt.quoted(declared));
		}
	}

	private static InvalidMetadataException unsupported(String encoding) {
		return new InvalidMetadataException("The document is in " + encoding + ": " + READ);
	}

}
