// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;

import io.github.ssoconnections.Assert;
import reactor.core.publisher.Mono;

/**
 * Default {@link EnterpriseConnectionCertificates}.
 */
final class DefaultEnterpriseConnectionCertificates extends CertificateRotation
		implements EnterpriseConnectionCertificates {

	private static final String OPERATION = "enterprise_connections.update";

	private final EnterpriseConnectionService service;

	DefaultEnterpriseConnectionCertificates(EnterpriseConnectionService service, ClerkClient client) {
		super(OPERATION, client);
		Assert.notNull(service, "'service' must not be null");
		this.service = service;
	}

	@Override
	Mono<TrustedIdp> read(String id) {
		return this.service.get(id).map((connection) -> {
			UnexpectedFields.reject(account(), OPERATION, id, connection.unknownFields(), "saml_connection");
			if (connection.saml() == null) {
				throw RejectedRequest.of(account(), OPERATION, "only SAML connections have signing certificates");
			}
			return trusted(connection);
		});
	}

	@Override
	Mono<TrustedIdp> writeCertificates(String id, List<String> certificates) {
		return update(id, new EnterpriseConnectionPatch.Saml().idpCertificates(certificates));
	}

	@Override
	Mono<TrustedIdp> writeMetadataUrl(String id, String url) {
		return update(id, new EnterpriseConnectionPatch.Saml().idpMetadataUrl(url));
	}

	private Mono<TrustedIdp> update(String id, EnterpriseConnectionPatch.Saml saml) {
		return this.service.update(id, new EnterpriseConnectionPatch().saml(saml)).map(this::trusted);
	}

	private TrustedIdp trusted(EnterpriseConnection connection) {
		EnterpriseConnection.Saml saml = connection.saml();
		if (saml == null) {
			throw TrustedIdp.malformed(account(), OPERATION, "the response has no SAML connection");
		}
		UnexpectedFields.rejectCertificates(account(), OPERATION, connection.id(), saml.unknownFields(),
				saml.idpCertificates());
		return TrustedIdp.of(account(), OPERATION, saml.id(), saml.idpCertificates(), saml.idpCertificate(),
				saml.idpMetadataUrl(), connection.updatedAt());
	}

}
