// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.time.Instant;

import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.client.WireJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CertificateViewTests {

	private static final Instant NOW = Instant.ofEpochMilli(1_800_000_000_000L);

	@Test
	void showsEveryTrustedCertificate() {
		assertThat(CertificateView.of(saml("""
				{"idp_certificates":[{"expires_at":1800086400000},{"expires_at":1799913600000},{"expires_at":null}]}
				"""), NOW)).extracting(CertificateView::distance, CertificateView::style)
			.containsExactly(tuple("in 1 day", "expiring"), tuple("1 day ago", "expired"), tuple("", "unknown"));
	}

	@Test
	void fallsBackToThePrimaryCertificate() {
		assertThat(CertificateView.of(saml("{\"idp_certificate_expires_at\":1800000001000}"), NOW))
			.containsExactly(new CertificateView("2027-01-15", "in less than a day", "Expires soon", "expiring"));
	}

	@Test
	void showsNoneWhereThereAreNone() {
		assertThat(CertificateView.of(saml("{\"idp_certificates\":[]}"), NOW)).isEmpty();
		assertThat(CertificateView.of(null, NOW)).isEmpty();
	}

	private static EnterpriseConnection.Saml saml(String json) {
		return WireJson.mapper().readValue(json, EnterpriseConnection.Saml.class);
	}

}
