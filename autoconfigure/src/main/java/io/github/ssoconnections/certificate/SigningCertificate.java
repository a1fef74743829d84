// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * A signing certificate of an IdP. Certificates are equal if their bytes are equal.
 * <p>
 * The signature of a certificate is not verified: an IdP's certificate is trusted by
 * configuration, not by its issuer. {@link #of}, {@link #parse} and {@link #parseAll} are
 * for certificates to be trusted, and reject a certificate that {@link #isReadable() Java
 * cannot read}; {@link CertificateText} and {@link SamlMetadata} are for existing
 * content, and return such certificates.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280">RFC 5280, X.509</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468, PEM</a>
 */
public final class SigningCertificate {

	private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] { '\n' });

	private final byte[] der;

	private final @Nullable X509Certificate certificate;

	private final @Nullable String unreadableReason;

	private final String sha256;

	private SigningCertificate(byte[] der, @Nullable X509Certificate certificate, @Nullable String unreadableReason) {
		this.der = der;
		this.certificate = certificate;
		this.unreadableReason = unreadableReason;
		this.sha256 = CertificateFacts.sha256(der);
	}

	/**
	 * Read a certificate in binary form.
	 * @param der the certificate in DER, at most 64 KiB
	 * @return the certificate
	 * @throws InvalidCertificateException if the bytes are not a certificate that Java
	 * can read
	 */
	public static SigningCertificate of(byte[] der) {
		Assert.notNull(der, "'der' must not be null");
		SigningCertificate certificate = read(der.clone());
		if (certificate.unreadableReason != null) {
			throw new InvalidCertificateException(certificate.unreadableReason);
		}
		return certificate;
	}

	/**
	 * Read a certificate that Java may not be able to read.
	 * @param der the bytes, which are not copied
	 * @return the certificate
	 * @throws InvalidCertificateException if the bytes are not a certificate
	 */
	static SigningCertificate read(byte[] der) {
		X509Reader.Result result = X509Reader.read(der);
		return new SigningCertificate(der, result.certificate(), result.problem());
	}

	/**
	 * Read the only certificate in a text.
	 * @param text text with PEM, or the base64 of DER or of PEM; lines may have any
	 * length. Of a chain, the certificate that issued no other certificate is returned
	 * @return the certificate
	 * @throws InvalidCertificateException if the text contains no certificate, multiple
	 * certificates, a certificate that Java cannot read, or a private key
	 */
	public static SigningCertificate parse(String text) {
		return CertificateReader.readOne(text);
	}

	/**
	 * Read all certificates in a text.
	 * @param text text with PEM, or the base64 of DER or of PEM; at most 1 MiB and 100
	 * certificates
	 * @return the certificates in their order, at least one, including duplicates
	 * @throws InvalidCertificateException if the text contains no certificate, other
	 * content, a certificate that Java cannot read, or a private key
	 * @see CertificateText
	 */
	public static List<SigningCertificate> parseAll(String text) {
		return CertificateReader.readAll(text);
	}

	/**
	 * Return whether Java can read the certificate. All properties of an unreadable
	 * certificate are {@code null}, and it is never valid. A connection may still trust
	 * it, as the vendor may be able to read it.
	 * @return whether Java can read the certificate
	 */
	public boolean isReadable() {
		return this.certificate != null;
	}

	/**
	 * Return why Java cannot read the certificate.
	 * @return the reason, a sentence without a final period, {@code null} if Java can
	 * read it
	 */
	public @Nullable String unreadableReason() {
		return this.unreadableReason;
	}

	@Nullable X509Certificate x509() {
		return this.certificate;
	}

	DerElement element() {
		return DerElement.certificate(this.der, 0);
	}

	private <T> @Nullable T fact(Function<X509Certificate, T> fact) {
		return (this.certificate != null) ? fact.apply(this.certificate) : null;
	}

	/**
	 * Return the subject.
	 * @return the distinguished name in the format of RFC 2253, such as
	 * {@code CN=idp.acme.com,O=Acme}
	 */
	public @Nullable String subject() {
		return fact((certificate) -> CertificateFacts.name(certificate.getSubjectX500Principal()));
	}

	/**
	 * Return the issuer: for most IdPs, the subject itself.
	 * @return the distinguished name in the format of RFC 2253
	 */
	public @Nullable String issuer() {
		return fact((certificate) -> CertificateFacts.name(certificate.getIssuerX500Principal()));
	}

	/**
	 * Return the serial number.
	 * @return the serial number in lower-case hexadecimal digits
	 */
	public @Nullable String serialNumber() {
		return fact((certificate) -> certificate.getSerialNumber().toString(16));
	}

	/**
	 * Return the start of the validity.
	 * @return the start, inclusive
	 */
	public @Nullable Instant notBefore() {
		return fact((certificate) -> certificate.getNotBefore().toInstant());
	}

	/**
	 * Return the end of the validity.
	 * @return the end, inclusive
	 */
	public @Nullable Instant notAfter() {
		return fact((certificate) -> certificate.getNotAfter().toInstant());
	}

	/**
	 * Return the fingerprint, which identifies the certificate.
	 * @return the SHA-256 of the DER, 64 lower-case hexadecimal digits; never
	 * {@code null}
	 */
	public String sha256() {
		return this.sha256;
	}

	/**
	 * Return the algorithm of the key.
	 * @return the algorithm: {@code RSA}, {@code EC}, {@code DSA}, {@code Ed25519},
	 * {@code Ed448}, or another name that Java uses
	 */
	public @Nullable String keyAlgorithm() {
		return fact((certificate) -> CertificateFacts.keyAlgorithm(certificate.getPublicKey()));
	}

	/**
	 * Return the size of the key.
	 * @return the size in bits: the modulus of RSA and DSA, the field of an elliptic
	 * curve, the encoded key of Ed25519 (256) and Ed448 (456), {@code null} for any other
	 * algorithm
	 */
	public @Nullable Integer keySize() {
		return (this.certificate != null) ? CertificateFacts.keySize(this.certificate.getPublicKey()) : null;
	}

	/**
	 * Return the algorithm of the signature of the certificate, which is independent of
	 * the signatures of assertions.
	 * @return the name of the algorithm in Java, such as {@code SHA256withRSA}
	 */
	public @Nullable String signatureAlgorithm() {
		return fact(X509Certificate::getSigAlgName);
	}

	/**
	 * Return a short name for messages.
	 * @return the subject, quoted and shortened, and the first 16 digits of the
	 * fingerprint
	 */
	public String displayName() {
		String subject = subject();
		String digits = this.sha256.substring(0, 16) + "…";
		return (subject != null) ? Excerpt.quoted(subject) + " (SHA-256 " + digits + ")" : "with SHA-256 " + digits;
	}

	/**
	 * Return the binary form.
	 * @return a copy of the DER
	 */
	public byte[] der() {
		return this.der.clone();
	}

	/**
	 * Return the certificate as PEM.
	 * @return lines of 64 characters between a {@code BEGIN} and an {@code END} line,
	 * each followed by a line feed
	 */
	public String pem() {
		return "-----BEGIN CERTIFICATE-----\n" + LINES.encodeToString(this.der) + "\n-----END CERTIFICATE-----\n";
	}

	/**
	 * Return the certificate in the form of metadata.
	 * @return the base64 of the DER, on one line
	 */
	public String base64() {
		return Base64.getEncoder().encodeToString(this.der);
	}

	/**
	 * Return whether the certificate is valid.
	 * @param now the current time
	 * @return whether the time is within the validity; {@code false} for an unreadable
	 * certificate
	 */
	public boolean isValid(Instant now) {
		return isReadable() && !isExpired(now) && !isNotYetValid(now);
	}

	/**
	 * Return whether the certificate has expired.
	 * @param now the current time
	 * @return whether the time is after the validity; {@code false} for an unreadable
	 * certificate
	 */
	public boolean isExpired(Instant now) {
		Instant notAfter = notAfter();
		return notAfter != null && now.isAfter(notAfter);
	}

	/**
	 * Return whether the certificate is not valid yet.
	 * @param now the current time
	 * @return whether the time is before the validity; {@code false} for an unreadable
	 * certificate
	 */
	public boolean isNotYetValid(Instant now) {
		Instant notBefore = notBefore();
		return notBefore != null && now.isBefore(notBefore);
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
		String subject = subject();
		return "SigningCertificate["
				+ ((subject != null) ? "subject=" + Excerpt.quoted(subject) + ", notAfter=" + notAfter() : "unreadable")
				+ ", sha256=" + this.sha256 + "]";
	}

}
