// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.lint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;

/**
 * Checks certificates and metadata, for any vendor. Findings are sorted by severity,
 * errors first, and by the order of the certificates.
 */
public final class CertificateLint {

	private static final int MIN_RSA_BITS = 2048;

	private static final int MIN_CURVE_BITS = 256;

	private static final Pattern WEAK_HASH = Pattern.compile("(?i)(MD[245]|SHA-?1)(?!\\d).*");

	private CertificateLint() {
	}

	/**
	 * Check certificates that are trusted together, with the default thresholds.
	 * @param certificates the certificates; no finding for an empty list
	 * @param now the current time
	 * @return the findings
	 */
	public static List<Finding> check(List<SigningCertificate> certificates, Instant now) {
		return check(certificates, now, Thresholds.DEFAULT);
	}

	/**
	 * Check certificates that are trusted together.
	 * @param certificates the certificates; no finding for an empty list
	 * @param now the current time
	 * @param thresholds the thresholds of expiry
	 * @return the findings
	 */
	public static List<Finding> check(List<SigningCertificate> certificates, Instant now, Thresholds thresholds) {
		Assert.notNull(certificates, "'certificates' must not be null");
		Assert.notNull(now, "'now' must not be null");
		Assert.notNull(thresholds, "'thresholds' must not be null");
		List<Finding> findings = new ArrayList<>();
		checkCertificates(certificates, now, thresholds, findings);
		return Finding.sorted(findings);
	}

	/**
	 * Check metadata, with the default thresholds.
	 * @param metadata the metadata
	 * @param now the current time
	 * @return the findings
	 */
	public static List<Finding> check(SamlMetadata metadata, Instant now) {
		return check(metadata, now, Thresholds.DEFAULT);
	}

	/**
	 * Check metadata and the certificates in it.
	 * @param metadata the metadata
	 * @param now the current time
	 * @param thresholds the thresholds of expiry
	 * @return the findings
	 */
	public static List<Finding> check(SamlMetadata metadata, Instant now, Thresholds thresholds) {
		Assert.notNull(metadata, "'metadata' must not be null");
		Assert.notNull(now, "'now' must not be null");
		Assert.notNull(thresholds, "'thresholds' must not be null");
		List<Finding> findings = new ArrayList<>(metadata.findings());
		if (metadata.validUntil() != null && !now.isBefore(metadata.validUntil())) {
			findings.add(FindingCode.METADATA_EXPIRED
				.finding("The metadata was valid until " + metadata.validUntil() + "."));
		}
		if (metadata.entityId() == null) {
			findings.add(FindingCode.ENTITY_ID_MISSING.finding("The metadata has no entity ID."));
		}
		checkSsoUrls(metadata, findings);
		if (metadata.signingCertificates().isEmpty()) {
			findings.add(FindingCode.SIGNING_CERTIFICATE_MISSING.finding("The metadata has no signing certificate."));
		}
		checkCertificates(metadata.signingCertificates(), now, thresholds, findings);
		return Finding.sorted(findings);
	}

	private static void checkSsoUrls(SamlMetadata metadata, List<Finding> findings) {
		if (metadata.ssoUrls().isEmpty()) {
			findings.add(FindingCode.SSO_URL_MISSING.finding("The metadata has no SSO URL."));
		}
		else if (metadata.ssoUrl() == null) {
			findings.add(FindingCode.SSO_BINDING_UNKNOWN
				.finding("The metadata has no SSO URL for HTTP-Redirect or HTTP-POST."));
		}
		metadata.ssoUrls()
			.stream()
			.map(SamlMetadata.SsoUrl::location)
			.distinct()
			.forEach((location) -> findings.addAll(UrlLint.checkBrowserUrl("SSO URL", location)));
	}

