// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.client.Change;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts of a change event from a response.
 */
final class ConnectionFacts {

	private ConnectionFacts() {
	}

	static Change of(Auth0Connection connection) {
		return new Change(connection.id(), name(connection), fingerprints(connection.options()));
	}

	static @Nullable String name(Auth0Connection connection) {
		String displayName = connection.displayName();
		return (displayName != null) ? displayName : connection.name();
	}

	static @Nullable List<String> fingerprints(@Nullable ConnectionOptions options) {
		List<SigningCertificate> certificates = TrustedCertificates.of(options);
		return (certificates != null) ? certificates.stream().map(SigningCertificate::sha256).toList() : null;
	}

}
