// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A DER element, with the methods to distinguish a certificate from other structures.
 *
 * @param bytes the bytes that contain the element
 * @param tag its tag
 * @param start the index of its content
 * @param end the index after its content, which may be past the end of the bytes
 */
record DerElement(byte[] bytes, int tag, int start, long end) {

	private static final int INTEGER = 0x02;

	private static final int BIT_STRING = 0x03;

	private static final int OCTET_STRING = 0x04;

	private static final int OBJECT_IDENTIFIER = 0x06;

	private static final int SEQUENCE = 0x30;

	private static final int ATTRIBUTES = 0xA0;

	private static final int VERSION = 0xA0;

	private static final int KEY_STORE_VERSION = 3;

	/**
	 * Return the element that may be a certificate.
	 * @param bytes the bytes
	 * @param offset the index of the element
	 * @return the element, whose end may be past the end of the bytes
	 * @throws InvalidCertificateException if the element is not a certificate
	 */
	static DerElement certificate(byte[] bytes, int offset) {
		DerElement element = at(bytes, offset);
		if (element == null || !element.isSequence()) {
			throw new InvalidCertificateException("This is no certificate: it does not begin as DER does");
		}
		String otherKind = element.otherKind();
		if (otherKind != null) {
			throw PemText.other(otherKind);
		}
		return element;
	}

	static boolean isCertificate(byte[] bytes, int offset) {
		DerElement element = at(bytes, offset);
		return element != null && element.isSequence() && element.isCertificate();
	}

	/**
	 * Return whether this element has all outer parts of a certificate.
	 * @return whether it may be a certificate
	 */
	boolean isCertificate() {
		DerElement tbs = first();
		DerElement algorithm = (tbs != null && tbs.isSequence()) ? tbs.next() : null;
		DerElement signature = (algorithm != null && algorithm.isSequence()) ? algorithm.next() : null;
		return this.end <= this.bytes.length && signature != null && signature.tag == BIT_STRING
				&& signature.end == this.end && subject() != null;
	}

	/**
	 * Return the issuer of this certificate.
	 * @return the name in DER, without tag and length, {@code null} if it cannot be read
	 */
	byte @Nullable [] issuer() {
		DerElement issuer = issuerElement();
		return (issuer != null) ? issuer.content() : null;
	}

	/**
	 * Return the subject of this certificate.
	 * @return the name in DER, without tag and length, {@code null} if it cannot be read
	 */
	byte @Nullable [] subject() {
		DerElement issuer = issuerElement();
		DerElement validity = (issuer != null) ? issuer.next() : null;
		DerElement subject = (validity != null) ? validity.next() : null;
		return (subject != null) ? subject.content() : null;
	}

	private @Nullable DerElement issuerElement() {
		DerElement tbs = first();
		DerElement field = (tbs != null) ? tbs.first() : null;
		DerElement serial = (field != null && field.tag == VERSION) ? field.next() : field;
		DerElement algorithm = (serial != null && serial.tag == INTEGER) ? serial.next() : null;
		return (algorithm != null && algorithm.isSequence()) ? algorithm.next() : null;
	}

	private byte @Nullable [] content() {
		return (isSequence() && this.end <= this.bytes.length)
				? Arrays.copyOfRange(this.bytes, this.start, (int) this.end) : null;
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

	/** Return what this element is, {@code null} if it may be a certificate. */
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
