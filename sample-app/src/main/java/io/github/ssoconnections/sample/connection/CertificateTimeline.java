// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.onboarding.RotationState;
import org.jspecify.annotations.Nullable;

/**
 * The validity of certificates, drawn to scale from left to right.
 *
 * @param bars a bar for each certificate
 * @param now where the present is
 * @param height the height of the drawing
 */
record CertificateTimeline(List<Bar> bars, double now, int height) {

	static final int WIDTH = 600;

	private static final int ROW = 24;

	private static final Duration MARGIN = Duration.ofDays(60);

	private static final int SOON = 30;

	private static final int SHORT = 16;

	static CertificateTimeline of(List<RotationState.Certificate> certificates, Instant now) {
		Instant start = now.minus(MARGIN);
		Instant end = now.plus(MARGIN);
		for (RotationState.Certificate one : certificates) {
			Instant from = one.certificate().notBefore();
			Instant to = one.certificate().notAfter();
			start = (from != null && from.isBefore(start)) ? from : start;
			end = (to != null && to.isAfter(end)) ? to : end;
		}
		List<Bar> bars = new ArrayList<>();
		for (RotationState.Certificate one : certificates) {
			bars.add(bar(one, bars.size() * ROW, start, end));
		}
		return new CertificateTimeline(bars, scale(now, start, end), Math.max(ROW, bars.size() * ROW));
	}

	private static Bar bar(RotationState.Certificate one, int y, Instant start, Instant end) {
		CatalogCertificate certificate = one.certificate();
		Instant from = (certificate.notBefore() != null) ? certificate.notBefore() : start;
		Instant to = (certificate.notAfter() != null) ? certificate.notAfter() : from;
		double x = scale(from, start, end);
		String sha256 = certificate.sha256();
		Long days = one.daysLeft();
		return new Bar(sha256, (sha256 != null) ? sha256.substring(0, Math.min(SHORT, sha256.length())) : "unknown",
				certificate.subject(), day(certificate.notBefore()), day(certificate.notAfter()), describe(days),
				label(days), style(days), x, y + 4, Math.max(2, scale(to, start, end) - x));
	}

	private static double scale(Instant time, Instant start, Instant end) {
		double all = Duration.between(start, end).toSeconds();
		double part = Duration.between(start, time).toSeconds();
		return Math.round(Math.min(1, Math.max(0, part / all)) * WIDTH * 10) / 10.0;
	}

	private static String day(@Nullable Instant time) {
		return (time != null) ? LocalDate.ofInstant(time, ZoneOffset.UTC).toString() : "unknown";
	}

	private static String describe(@Nullable Long days) {
		if (days == null) {
			return "unknown";
		}
		return (days < 0) ? "expired" : (days == 1) ? "1 day left" : days + " days left";
	}

	private static String label(@Nullable Long days) {
		return (days != null) ? (days < 0) ? "Expired" : (days < SOON) ? "Expires soon" : "OK" : "Unknown";
	}

	private static String style(@Nullable Long days) {
		return (days != null) ? (days < 0) ? "expired" : (days < SOON) ? "expiring" : "ok" : "unknown";
	}

	/**
	 * Certificate on the time line.
	 *
	 * @param sha256 the fingerprint
	 * @param shortSha256 the beginning of the fingerprint
	 * @param subject the subject
	 * @param from the first day of its validity
	 * @param to the last day of its validity
	 * @param left the days that are left
	 * @param label how it stands, in words
	 * @param style how it stands, for the style sheet
	 * @param x where its validity begins
	 * @param y its row
	 * @param width how long its validity is
	 */
	record Bar(@Nullable String sha256, String shortSha256, @Nullable String subject, String from, String to,
			String left, String label, String style, double x, int y, double width) {

	}

}
