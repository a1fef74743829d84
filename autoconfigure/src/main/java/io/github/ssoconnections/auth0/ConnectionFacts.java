// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.http.Change;
import org.jspecify.annotations.Nullable;

/**
 * Reads out of an answer what is told of a change.
 */
final class ConnectionFacts {

	private static final String[] TEXTS = { "tenant_domain", "signingCert", "cert" };

	private ConnectionFacts() {
	}

	static Change of(Auth0Connection connection) {
		return new Change(connection.id(), fingerprints(connection.options()));
	}

	/**
	 * Return the options that others read here, and that are of an unexpected structure.
	 * @param connection the connection
	 * @return the options by path
	 */
	static Set<String> unexpectedOptions(Auth0Connection connection) {
		ConnectionOptions options = connection.options();
		if (options == null) {
			return Set.of();
		}
		Object aliases = options.get("domain_aliases");
		Set<String> unexpected = isListOfTexts(aliases) ? Set.of() : new TreeSet<>(Set.of("options.domain_aliases"));
		for (String name : TEXTS) {
			Object value = options.get(name);
			if (value != null && !(value instanceof String)) {
				unexpected = new TreeSet<>(unexpected);
				unexpected.add("options." + name);
			}
		}
		return unexpected;
	}

	private static boolean isListOfTexts(@Nullable Object value) {
		if (value instanceof List<?> list) {
			for (Object item : list) {
				if (!(item instanceof String)) {
					return false;
				}
			}
			return true;
		}
		return value == null || value.equals("");
	}

	static @Nullable List<String> fingerprints(@Nullable ConnectionOptions options) {
		List<SigningCertificate> certificates = TrustedCertificates.of(options);
		return (certificates != null) ? certificates.stream().map(SigningCertificate::sha256).toList() : null;
	}

}
