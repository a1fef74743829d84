// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.catalog.CatalogCertificate;
import org.jspecify.annotations.Nullable;

/**
 * Signing certificates that a connection trusts, and how they can be changed.
 *
 * @param connectionId the vendor's id of the connection
 * @param certificates the certificates, the primary certificate first
 * @param findings the findings about the connection, errors first
 * @param metadataUrl the metadata URL of the connection, {@code null} if it has none
 * @param unsupported the actions that the connection does not support, each with the
 * reason as a sentence
 */
public record RotationState(String connectionId, List<Certificate> certificates, List<Finding> findings,
		@Nullable String metadataUrl, Map<RotationAction, String> unsupported) {

	public RotationState {
		certificates = List.copyOf(certificates);
		findings = List.copyOf(findings);
		unsupported = Map.copyOf(unsupported);
	}

	/**
	 * Return whether the connection supports an action.
	 * @param action the action
	 * @return whether there is no reason against it
	 */
	public boolean isSupported(RotationAction action) {
		return !this.unsupported.containsKey(action);
	}

	/**
	 * Certificate that is trusted.
	 *
	 * @param certificate the certificate
	 * @param daysLeft the full days until it expires, negative once it has expired;
	 * {@code null} if its end is unknown
	 */
	public record Certificate(CatalogCertificate certificate, @Nullable Long daysLeft) {

		/**
		 * Create an entry.
		 * @param certificate the certificate
		 * @param now the current time
		 * @return the entry
		 */
		public static Certificate of(CatalogCertificate certificate, Instant now) {
			Instant end = certificate.notAfter();
			return new Certificate(certificate,
					(end != null) ? Math.floorDiv(Duration.between(now, end).toSeconds(), 86_400L) : null);
		}

	}

}
