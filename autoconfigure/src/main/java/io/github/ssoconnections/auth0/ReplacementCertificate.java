// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;

/**
 * The certificate that replaces the one of a connection, and what may be given up for it.
 *
 * @see Auth0ConnectionCertificates#replace(String, ReplacementCertificate)
 */
public final class ReplacementCertificate {

	private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

	private final SigningCertificate certificate;

	private final boolean withoutMetadataUrl;

	private ReplacementCertificate(SigningCertificate certificate, boolean withoutMetadataUrl) {
		this.certificate = certificate;
		this.withoutMetadataUrl = withoutMetadataUrl;
	}

	/**
	 * Replace by a certificate.
	 * @param certificate the certificate, which Java must be able to read
	 * @return the replacement
	 */
	public static ReplacementCertificate of(SigningCertificate certificate) {
		Assert.notNull(certificate, "'certificate' must not be null");
		Assert.isTrue(certificate.isReadable(),
				() -> "'certificate' must be readable. " + certificate.unreadableReason());
		return new ReplacementCertificate(certificate, false);
	}

	/**
	 * Replace by the only certificate in metadata that is valid now. Nothing else is
	 * taken from the metadata.
	 * @param metadata the metadata of the IdP
	 * @return the replacement
	 * @throws InvalidArgumentException if none or several of the certificates are valid
	 * now; the message lists the certificates by fingerprint, subject and validity, for
	 * {@link #of(SamlMetadata, String)}
	 */
	public static ReplacementCertificate of(SamlMetadata metadata) {
		Assert.notNull(metadata, "'metadata' must not be null");
		return of(onlyValid(metadata, Instant.now()));
	}

	/**
	 * Replace by one of the certificates in metadata. Nothing else is taken from the
	 * metadata.
	 * @param metadata the metadata of the IdP
	 * @param sha256 the SHA-256 fingerprint of the certificate, 64 hexadecimal digits,
	 * with or without colons
	 * @return the replacement
	 * @throws InvalidArgumentException if the metadata has no such certificate; the
	 * message lists those that it has
	 */
	public static ReplacementCertificate of(SamlMetadata metadata, String sha256) {
		Assert.notNull(metadata, "'metadata' must not be null");
		String digits = digits(sha256);
		return of(usable(metadata).stream()
			.filter((one) -> one.sha256().equals(digits))
			.findFirst()
			.orElseThrow(() -> new InvalidArgumentException(
					"The metadata has no certificate " + digits + ", but: " + listed(usable(metadata)))));
	}

	static String digits(String sha256) {
		Assert.notNull(sha256, "'sha256' must not be null");
		String digits = sha256.replace(":", "").toLowerCase(Locale.ROOT);
		Assert.isTrue(SHA256.matcher(digits).matches(), "'sha256' must be 64 hexadecimal digits");
		return digits;
	}

	static SigningCertificate onlyValid(SamlMetadata metadata, Instant now) {
		List<SigningCertificate> usable = usable(metadata);
		List<SigningCertificate> valid = usable.stream().filter((one) -> one.isValid(now)).toList();
		if (valid.size() == 1) {
			return valid.get(0);
		}
		throw new InvalidArgumentException(((valid.isEmpty()) ? "None" : "More than one")
				+ " of the certificates in the metadata is valid now, and Auth0 uses one: name the wanted one "
				+ "by its fingerprint, as the argument 'sha256': " + listed(usable));
	}

	private static List<SigningCertificate> usable(SamlMetadata metadata) {
		List<SigningCertificate> usable = metadata.signingCertificates()
			.stream()
			.filter(SigningCertificate::isReadable)
			.distinct()
			.toList();
		if (usable.isEmpty()) {
			throw new InvalidArgumentException(String.valueOf(metadata.unfitReason()));
		}
		return usable;
	}

	private static String listed(List<SigningCertificate> certificates) {
		return certificates.stream()
			.map((one) -> one.sha256() + " (" + subject(one) + ", valid from " + one.notBefore() + " to "
					+ one.notAfter() + ")")
			.collect(Collectors.joining("; "));
	}

	private static String subject(SigningCertificate certificate) {
		String subject = certificate.subject();
		return (subject == null || subject.isEmpty()) ? "no subject" : subject;
	}

	/**
	 * Return a copy that gives up the metadata URL of the connection. Otherwise, the
	 * replacement is rejected if the connection has one: Auth0 would read the certificate
	 * at the URL and use that one.
	 * @return the replacement
	 */
	public ReplacementCertificate givingUpMetadataUrl() {
		return new ReplacementCertificate(this.certificate, true);
	}

	/**
	 * Return the certificate.
	 * @return the certificate
	 */
	public SigningCertificate certificate() {
		return this.certificate;
	}

	/**
	 * Return whether the metadata URL of the connection is given up.
	 * @return whether it is given up
	 */
	public boolean givesUpMetadataUrl() {
		return this.withoutMetadataUrl;
	}

	@Override
	public String toString() {
		return "ReplacementCertificate[" + this.certificate.sha256()
				+ ((this.withoutMetadataUrl) ? ", giving up the metadata URL]" : "]");
	}

}
