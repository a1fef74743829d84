// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

import javax.security.auth.x500.X500Principal;

import org.jspecify.annotations.Nullable;

/**
 * Reader of certificates with the JDK, which returns the reason for an unreadable
 * certificate.
 */
final class X509Reader {

	private static final int MAX_SIZE = 64 * 1024;

	private X509Reader() {
	}

	/**
	 * Read a certificate.
	 * @param der the bytes
	 * @return the certificate, or the reason why it is unreadable
	 * @throws InvalidCertificateException if the bytes are not a certificate
	 */
	static Result read(byte[] der) {
		if (der.length > MAX_SIZE) {
			throw new InvalidCertificateException("The certificate is larger than 64 KiB");
		}
		DerElement element = DerElement.certificate(der, 0);
		if (element.end() > der.length) {
			return new Result(null, "The certificate is cut off: it says that it has " + element.end() + " bytes, and "
					+ der.length + " are here");
		}
		if (element.end() < der.length) {
			return new Result(null, "The certificate is followed by " + (der.length - element.end())
					+ " bytes that do not belong to it");
		}
		try {
			X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(der));
			// Some implementations parse these fields lazily
			certificate.getSubjectX500Principal().getName(X500Principal.RFC2253);
			certificate.getIssuerX500Principal().getName(X500Principal.RFC2253);
			certificate.getPublicKey().getAlgorithm();
			return new Result(certificate, null);
		}
		catch (CertificateException | RuntimeException ex) {
			return new Result(null, problem(element));
		}
	}

	private static String problem(DerElement element) {
		byte[] issuer = element.issuer();
		if (!element.isCertificate()) {
			return "The certificate cannot be read: it lacks parts that every certificate has, or they are damaged";
		}
		if (issuer != null && issuer.length == 0) {
			return "The certificate is complete, but its issuer has no name, and Java reads no such certificate";
		}
		return "The certificate has all its parts, but Java cannot read one of them: its key may be of a kind "
				+ "that Java does not know, or a field is not as the standard has it";
	}

	/**
	 * Result of reading.
	 *
	 * @param certificate the certificate, {@code null} if it is unreadable
	 * @param problem the reason why it is unreadable, a sentence without a final period,
	 * {@code null} if it is readable
	 */
	record Result(@Nullable X509Certificate certificate, @Nullable String problem) {
	}

}
