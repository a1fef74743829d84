// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.certificate;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.lint.CertificateLint;
import io.github.ssoconnections.monitor.CertificateStatus;
import org.jspecify.annotations.Nullable;

/**
 * A signing certificate that a connection trusts.
 *
 * @param state how it stands by itself, such as {@code expiring}
 * @param notAfter the end of its validity
 * @param notBefore the start of its validity
 * @param vendor the vendor
 * @param connectionId the vendor's id of the connection
 * @param connectionName the display name of the connection
 * @param active whether users can sign in there
 * @param connectionState how all certificates of the connection stand, taken together
 * @param sha256 the SHA-256 fingerprint
 * @param subject whom it was issued to
 * @param unreadable whether Java cannot read it, so that its dates are the vendor's word
 */
record TrustedCertificate(String state, @Nullable Instant notAfter, @Nullable Instant notBefore, String vendor,
		@Nullable String connectionId, @Nullable String connectionName, @Nullable Boolean active,
		String connectionState, @Nullable String sha256, @Nullable String subject, boolean unreadable) {

	static List<TrustedCertificate> of(CatalogEntry connection, Instant now, CertificateLint.Thresholds thresholds) {
		List<CatalogCertificate> certificates = connection.certificates();
		if (certificates == null) {
			return List.of();
		}
		CertificateStatus all = CertificateStatus.of(certificates, now, thresholds);
		return certificates.stream().map((certificate) -> {
			CertificateStatus one = CertificateStatus.of(List.of(certificate), now, thresholds);
			return new TrustedCertificate(one.state().toString(), certificate.notAfter(), certificate.notBefore(),
					connection.vendor(), connection.id(), connection.name(), connection.active(),
					all.state().toString(), certificate.sha256(), certificate.subject(), certificate.unreadable());
		}).toList();
	}

}
