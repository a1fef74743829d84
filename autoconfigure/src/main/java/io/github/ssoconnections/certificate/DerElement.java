// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * An element of DER: as much of it as it takes to tell a certificate from what is sent in
 * place of one.
 *
 * @param bytes the bytes in which the element lies
 * @param tag its tag
 * @param start the index of its content
 * @param end the index after its content, which may lie past the bytes
 */
record DerElement(byte[] bytes, int tag, int start, long end) {

	private static final int MAX_SIZE = 64 * 1024;

	private static final int INTEGER = 0x02;

	private static final int BIT_STRING = 0x03;

	private static final int OCTET_STRING = 0x04;

	private static final int OBJECT_IDENTIFIER = 0x06;

	private static final int SEQUENCE = 0x30;

	private static final int ATTRIBUTES = 0xA0;

	private static final int KEY_STORE_VERSION = 3;

	/**
	 * Refuse what is no certificate, as far as that shows from outside.
	 * @param der what should be one
	 */
	static void requireCertificate(byte[] der) {
		if (der.length > MAX_SIZE) {
			throw new InvalidCertificateException("The certificate is larger than 64 KiB");
		}
		DerElement element = at(der, 0);
		if (element == null || !element.isSequence()) {
			boolean pem = new String(der, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
			throw (pem) ? PemText.other("PEM, which is text")
					: new InvalidCertificateException("This is no certificate: it does not begin as DER does");
		}
		if (element.end > der.length) {
			throw new InvalidCertificateException("The certificate is cut off: it says that it has " + element.end
					+ " bytes, and " + der.length + " are here");
		}
		String otherKind = element.otherKind();
		if (otherKind != null) {
			throw PemText.other(otherKind);
		}
		if (element.end < der.length) {
			throw new InvalidCertificateException(
					"The certificate is followed by " + (der.length - element.end) + " bytes that do not belong to it");
		}
	}

	private static @Nullable DerElement at(byte[] bytes, long offset) {
		if (offset + 2 > bytes.length) {
			return null;
		}
		int index = (int) offset;
		int length = bytes[index + 1] & 0xFF;
		if (length < 0x80) {
			return new DerElement(bytes, bytes[index] & 0xFF, index + 2, offset + 2 + length);
		}
		int lengthBytes = length - 0x80;
		int start = index + 2 + lengthBytes;
		if (lengthBytes == 0 || lengthBytes > 4 || start > bytes.length) {
			return null;
		}
		long longLength = 0;
		for (int i = index + 2; i < start; i++) {
			longLength = (longLength << 8) | (bytes[i] & 0xFF);
		}
		return new DerElement(bytes, bytes[index] & 0xFF, start, start + longLength);
	}

	private boolean isSequence() {
		return this.tag == SEQUENCE;
	}

	// In a few words, or null if it may be a certificate
	private @Nullable String otherKind() {
		DerElement first = first();
		if (first == null) {
			return null;
		}
		if (first.tag == INTEGER) {
			boolean keyStore = first.end == first.start + 1 && this.bytes[first.start] == KEY_STORE_VERSION;
			return (keyStore) ? "a key store (PKCS#12)" : "a private key";
		}
		if (first.tag == OBJECT_IDENTIFIER) {
			return "a PKCS#7 container";
		}
		if (isRequest(first)) {
			return "a certificate request";
		}
		return isKey(first, BIT_STRING) ? "a public key"
				: isKey(first, OCTET_STRING) ? "an encrypted private key" : null;
	}

	private static boolean isRequest(DerElement content) {
		DerElement version = content.first();
		DerElement subject = (version != null && version.tag == INTEGER) ? version.next() : null;
		DerElement publicKey = (subject != null && subject.isSequence()) ? subject.next() : null;
		DerElement attributes = (publicKey != null && publicKey.isSequence()) ? publicKey.next() : null;
		return attributes != null && attributes.tag == ATTRIBUTES;
	}

	private static boolean isKey(DerElement algorithm, int tag) {
		DerElement identifier = algorithm.first();
		DerElement key = algorithm.next();
		return identifier != null && identifier.tag == OBJECT_IDENTIFIER && key != null && key.tag == tag;
	}

	private @Nullable DerElement first() {
		return isSequence() ? at(this.bytes, this.start) : null;
	}

	private @Nullable DerElement next() {
		return at(this.bytes, this.end);
	}

}
