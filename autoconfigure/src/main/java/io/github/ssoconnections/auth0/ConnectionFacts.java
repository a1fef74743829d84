// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.UnknownFields;
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

	private static final Set<String> OTHER_PROTOCOLS = Stream
		.of(ConnectionStrategy.SAMLP, ConnectionStrategy.PINGFEDERATE, ConnectionStrategy.ADFS, ConnectionStrategy.AD,
				ConnectionStrategy.AUTH0)
		.map(ConnectionStrategy::value)
		.collect(Collectors.toUnmodifiableSet());

	private static final String WS_FEDERATION = "ws-federation";

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
				|| WS_FEDERATION.equals(options.get(WaadOptions.WAAD_PROTOCOL)));
	}

	/**
	 * Return whether a connection is known not to use OIDC.
	 * @param connection the connection, with unknown and invalid fields
	 * @return whether it uses another protocol; {@code false} if that is not known
	 */
	static boolean usesOtherProtocol(UnknownFields connection) {
		if (!(connection.get("strategy") instanceof String strategy)) {
			return false;
		}
		return OTHER_PROTOCOLS.contains(strategy) || (strategy.equals(ConnectionStrategy.WAAD.value())
				&& connection.get("options") instanceof Map<?, ?> options
				&& (Boolean.TRUE.equals(options.get(WaadOptions.USE_WSFED.name()))
						|| WS_FEDERATION.equals(options.get(WaadOptions.WAAD_PROTOCOL.name()))));
	}

	static boolean isSaml(ConnectionStrategy strategy) {
		return SAML.contains(strategy);
	}

}
