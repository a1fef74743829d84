// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.catalog;

import java.time.Instant;

import io.github.ssoconnections.certificate.SigningCertificate;
import org.jspecify.annotations.Nullable;

/**
 * A trusted signing certificate of a connection. A component is {@code null} if it is
 * absent from the response of the vendor.
 *
 * @param sha256 the SHA-256 fingerprint, 64 hexadecimal digits in lower case
 * @param subject the subject, in the format of RFC 2253
 * @param notBefore the start of its validity
 * @param notAfter the end of its validity
 * @param unreadable whether Java cannot read the certificate; its validity is then that
 * reported by the vendor
 */
public record CatalogCertificate(@Nullable String sha256, @Nullable String subject, @Nullable Instant notBefore,
		@Nullable Instant notAfter, boolean unreadable) {

	/**
	 * Create a certificate that is readable, or absent from the response of the vendor.
	 * @param sha256 the SHA-256 fingerprint
	 * @param subject the subject
	 * @param notBefore the start of its validity
	 * @param notAfter the end of its validity
	 */
	public CatalogCertificate(@Nullable String sha256, @Nullable String subject, @Nullable Instant notBefore,
			@Nullable Instant notAfter) {
		this(sha256, subject, notBefore, notAfter, false);
	}

	/**
	 * Create the entry of a certificate.
	 * @param certificate the certificate
	 * @return the entry, with all components if Java can read the certificate
	 */
	public static CatalogCertificate of(SigningCertificate certificate) {
		return of(certificate, null, null);
	}

	/**
	 * Create the entry of a certificate, with the validity reported by the vendor.
	 * @param certificate the certificate
	 * @param notBefore the start of its validity, used if Java cannot read the
	 * certificate
	 * @param notAfter the end of its validity, used if Java cannot read the certificate
	 * @return the entry
	 */
	public static CatalogCertificate of(SigningCertificate certificate, @Nullable Instant notBefore,
			@Nullable Instant notAfter) {
		return certificate.isReadable()
				? new CatalogCertificate(certificate.sha256(), certificate.subject(), certificate.notBefore(),
						certificate.notAfter())
				: new CatalogCertificate(certificate.sha256(), null, notBefore, notAfter, true);
	}

}
