// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.Set;

import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.WaadOptions;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.client.Change;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a connection that its fields only imply.
 */
final class ConnectionFacts {

	private static final Set<ConnectionStrategy> SAML = Set.of(ConnectionStrategy.SAMLP,
			ConnectionStrategy.PINGFEDERATE);

	private static final Set<ConnectionStrategy> OIDC = Set.of(ConnectionStrategy.OIDC, ConnectionStrategy.OKTA,
			ConnectionStrategy.GOOGLE_APPS);

	private ConnectionFacts() {
	}

	static Change of(Auth0Connection connection) {
		return Change.to(connection.id(), name(connection), fingerprints(connection.options()), connection);
	}

	static String name(Auth0Connection connection) {
		String displayName = connection.displayName();
		return (displayName != null) ? displayName : connection.name();
	}

	static @Nullable List<String> fingerprints(@Nullable ConnectionOptions options) {
		List<SigningCertificate> certificates = TrustedCertificates.of(options);
		return (certificates != null) ? certificates.stream().map(SigningCertificate::sha256).toList() : null;
	}

	static @Nullable String protocol(Auth0Connection connection) {
		ConnectionStrategy strategy = connection.strategy();
		if (strategy == null) {
			return null;
		}
		if (isSaml(strategy)) {
			return CatalogEntry.SAML;
		}
		boolean oidc = OIDC.contains(strategy) || (strategy.equals(ConnectionStrategy.WAAD) && !isWsFed(connection));
		return oidc ? CatalogEntry.OIDC : null;
	}

	private static boolean isWsFed(Auth0Connection connection) {
		ConnectionOptions options = connection.options();
		return options != null && (Boolean.TRUE.equals(options.get(WaadOptions.USE_WSFED))
				|| "ws-federation".equals(options.get(WaadOptions.WAAD_PROTOCOL)));
	}

	static boolean isSaml(ConnectionStrategy strategy) {
		return SAML.contains(strategy);
	}

}
