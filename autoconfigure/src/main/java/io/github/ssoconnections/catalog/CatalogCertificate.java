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
 */
public record CatalogCertificate(@Nullable String sha256, @Nullable String subject, @Nullable Instant notBefore,
		@Nullable Instant notAfter) {

	/**
	 * Return what there is to know of a certificate.
	 * @param certificate the certificate
	 * @return the facts, all of them
	 */
	public static CatalogCertificate of(SigningCertificate certificate) {
		return new CatalogCertificate(certificate.sha256(), certificate.subject(), certificate.notBefore(),
				certificate.notAfter());
	}

}
