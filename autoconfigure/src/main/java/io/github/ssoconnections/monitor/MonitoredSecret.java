// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.lint.CertificateLint;
import org.jspecify.annotations.Nullable;

/**
 * The client secret of an OIDC connection.
 *
 * @param name the display name of the connection
 * @param active whether the connection may be active
 * @param expiresAt the time that the application has noted
 */
record MonitoredSecret(@Nullable String name, boolean active, Instant expiresAt) {

	/**
	 * Return the client secrets whose expiry is known.
	 * @param entries the connections
	 * @return the client secrets by id of the connection
	 */
	static Map<String, MonitoredSecret> of(Collection<CatalogEntry> entries) {
		Map<String, MonitoredSecret> secrets = new HashMap<>();
		for (CatalogEntry entry : entries) {
			Instant expiresAt = entry.details().oidcSecretExpiresAt();
			if (entry.id() != null && expiresAt != null) {
				secrets.put(entry.id(),
						new MonitoredSecret(entry.name(), !Boolean.FALSE.equals(entry.active()), expiresAt));
			}
		}
		return secrets;
	}

	/**
	 * Return the state, as that of a certificate with the same end.
	 * @param now the current time
	 * @param thresholds the thresholds of expiry
	 * @return the state
	 */
	CertificateState state(Instant now, CertificateLint.Thresholds thresholds) {
		return CertificateStatus.of(List.of(new CatalogCertificate(null, null, null, this.expiresAt)), now, thresholds)
			.state();
	}

}
