// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.lint.CertificateLint;
import org.jspecify.annotations.Nullable;

/**
 * State and expiry of the signing certificates of a connection, taken together. The
 * certificate that the IdP signs with is not known, so the expiry is the end of the
 * period in which at least one certificate is valid, without a gap. If the next
 * certificate is trusted beside an expiring certificate, its expiry applies.
 * <p>
 * For certificates that Java cannot read, only the dates from the vendor are known. They
 * are ignored while a readable certificate is valid. Otherwise they can indicate that
 * certificates expire or have expired, but not that the connection is valid.
 *
 * @param state the state
 * @param expiresAt the time at which the last certificate expires or has expired;
 * {@code null} if it is not known
 */
public record CertificateStatus(CertificateState state, @Nullable Instant expiresAt) {

	/**
	 * Return the status of certificates.
	 * @param certificates the certificates, {@code null} if the response of the vendor
	 * does not contain them
	 * @param now the current time
	 * @param thresholds the thresholds of expiry
	 * @return the status
	 */
	public static CertificateStatus of(@Nullable List<CatalogCertificate> certificates, Instant now,
			CertificateLint.Thresholds thresholds) {
		if (certificates == null) {
			return new CertificateStatus(CertificateState.UNKNOWN, null);
		}
		if (certificates.isEmpty()) {
			return new CertificateStatus(CertificateState.NONE, null);
		}
		CertificateStatus readable = of(certificates, false, now, thresholds);
		if (certificates.stream().noneMatch(CatalogCertificate::unreadable) || isAhead(readable)) {
			return readable;
		}
		CertificateStatus reported = of(certificates, true, now, thresholds);
		if (reported.state() == CertificateState.VALID) {
			return new CertificateStatus(CertificateState.UNKNOWN, reported.expiresAt());
		}
		boolean ended = reported.state() == CertificateState.EXPIRED
				|| reported.state() == CertificateState.NOT_YET_VALID;
		return (ended && readable.state() != CertificateState.UNKNOWN) ? readable : reported;
	}

	private static CertificateStatus of(List<CatalogCertificate> certificates, boolean unreadable, Instant now,
			CertificateLint.Thresholds thresholds) {
		List<Validity> validities = certificates.stream()
			.filter((certificate) -> certificate.notAfter() != null && certificate.unreadable() == unreadable)
			.map(Validity::of)
			.sorted(Comparator.comparing(Validity::start))
			.toList();
		return validities.isEmpty() ? new CertificateStatus(CertificateState.UNKNOWN, null)
				: ofValidities(validities, now, thresholds);
	}

	private static boolean isAhead(CertificateStatus status) {
		Instant end = status.expiresAt();
		return end != null && status.state().compareTo(CertificateState.CRITICAL) <= 0;
	}

	private static CertificateStatus ofValidities(List<Validity> validities, Instant now,
			CertificateLint.Thresholds thresholds) {
		Instant covered = now;
		Instant lastEnd = null;
		for (Validity validity : validities) {
			if (!validity.start().isAfter(covered) && validity.end().isAfter(covered)) {
				covered = validity.end();
			}
			if (!validity.end().isAfter(now) && (lastEnd == null || validity.end().isAfter(lastEnd))) {
				lastEnd = validity.end();
			}
		}
		if (covered.isAfter(now)) {
			return new CertificateStatus(stateWith(Duration.between(now, covered), thresholds), covered);
		}
		return new CertificateStatus((lastEnd != null) ? CertificateState.EXPIRED : CertificateState.NOT_YET_VALID,
				lastEnd);
	}

	private static CertificateState stateWith(Duration left, CertificateLint.Thresholds thresholds) {
		if (left.compareTo(thresholds.error()) <= 0) {
			return CertificateState.CRITICAL;
		}
		return (left.compareTo(thresholds.warning()) <= 0) ? CertificateState.EXPIRING : CertificateState.VALID;
	}

	private record Validity(Instant start, Instant end) {

		private static Validity of(CatalogCertificate certificate) {
			Instant start = certificate.notBefore();
			Instant end = certificate.notAfter();
			return new Validity((start != null) ? start : Instant.MIN, (end != null) ? end : Instant.MIN);
		}

	}

}