	private static void checkCertificates(List<SigningCertificate> certificates, Instant now, Thresholds thresholds,
			List<Finding> findings) {
		Instant soon = now.plus(thresholds.error());
		boolean covered = certificates.stream().anyMatch((certificate) -> {
			Instant notAfter = certificate.notAfter();
			return certificate.isValid(now) && notAfter != null && notAfter.isAfter(soon);
		});
		Set<SigningCertificate> seen = new HashSet<>();
		for (SigningCertificate certificate : certificates) {
			if (!seen.add(certificate)) {
				findings
					.add(FindingCode.CERTIFICATE_DUPLICATE.finding(describe(certificate) + " occurs more than once."));
				continue;
			}
			Severity severity = (covered) ? Severity.WARNING : Severity.ERROR;
			Instant notAfter = certificate.notAfter();
			if (notAfter == null) {
				findings.add(FindingCode.CERTIFICATE_INVALID.finding(severity,
						describe(certificate) + " cannot be read: " + certificate.unreadableReason() + "."));
				continue;
			}
			checkValidity(certificate, notAfter, now, thresholds, severity, findings);
			checkStrength(certificate, findings);
		}
	}

	private static void checkValidity(SigningCertificate certificate, Instant notAfter, Instant now,
			Thresholds thresholds, Severity severity, List<Finding> findings) {
		if (certificate.isExpired(now)) {
			findings.add(FindingCode.CERTIFICATE_EXPIRED.finding(severity,
					describe(certificate) + " expired on " + notAfter + "."));
		}
		else if (certificate.isNotYetValid(now)) {
			findings.add(FindingCode.CERTIFICATE_NOT_YET_VALID.finding(severity,
					describe(certificate) + " is not valid before " + certificate.notBefore() + "."));
		}
		else {
			Duration left = Duration.between(now, notAfter);
			if (left.compareTo(thresholds.warning()) <= 0) {
				boolean near = left.compareTo(thresholds.error()) <= 0;
				findings.add(FindingCode.CERTIFICATE_EXPIRING.finding((near) ? severity : Severity.WARNING,
						describe(certificate) + " expires in " + days(left) + ", on " + notAfter + "."));
			}
		}
	}

	private static void checkStrength(SigningCertificate certificate, List<Finding> findings) {
		Integer bits = certificate.keySize();
		String algorithm = certificate.keyAlgorithm();
		boolean factored = algorithm != null && Set.of("RSA", "DSA", "RSASSA-PSS").contains(algorithm);
		if (bits != null && bits < ((factored) ? MIN_RSA_BITS : MIN_CURVE_BITS)) {
			findings.add(FindingCode.KEY_WEAK
				.finding(describe(certificate) + " has a key of " + bits + " bits (" + algorithm + ")."));
		}
		String signature = certificate.signatureAlgorithm();
		if (signature != null && WEAK_HASH.matcher(signature).matches()) {
			boolean selfSigned = Objects.equals(certificate.subject(), certificate.issuer());
			findings.add(FindingCode.CERTIFICATE_SIGNATURE_WEAK.finding((selfSigned) ? Severity.INFO : Severity.WARNING,
					describe(certificate) + " is signed with " + signature + "."));
		}
	}

	private static String describe(SigningCertificate certificate) {
		return "The certificate " + certificate.displayName();
	}

	private static String days(Duration left) {
		long days = left.toDays();
		return (days == 0) ? "less than a day" : (days == 1) ? "1 day" : days + " days";
	}

	/**
	 * Thresholds of the remaining validity of a certificate.
	 *
	 * @param warning the remaining validity at which a warning starts
	 * @param error the remaining validity at which an error starts, at most that of the
	 * warning
	 */
	public record Thresholds(Duration warning, Duration error) {

		/** 30 days and 7 days. */
		public static final Thresholds DEFAULT = new Thresholds(Duration.ofDays(30), Duration.ofDays(7));

		public Thresholds {
			Assert.notNull(warning, "'warning' must not be null");
			Assert.notNull(error, "'error' must not be null");
			Assert.isTrue(!error.isNegative(), "'error' must not be negative");
			Assert.isTrue(error.compareTo(warning) <= 0, "'error' must not be longer than 'warning'");
		}

	}

}
