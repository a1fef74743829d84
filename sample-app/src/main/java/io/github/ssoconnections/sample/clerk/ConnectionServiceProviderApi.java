// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.sample.web.WireResponse;
import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the administrator of an IdP enters there for a connection.
 */
@RestController
@RequestMapping("/api/clerk/enterprise-connections/{id}/service-provider")
class ConnectionServiceProviderApi {

	private final EnterpriseConnectionService connections;

	ConnectionServiceProviderApi(EnterpriseConnectionService connections) {
		this.connections = connections;
	}

	// Get the values that the administrator of the IdP enters.
	@GetMapping
	Mono<ResponseEntity<byte[]>> get(@PathVariable String id) {
		return this.connections.get(id).map((connection) -> {
			ServiceProviderDetails details = connection.serviceProviderDetails();
			return (details != null) ? WireResponse.ok(details) : ResponseEntity.noContent().build();
		});
	}

}
