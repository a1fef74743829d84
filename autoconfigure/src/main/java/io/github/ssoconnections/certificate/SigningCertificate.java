// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import javax.security.auth.x500.X500Principal;

import io.github.ssoconnections.Excerpt;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A certificate whose key an IdP signs with. Two are equal if they are the same bytes.
 * <p>
 * Nothing is verified: an IdP's certificate is trusted because someone configured it, and
 * not for who has signed it. {@link #of}, {@link #parse} and {@link #parseAll} read what
 * is about to be trusted, and so return none that {@link #isReadable() Java cannot read};
 * {@link CertificateText} and {@link SamlMetadata} read what is there, and may.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280">RFC 5280, X.509</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468, PEM</a>
 */
public final class SigningCertificate {

	private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] { '\n' });

	/** Which RFC 2253 has no name for, and certificates of Okta begin with. */
	private static final Map<String, String> EMAIL_ADDRESS = Map.of("1.2.840.113549.1.9.1", "EMAILADDRESS");

	private final byte[] der;

	private final @Nullable X509Certificate certificate;

	private final @Nullable String unreadableReason;

	private final String sha256;

	private SigningCertificate(byte[] der, @Nullable X509Certificate certificate, @Nullable String unreadableReason) {
		this.der = der;
		this.certificate = certificate;
		this.unreadableReason = unreadableReason;
		this.sha256 = fingerprint(der);
	}

	/**
	 * Read a certificate in its binary form.
	 * @param der the certificate in DER, at most 64 KiB
	 * @return the certificate
	 * @throws InvalidCertificateException if the bytes are anything else, or Java cannot
	 * read them
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
	 * Read a certificate that Java may be unable to read.
	 * @param der the bytes, which are kept
	 * @return the certificate
	 * @throws InvalidCertificateException if the bytes are something else
	 */
	static SigningCertificate read(byte[] der) {
		X509Reader.Result result = X509Reader.read(der);
		return new SigningCertificate(der, result.certificate(), result.problem());
	}

	/**
	 * Read the one certificate in a text.
	 * @param text text with PEM in it, or the base64 of DER or of PEM alone; lines may
	 * have any length. Of a chain, the one that issued no other is it
	 * @return the certificate
	 * @throws InvalidCertificateException if there is no certificate in the text, more
	 * than one, one that Java cannot read, or a private key
	 */
	public static SigningCertificate parse(String text) {
		List<SigningCertificate> certificates = parseAll(text).stream().distinct().toList();
		List<SigningCertificate> signers = new CertificateChain().split(certificates).signers();
		if (signers.size() > 1) {
			throw new InvalidCertificateException(
					"There are " + certificates.size() + " certificates in this text, and one is expected");
		}
		return signers.get(0);
	}

	/**
	 * Read all certificates in a text.
	 * @param text text with PEM in it, or the base64 of DER or of PEM alone; at most 1
	 * MiB and 100 certificates
	 * @return the certificates in their order, at least one, the same one twice if it is
	 * there twice
	 * @throws InvalidCertificateException if there is no certificate in the text,
	 * something that is none, one that Java cannot read, or a private key
	 * @see CertificateText
	 */
	public static List<SigningCertificate> parseAll(String text) {
		Assert.notNull(text, "'text' must not be null");
		CertificateReader reader = CertificateReader.read(text);
		if (!reader.problems().isEmpty()) {
			throw new InvalidCertificateException(reader.problems().get(0));
		}
		if (reader.certificates().isEmpty()) {
			throw new InvalidCertificateException("The text is empty: a certificate is expected");
		}
		return reader.certificates();
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
	 * Return whether Java can read it. Of one that it cannot, nothing is known but its
	 * bytes: all facts are {@code null}, and it is never valid. A connection may trust
	 * one nevertheless, as its vendor reads certificates by other means.
	 * @return whether there are facts
	 */
	public boolean isReadable() {
		return this.certificate != null;
	}

	/**
	 * Return why Java cannot read it.
	 * @return the reason, a sentence without its stop, or {@code null} if it can
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
	 * Return whose certificate this is.
	 * @return the distinguished name as in RFC 2253, such as
	 * {@code CN=idp.acme.com,O=Acme}
	 */
	public @Nullable String subject() {
		return fact((certificate) -> name(certificate.getSubjectX500Principal()));
	}

	/**
	 * Return who has signed it: for most IdPs, the subject itself.
	 * @return the distinguished name as in RFC 2253
	 */
	public @Nullable String issuer() {
		return fact((certificate) -> name(certificate.getIssuerX500Principal()));
	}

	private static String name(X500Principal principal) {
		return principal.getName(X500Principal.RFC2253, EMAIL_ADDRESS);
	}

	/**
	 * Return the number that the issuer gave it.
	 * @return the serial number in lower-case hexadecimal digits
	 */
	public @Nullable String serialNumber() {
		return fact((certificate) -> certificate.getSerialNumber().toString(16));
	}

	/**
	 * Return when it begins to be valid.
	 * @return the start of its validity, itself included
	 */
	public @Nullable Instant notBefore() {
		return fact((certificate) -> certificate.getNotBefore().toInstant());
	}

	/**
	 * Return when it ceases to be valid.
	 * @return the end of its validity, itself included
	 */
	public @Nullable Instant notAfter() {
		return fact((certificate) -> certificate.getNotAfter().toInstant());
	}

	/**
	 * Return the fingerprint, which identifies it.
	 * @return the SHA-256 of the DER, 64 lower-case hexadecimal digits; never
	 * {@code null}
	 */
	public String sha256() {
		return this.sha256;
	}

	/**
	 * Return the kind of its key.
	 * @return the algorithm: {@code RSA}, {@code EC}, {@code DSA}, {@code Ed25519},
	 * {@code Ed448}, or what else Java calls it
	 */
	public @Nullable String keyAlgorithm() {
		return fact((certificate) -> KeyFacts.algorithm(certificate.getPublicKey()));
	}

	/**
	 * Return the size of its key.
	 * @return the size in bits: the modulus of RSA and DSA, the field of an elliptic
	 * curve, the encoded key of Ed25519 (256) and Ed448 (456), or {@code null} if the
	 * kind of key is none of these
	 */
	public @Nullable Integer keySize() {
		return (this.certificate != null) ? KeyFacts.size(this.certificate.getPublicKey()) : null;
	}

	/**
	 * Return how it is signed itself, which is not how the IdP signs assertions.
	 * @return the algorithm as Java names it, such as {@code SHA256withRSA}
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
	 * Return whether it is valid.
	 * @param now the current time
	 * @return whether that is neither before its start nor after its end; {@code false}
	 * for one that Java cannot read
	 */
	public boolean isValid(Instant now) {
		return isReadable() && !isExpired(now) && !isNotYetValid(now);
	}

	/**
	 * Return whether its validity is over.
	 * @param now the current time
	 * @return whether that is after its end; {@code false} for one that Java cannot read
	 */
	public boolean isExpired(Instant now) {
		Instant notAfter = notAfter();
		return notAfter != null && now.isAfter(notAfter);
	}

	/**
	 * Return whether its validity is still to come.
	 * @param now the current time
	 * @return whether that is before its start; {@code false} for one that Java cannot
	 * read
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
