// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.certificate.SigningCertificate;
import org.jspecify.annotations.Nullable;

/**
 * Certificate to be trusted in place of another one.
 *
 * @param certificate the certificate to trust
 * @param replaced the SHA-256 fingerprint of the certificate to replace; {@code null} for
 * the only one
 * @param givesUpMetadataUrl whether the metadata URL of the connection may be removed,
 * which Auth0 needs
 */
public record CertificateReplacement(SigningCertificate certificate, @Nullable String replaced,
		boolean givesUpMetadataUrl) {

	public CertificateReplacement {
		Assert.notNull(certificate, "'certificate' must not be null");
	}

	/**
	 * Return a replacement of the only certificate, which keeps the metadata URL.
	 * @param certificate the certificate to trust
	 * @return the replacement
	 */
	public static CertificateReplacement of(SigningCertificate certificate) {
		return new CertificateReplacement(certificate, null, false);
	}

	/**
	 * Return a copy that replaces a certificate.
	 * @param sha256 the SHA-256 fingerprint, 64 hexadecimal digits, with or without
	 * colons
	 * @return the replacement
	 */
	public CertificateReplacement replacing(String sha256) {
		Assert.hasText(sha256, "'sha256' must not be empty");
		return new CertificateReplacement(this.certificate, sha256, this.givesUpMetadataUrl);
	}

	/**
	 * Return a copy that may remove the metadata URL of the connection. Nobody reads the
	 * metadata any more then.
	 * @return the replacement
	 */
	public CertificateReplacement givingUpMetadataUrl() {
		return new CertificateReplacement(this.certificate, this.replaced, true);
	}

}
