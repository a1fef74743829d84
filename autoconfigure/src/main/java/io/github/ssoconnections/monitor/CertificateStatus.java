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
 * How long a connection's signing certificates, taken together, let users sign in. Which
 * of them the IdP signs with cannot be known: what counts is until when, without a gap,
 * at least one of them is valid. While the next certificate is trusted beside one that
 * expires, the connection is as good as the next one.
 * <p>
 * Of certificates that Java cannot read, the vendor's dates are all there is. They do not
 * count while one that can be read is valid. Where none is, they tell what is about to
 * end, or has ended; but that the connection is valid, nobody can say of them.
 *
 * @param state the state
 * @param expiresAt when the last certificate that is valid, or was, stops to be so;
 * {@code null} if no end is known
 */
public record CertificateStatus(CertificateState state, @Nullable Instant expiresAt) {

	/**
	 * Return the status of certificates.
	 * @param certificates the certificates, {@code null} if the vendor does not tell
	 * @param now the time to judge at
	 * @param thresholds when the end is near
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
		CertificateStatus told = of(certificates, true, now, thresholds);
		if (told.state() == CertificateState.VALID) {
			return new CertificateStatus(CertificateState.UNKNOWN, told.expiresAt());
		}
		boolean ended = told.state() == CertificateState.EXPIRED || told.state() == CertificateState.NOT_YET_VALID;
		return (ended && readable.state() != CertificateState.UNKNOWN) ? readable : told;
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
