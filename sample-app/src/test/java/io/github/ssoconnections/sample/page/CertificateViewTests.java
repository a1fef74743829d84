// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CertificateViewTests {

	private static final Instant NOW = Instant.ofEpochMilli(1_800_000_000_000L);

	@Test
	void showsEveryTrustedCertificate() {
		assertThat(CertificateView.of(entry(
				List.of(certificate(NOW.plusSeconds(86400)), certificate(NOW.minusSeconds(86400)), certificate(null))),
				NOW))
			.extracting(CertificateView::distance, CertificateView::style)
			.containsExactly(tuple("in 1 day", "expiring"), tuple("1 day ago", "expired"), tuple("", "unknown"));
	}

	@Test
	void showsTheClientSecret() {
		CatalogEntry entry = entry(null)
			.withDetails(CatalogEntry.Details.NONE.withOidcSecretExpiresAt(NOW.plusSeconds(1)));
		assertThat(CertificateView.of(entry, NOW))
			.containsExactly(new CertificateView("2027-01-15", "in less than a day", "Expires soon", "expiring"));
	}

	@Test
	void showsNoneWhereThereAreNone() {
		assertThat(CertificateView.of(entry(List.of()), NOW)).isEmpty();
		assertThat(CertificateView.of(entry(null), NOW)).isEmpty();
	}

	private static CatalogEntry entry(List<CatalogCertificate> certificates) {
		return new CatalogEntry("clerk", Account.DEFAULT, "ent_1", "Acme", CatalogEntry.SAML, "saml_okta", true,
				List.of(), certificates);
	}

	private static CatalogCertificate certificate(Instant notAfter) {
		return new CatalogCertificate(null, null, null, notAfter);
	}

}
