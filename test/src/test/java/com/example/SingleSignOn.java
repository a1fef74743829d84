// SPDX-License-Identifier: Apache-2.0

// tag::testing-service[]
package com.example;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

@Service
class SingleSignOn {

	private final EnterpriseConnectionService connections;

	SingleSignOn(EnterpriseConnectionService connections) {
		this.connections = connections;
	}

	Mono<EnterpriseConnection> setUp(String customer, String domain, String metadataUrl) {
		return this.connections.create(new NewEnterpriseConnection().name(customer)
			.provider(ConnectionProvider.SAML_CUSTOM)
			.domains(domain)
			.saml(new NewEnterpriseConnection.Saml().idpMetadataUrl(metadataUrl)));
	}

	Mono<Boolean> isActive(String id) {
		return this.connections.get(id)
			.map((connection) -> Boolean.TRUE.equals(connection.active()))
			.onErrorReturn(SsoApiException.NotFound.class, false);
	}

}
// end::testing-service[]
