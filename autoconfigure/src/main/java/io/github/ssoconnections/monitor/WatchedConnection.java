// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.lint.CertificateLint;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a connection from one sweep to the next.
 *
 * @param active whether users may be signing in
 * @param certificates fingerprint and validity of the certificates
 */
record WatchedConnection(boolean active, @Nullable List<CatalogCertificate> certificates) {

	static WatchedConnection of(CatalogEntry entry) {
		List<CatalogCertificate> certificates = entry.certificates();
		return new WatchedConnection(!Boolean.FALSE.equals(entry.active()),
				(certificates != null) ? certificates.stream().map(WatchedConnection::withoutSubject).toList() : null);
	}

	private static CatalogCertificate withoutSubject(CatalogCertificate certificate) {
		return new CatalogCertificate(certificate.sha256(), null, certificate.notBefore(), certificate.notAfter(),
				certificate.unreadable());
	}

	CertificateStatus status(Instant now, CertificateLint.Thresholds thresholds) {
		return CertificateStatus.of(this.certificates, now, thresholds);
	}

	boolean trustsOthersThan(WatchedConnection before) {
		return isKnown() && before.isKnown() && !Set.copyOf(fingerprints()).equals(Set.copyOf(before.fingerprints()));
	}

	// One without a fingerprint may be any
	private boolean isKnown() {
		return this.certificates != null && this.certificates.stream().allMatch((one) -> one.sha256() != null);
	}

	List<String> fingerprints() {
		return (this.certificates == null) ? List.of()
				: this.certificates.stream()
					.map(CatalogCertificate::sha256)
					.filter(Objects::nonNull)
					.distinct()
					.collect(Collectors.toUnmodifiableList());
	}

}
