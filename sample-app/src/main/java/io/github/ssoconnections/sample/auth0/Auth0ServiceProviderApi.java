// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import java.net.URI;

import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0ServiceProvider;
import io.github.ssoconnections.sample.web.WireResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the administrator of an IdP enters there for a connection.
 */
@RestController
@RequestMapping("/api/auth0/connections/{id}/service-provider")
class Auth0ServiceProviderApi {

	private final Auth0ConnectionService connections;

	private final Auth0ServiceProvider serviceProvider;

	Auth0ServiceProviderApi(Auth0ConnectionService connections, Auth0ServiceProvider serviceProvider) {
		this.connections = connections;
		this.serviceProvider = serviceProvider;
	}

	// Get the values that the administrator of the IdP enters.
	@GetMapping
	Mono<ResponseEntity<byte[]>> get(@PathVariable String id,
			@RequestParam(name = "organization_id", required = false) @Nullable String organizationId) {
		return this.connections.get(id)
			.map((connection) -> (organizationId != null) ? this.serviceProvider.details(connection, organizationId)
					: this.serviceProvider.details(connection))
			.map(WireResponse::ok)
			.onErrorMap(IllegalStateException.class, Auth0ServiceProviderApi::unknownTenant);
	}

	private static ErrorResponseException unknownTenant(IllegalStateException ex) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, ex.getMessage());
		problem.setType(URI.create("urn:sso-connections:tenant-unknown"));
		problem.setTitle("The name of the tenant is unknown");
		return new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem, ex);
	}

}
