// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;

/**
 * A signing certificate on the page.
 *
 * @param date the day on which it expires, in UTC
 * @param distance how far away that is
 * @param label how it stands, in words
 * @param style how it stands, for the style sheet
 */
public record CertificateView(String date, String distance, String label, String style) {

	static List<CertificateView> of(CatalogEntry entry, Instant now) {
		List<CertificateView> views = new ArrayList<>();
		if (entry.certificates() != null) {
			entry.certificates().forEach((certificate) -> views.add(of(certificate.notAfter(), now)));
		}
		if (entry.details().oidcSecretExpiresAt() != null) {
			views.add(of(entry.details().oidcSecretExpiresAt(), now));
		}
		return views;
	}

	private static CertificateView of(@Nullable Instant expiresAt, Instant now) {
		CertificateState state = CertificateState.of(expiresAt, now);
		String date = (expiresAt != null) ? expiresAt.atZone(ZoneOffset.UTC).toLocalDate().toString() : "";
		return new CertificateView(date, (expiresAt != null) ? Times.distance(expiresAt, now) : "", state.label(),
				state.style());
	}

}
