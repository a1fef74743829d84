// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * Reader for a streamed document: decodes it, removes the declaration, and checks it with
 * {@link XmlScan}.
 */
final class XmlStream extends Reader {

	private static final int HEAD = 8 * 1024;

	private final Reader text;

	private final Charset charset;

	private final XmlScan scan = new XmlScan();

	private final CharBuffer head;

	private XmlStream(Reader text, Charset charset, CharSequence head) {
		this.text = text;
		this.charset = charset;
		this.head = CharBuffer.wrap(head);
		this.scan.accept(head, 0, head.length());
	}

	static XmlStream open(InputStream bytes) throws IOException {
		PushbackInputStream source = new PushbackInputStream(bytes, HEAD);
		byte[] first = source.readNBytes(HEAD);
		source.unread(first);
		Charset charset = XmlBytes.charset(first, first.length);
		Reader text = new InputStreamReader(source, charset.newDecoder());
		char[] chars = new char[HEAD];
		int count = 0;
		for (int read = 0; read >= 0 && count < HEAD; count += Math.max(read, 0)) {
			read = read(text, chars, count, HEAD - count, charset);
		}
		StringBuilder head = new StringBuilder().append(chars, 0, count);
		XmlProlog.stripStart(head);
		return new XmlStream(text, charset, head);
	}

	@Override
	public int read(char[] buffer, int offset, int length) throws IOException {
		if (this.head.hasRemaining()) {
			int count = Math.min(length, this.head.remaining());
			this.head.get(buffer, offset, count);
			return count;
		}
		int count = read(this.text, buffer, offset, length, this.charset);
		if (count > 0) {
			this.scan.accept(CharBuffer.wrap(buffer), offset, offset + count);
		}
		return count;
	}

	private static int read(Reader text, char[] buffer, int offset, int length, Charset charset) throws IOException {
		try {
			return text.read(buffer, offset, length);
		}
		catch (CharacterCodingException ex) {
			throw new InvalidMetadataException("There are bytes here that are not " + charset.name());
		}
	}

	@Override
	public void close() throws IOException {
		this.text.close();
	}

}
