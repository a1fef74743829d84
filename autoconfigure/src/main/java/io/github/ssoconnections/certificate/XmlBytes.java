// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text of the bytes of an XML document in UTF-8 or UTF-16. The bytes decide, and
 * what the document says of itself must agree: two readers must not see two documents.
 *
 * @see <a href="https://www.w3.org/TR/xml/#sec-guessing">XML 1.0, appendix F</a>
 */
final class XmlBytes {

	static final int MAX_SIZE = 1024 * 1024;

	private static final Pattern DECLARED = Pattern
		.compile("^\\uFEFF?<\\?xml\\s[^>]{0,100}?encoding\\s*=\\s*[\"']([^\"'>]{0,60})");

	private static final Map<String, List<Charset>> CHARSETS = Map.of("utf-8", List.of(StandardCharsets.UTF_8),
			"us-ascii", List.of(StandardCharsets.UTF_8), "utf-16",
			List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE), "utf-16le",
			List.of(StandardCharsets.UTF_16LE), "utf-16be", List.of(StandardCharsets.UTF_16BE));

	private XmlBytes() {
	}

	static String decode(byte[] xml) {
		if (xml.length > MAX_SIZE) {
			throw new InvalidMetadataException("The document is larger than 1 MiB");
		}
		Charset charset = charset(HexFormat.of().formatHex(xml, 0, Math.min(4, xml.length)));
		checkDeclared(xml, charset);
		ByteBuffer bytes = ByteBuffer.wrap(xml);
		CharBuffer text = CharBuffer.allocate(xml.length);
		CoderResult result = charset.newDecoder().decode(bytes, text, true);
		text.flip();
		if (result.isError()) {
			throw new InvalidMetadataException("There are bytes here that are not " + charset.name(),
					Place.of(text, text.length()));
		}
		return text.toString();
	}

	private static Charset charset(String start) {
		if (start.startsWith("0000feff") || start.startsWith("fffe0000") || start.startsWith("0000003c")
				|| start.startsWith("3c000000")) {
			throw unsupported("UTF-32");
		}
		if (start.startsWith("1f8b")) {
			throw new InvalidMetadataException("This is compressed with gzip, not XML");
		}
		if (start.startsWith("504b0304")) {
			throw new InvalidMetadataException("This is a ZIP archive, not XML");
		}
		if (start.startsWith("4c6fa794")) {
			throw unsupported("EBCDIC");
		}
		if (start.startsWith("fffe") || start.startsWith("3c00")) {
			return StandardCharsets.UTF_16LE;
		}
		if (start.startsWith("feff") || start.startsWith("003c")) {
			return StandardCharsets.UTF_16BE;
		}
		return StandardCharsets.UTF_8;
	}

	private static void checkDeclared(byte[] xml, Charset charset) {
		Charset headCharset = (charset == StandardCharsets.UTF_8) ? StandardCharsets.ISO_8859_1 : charset;
		int offset = (xml.length > 2 && xml[0] == (byte) 0xEF && xml[1] == (byte) 0xBB) ? 3 : 0;
		String head = new String(xml, offset, Math.min(400, xml.length - offset), headCharset);
		Matcher declared = DECLARED.matcher(head);
		if (!declared.find()) {
			return;
		}
		List<Charset> charsets = CHARSETS.get(declared.group(1).toLowerCase(Locale.ROOT));
		if (charsets == null) {
			throw unsupported(Excerpt.quoted(declared.group(1)));
		}
		if (!charsets.contains(charset)) {
			throw new InvalidMetadataException("The document says that it is in " + Excerpt.quoted(declared.group(1))
					+ ", but it is in " + charset.name());
		}
	}

	private static InvalidMetadataException unsupported(String encoding) {
		return new InvalidMetadataException("The document is in " + encoding + ": only UTF-8 and UTF-16 are read");
	}

}
