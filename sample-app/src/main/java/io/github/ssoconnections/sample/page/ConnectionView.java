// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import org.jspecify.annotations.Nullable;

/**
 * A connection on the page.
 *
 * @param id the id
 * @param name the display name
 * @param provider the kind of IdP
 * @param domains the domains of its users
 * @param active whether users can sign in, {@code null} if the vendor did not say
 * @param organizationId the organization it belongs to
 * @param saml whether it has certificates at all
 * @param certificates the trusted certificates, the primary one first
 */
record ConnectionView(String id, String name, String provider, List<String> domains, @Nullable Boolean active,
		@Nullable String organizationId, boolean saml, List<CertificateView> certificates) {

	static ConnectionView of(EnterpriseConnection connection, Instant now) {
		ConnectionProvider provider = connection.provider();
		return new ConnectionView(Objects.requireNonNullElse(connection.id(), ""),
				Objects.requireNonNullElse(connection.name(), ""), (provider != null) ? provider.value() : "",
				Objects.requireNonNullElse(connection.domains(), List.of()), connection.active(),
				connection.organizationId(), connection.saml() != null, CertificateView.of(connection.saml(), now));
	}

}
