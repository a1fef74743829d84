// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;

import io.github.ssoconnections.Assert;
import reactor.core.publisher.Mono;

/**
 * Default {@link SamlConnectionCertificates}.
 */
@SuppressWarnings("deprecation")
final class DefaultSamlConnectionCertificates extends CertificateRotation implements SamlConnectionCertificates {

	private static final String OPERATION = "saml_connections.update";

	private final SamlConnectionService service;

	DefaultSamlConnectionCertificates(SamlConnectionService service, ClerkClient client) {
		super(OPERATION, client);
		Assert.notNull(service, "'service' must not be null");
		this.service = service;
	}

	@Override
	Mono<TrustedIdp> read(String id) {
		return this.service.get(id).map(this::trusted);
	}

	@Override
	Mono<TrustedIdp> writeCertificates(String id, List<String> certificates) {
		return update(id, new SamlConnectionPatch().idpCertificates(certificates));
	}

	@Override
	Mono<TrustedIdp> writeMetadataUrl(String id, String url) {
		return update(id, new SamlConnectionPatch().idpMetadataUrl(url));
	}

	private Mono<TrustedIdp> update(String id, SamlConnectionPatch patch) {
		return this.service.update(id, patch).map(this::trusted);
	}

	private TrustedIdp trusted(SamlConnection connection) {
		UnexpectedFields.rejectCertificates(account(), OPERATION, connection.id(), connection.unknownFields(),
				connection.idpCertificates());
		return TrustedIdp.of(account(), OPERATION, connection.id(), connection.idpCertificates(),
				connection.idpCertificate(), connection.idpMetadataUrl(), connection.updatedAt());
	}

}
