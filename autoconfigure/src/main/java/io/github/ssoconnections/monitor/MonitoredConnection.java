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
 * A connection as of the last refresh.
 *
 * @param name the display name
 * @param active whether the connection may be active
 * @param certificates the certificates
 */
record MonitoredConnection(@Nullable String name, boolean active, @Nullable List<CatalogCertificate> certificates) {

	static MonitoredConnection of(CatalogEntry entry) {
		return new MonitoredConnection(entry.name(), !Boolean.FALSE.equals(entry.active()), entry.certificates());
	}

	CertificateStatus status(Instant now, CertificateLint.Thresholds thresholds) {
		return CertificateStatus.of(this.certificates, now, thresholds);
	}

	boolean differsFrom(MonitoredConnection before) {
		return isKnown() && before.isKnown() && !Set.copyOf(fingerprints()).equals(Set.copyOf(before.fingerprints()));
	}

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
