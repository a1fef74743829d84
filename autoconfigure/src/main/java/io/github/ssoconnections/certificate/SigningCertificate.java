// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import javax.security.auth.x500.X500Principal;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A certificate whose key an IdP signs with. Two are equal if they are the same bytes.
 * <p>
 * Nothing is verified: an IdP's certificate is trusted because someone configured it, and
 * not for who has signed it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280">RFC 5280, X.509</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468, PEM</a>
 */
public final class SigningCertificate {

	private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] { '\n' });

	/** Which RFC 2253 has no name for, and certificates of Okta begin with. */
	private static final Map<String, String> EMAIL_ADDRESS = Map.of("1.2.840.113549.1.9.1", "EMAILADDRESS");

	private final byte[] der;

	private final X509Certificate certificate;

	private final String sha256;

	private SigningCertificate(byte[] der, X509Certificate certificate) {
		this.der = der;
		this.certificate = certificate;
		this.sha256 = fingerprint(der);
	}

	/**
	 * Read a certificate in its binary form.
	 * @param der the certificate in DER, at most 64 KiB
	 * @return the certificate
	 * @throws InvalidCertificateException if the bytes are anything else
	 */
	public static SigningCertificate of(byte[] der) {
		Assert.notNull(der, "'der' must not be null");
		byte[] copy = der.clone();
		DerElement.requireCertificate(copy);
		try {
			CertificateFactory factory = CertificateFactory.getInstance("X.509");
			return new SigningCertificate(copy,
					(X509Certificate) factory.generateCertificate(new ByteArrayInputStream(copy)));
		}
		catch (CertificateException ex) {
			// Without the cause, which may quote what it was given
			throw new InvalidCertificateException(
					"The certificate cannot be read: it is damaged, or its key is of a kind that Java does not know");
		}
	}

	/**
	 * Read the one certificate in a text.
	 * @param text text with PEM in it, or the base64 of DER alone; lines may have any
	 * length
	 * @return the certificate
	 * @throws InvalidCertificateException if there is no certificate in the text, more
	 * than one, or a private key
	 */
	public static SigningCertificate parse(String text) {
		List<SigningCertificate> certificates = parseAll(text);
		if (certificates.size() > 1) {
			throw new InvalidCertificateException(
					"There are " + certificates.size() + " certificates in this text, and one is expected");
		}
		return certificates.get(0);
	}

	/**
	 * Read all certificates in a text.
	 * @param text text with PEM in it, or the base64 of DER alone; at most 1 MiB and 100
	 * certificates
	 * @return the certificates in their order, at least one, the same one twice if it is
	 * there twice
	 * @throws InvalidCertificateException if there is no certificate in the text,
	 * something that is none, or a private key
	 */
	public static List<SigningCertificate> parseAll(String text) {
		Assert.notNull(text, "'text' must not be null");
		List<String> found = PemText.certificates(text);
		List<SigningCertificate> certificates = new ArrayList<>(found.size());
		for (String base64 : found) {
			try {
				certificates.add(of(PemText.decode(base64)));
			}
			catch (InvalidCertificateException ex) {
				throw (found.size() == 1) ? ex : new InvalidCertificateException(
						"Certificate " + (certificates.size() + 1) + " of " + found.size() + ": " + ex.getMessage());
			}
		}
		return List.copyOf(certificates);
	}

	private static String fingerprint(byte[] der) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java runtime has SHA-256", ex);
		}
	}

	/**
	 * Return whose certificate this is.
	 * @return the distinguished name as in RFC 2253, such as
	 * {@code CN=idp.acme.com,O=Acme}
	 */
	public String subject() {
		return name(this.certificate.getSubjectX500Principal());
	}

	/**
	 * Return who has signed it: for most IdPs, the subject itself.
	 * @return the distinguished name as in RFC 2253
	 */
	public String issuer() {
		return name(this.certificate.getIssuerX500Principal());
	}

	private static String name(X500Principal principal) {
		return principal.getName(X500Principal.RFC2253, EMAIL_ADDRESS);
	}

	/**
	 * Return the number that the issuer gave it.
	 * @return the serial number in lower-case hexadecimal digits
	 */
	public String serialNumber() {
		return this.certificate.getSerialNumber().toString(16);
	}

	/**
	 * Return when it begins to be valid.
	 * @return the start of its validity, itself included
	 */
	public Instant notBefore() {
		return this.certificate.getNotBefore().toInstant();
	}

	/**
	 * Return when it ceases to be valid.
	 * @return the end of its validity, itself included
	 */
	public Instant notAfter() {
		return this.certificate.getNotAfter().toInstant();
	}

	/**
	 * Return the fingerprint, which identifies it.
	 * @return the SHA-256 of the DER, 64 lower-case hexadecimal digits
	 */
	public String sha256() {
		return this.sha256;
	}

	/**
	 * Return the kind of its key.
	 * @return the algorithm: {@code RSA}, {@code EC}, {@code DSA}, {@code Ed25519},
	 * {@code Ed448}, or what else Java calls it
	 */
	public String keyAlgorithm() {
		return KeyFacts.algorithm(this.certificate.getPublicKey());
	}

	/**
	 * Return the size of its key.
	 * @return the size in bits: the modulus of RSA and DSA, the field of an elliptic
	 * curve, the encoded key of Ed25519 (256) and Ed448 (456), or {@code null} if the
	 * kind of key is none of these
	 */
	public @Nullable Integer keySize() {
		return KeyFacts.size(this.certificate.getPublicKey());
	}

	/**
	 * Return how it is signed itself, which is not how the IdP signs assertions.
	 * @return the algorithm as Java names it, such as {@code SHA256withRSA}
	 */
	public String signatureAlgorithm() {
		return this.certificate.getSigAlgName();
	}

	/**
	 * Return it in its binary form.
	 * @return a copy of the DER
	 */
	public byte[] der() {
		return this.der.clone();
	}

	/**
	 * Return it as PEM.
	 * @return lines of 64 characters between a {@code BEGIN} and an {@code END} line,
	 * each with a line feed
	 */
	public String pem() {
		return "-----BEGIN CERTIFICATE-----\n" + LINES.encodeToString(this.der) + "\n-----END CERTIFICATE-----\n";
	}

	/**
	 * Return it as metadata has it.
	 * @return the base64 of the DER, on one line
	 */
	public String base64() {
		return Base64.getEncoder().encodeToString(this.der);
	}

	/**
	 * Return whether its validity is over.
	 * @param now the current time
	 * @return whether that is after its end
	 */
	public boolean isExpired(Instant now) {
		return now.isAfter(notAfter());
	}

	/**
	 * Return whether its validity is still to come.
	 * @param now the current time
	 * @return whether that is before its start
	 */
	public boolean isNotYetValid(Instant now) {
		return now.isBefore(notBefore());
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SigningCertificate that && Arrays.equals(this.der, that.der);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.der);
	}

	@Override
	public String toString() {
		return "SigningCertificate[subject=" + Excerpt.quoted(subject()) + ", notAfter=" + notAfter() + ", sha256="
				+ this.sha256 + "]";
	}

}
