// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How a signing certificate stands.
 */
enum CertificateState {

	EXPIRED("Expired"), EXPIRING("Expires soon"), OK("OK"), UNKNOWN("Unknown");

	/** As the vendor's own dashboard. */
	private static final Duration SOON = Duration.ofDays(30);

	private final String label;

	CertificateState(String label) {
		this.label = label;
	}

	static CertificateState of(@Nullable Instant expiresAt, Instant now) {
		if (expiresAt == null) {
			return UNKNOWN;
		}
		if (!expiresAt.isAfter(now)) {
			return EXPIRED;
		}
		return expiresAt.isAfter(now.plus(SOON)) ? OK : EXPIRING;
	}

	String label() {
		return this.label;
	}

	String style() {
		return name().toLowerCase(Locale.ROOT);
	}

}
