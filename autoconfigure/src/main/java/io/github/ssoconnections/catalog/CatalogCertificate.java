// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.catalog;

import java.time.Instant;

import io.github.ssoconnections.certificate.SigningCertificate;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of a signing certificate of an IdP that a connection trusts. Any
 * component is {@code null} when the vendor does not tell it.
 *
 * @param sha256 the SHA-256 fingerprint, 64 hexadecimal digits in lower case
 * @param subject whom it was issued to, as in RFC 2253
 * @param notBefore the start of its validity
 * @param notAfter the end of its validity
 * @param unreadable whether the vendor tells the certificate, and Java cannot read it:
 * start and end are then what the vendor says of it
 */
public record CatalogCertificate(@Nullable String sha256, @Nullable String subject, @Nullable Instant notBefore,
		@Nullable Instant notAfter, boolean unreadable) {

	/**
	 * Create what there is to know of a certificate that can be read, or that the vendor
	 * does not tell.
	 * @param sha256 the SHA-256 fingerprint
	 * @param subject whom it was issued to
	 * @param notBefore the start of its validity
	 * @param notAfter the end of its validity
	 */
	public CatalogCertificate(@Nullable String sha256, @Nullable String subject, @Nullable Instant notBefore,
			@Nullable Instant notAfter) {
		this(sha256, subject, notBefore, notAfter, false);
	}

	/**
	 * Return what there is to know of a certificate.
	 * @param certificate the certificate
	 * @return the facts, all of them if Java can read it
	 */
	public static CatalogCertificate of(SigningCertificate certificate) {
		return of(certificate, null, null);
	}

	/**
	 * Return what there is to know of a certificate, in part from the vendor.
	 * @param certificate the certificate
	 * @param notBefore the start of its validity as the vendor has it, which counts if
	 * Java cannot read the certificate
	 * @param notAfter the end of its validity as the vendor has it
	 * @return the facts
	 */
	public static CatalogCertificate of(SigningCertificate certificate, @Nullable Instant notBefore,
			@Nullable Instant notAfter) {
		return certificate.isReadable()
				? new CatalogCertificate(certificate.sha256(), certificate.subject(), certificate.notBefore(),
						certificate.notAfter())
				: new CatalogCertificate(certificate.sha256(), null, notBefore, notAfter, true);
	}

}
