// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.ssoconnections.certificate.CertificateText;
import io.github.ssoconnections.client.Change;
import org.jspecify.annotations.Nullable;

/**
 * Creates a {@link Change} from the response of an operation.
 */
final class ConnectionChanges {

	private ConnectionChanges() {
	}

	static Change of(EnterpriseConnection connection) {
		EnterpriseConnection.Saml saml = connection.saml();
		return Change.to(
				connection.id(), connection.name(), (saml != null)
						? fingerprints(saml.unknownFields(), saml.idpCertificates(), saml.idpCertificate()) : null,
				connection);
	}

	static Change of(SamlConnection connection) {
		return Change.to(connection.id(), connection.name(),
				fingerprints(connection.unknownFields(), connection.idpCertificates(), connection.idpCertificate()),
				connection);
	}

	static Change of(DeletedObject deleted) {
		return Change.deletion(deleted.id());
	}

	private static @Nullable List<String> fingerprints(Map<String, @Nullable Object> unknownFields,
			@Nullable List<IdpCertificate> all, @Nullable String primary) {
		// An incomplete list would look like a removal
		if ((all == null && primary == null) || unknownFields.containsKey("idp_certificates")) {
			return null;
		}
		Set<String> fingerprints = new LinkedHashSet<>();
		if (all != null) {
			all.stream()
				.filter(Objects::nonNull)
				.forEach((certificate) -> add(certificate.certificate(), fingerprints));
		}
		else {
			add(primary, fingerprints);
		}
		return List.copyOf(fingerprints);
	}

	private static void add(@Nullable String certificate, Set<String> fingerprints) {
		CertificateText.read(certificate).certificates().forEach((one) -> fingerprints.add(one.sha256()));
	}

}
