// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import io.github.ssoconnections.auth0.Auth0PageQuery;
import io.github.ssoconnections.auth0.activation.Auth0Readiness;
import io.github.ssoconnections.auth0.application.Auth0Applications;
import io.github.ssoconnections.auth0.log.Auth0SignInFailures;
import io.github.ssoconnections.auth0.user.Auth0UserConnections;
import io.github.ssoconnections.sample.web.Filters;
import io.github.ssoconnections.sample.web.WireResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What support asks about a connection at Auth0: what is missing for a sign-in, why
 * sign-ins failed, and through which connection a user came.
 */
@RestController
@RequestMapping("/api/auth0")
class Auth0SupportApi {

	private final Auth0Readiness readiness;

	private final Auth0SignInFailures failures;

	private final Auth0UserConnections users;

	private final Auth0Applications applications;

	Auth0SupportApi(Auth0Readiness readiness, Auth0SignInFailures failures, Auth0UserConnections users,
			Auth0Applications applications) {
		this.readiness = readiness;
		this.failures = failures;
		this.users = users;
		this.applications = applications;
	}

	@GetMapping("/clients")
	Mono<ResponseEntity<byte[]>> listClients(@RequestParam MultiValueMap<String, String> filters) {
		Auth0PageQuery query = Filters.passOn(filters, new Auth0PageQuery(), "take", "from");
		return this.applications.list(query).map((page) -> Pages.respond("clients", page));
	}

	// Name what is missing for a sign-in.
	@GetMapping("/connections/{id}/readiness")
	Mono<ResponseEntity<byte[]>> check(@PathVariable String id, @RequestParam("client_id") String clientId,
			@RequestParam("organization_id") String organizationId,
			@RequestParam(required = false) @Nullable String domain) {
		return ((domain != null) ? this.readiness.check(id, clientId, organizationId, domain)
				: this.readiness.check(id, clientId, organizationId))
			.map(WireResponse::ok);
	}

	// List recent sign-ins that failed.
	@GetMapping("/connections/{id}/sign-in-failures")
	Mono<ResponseEntity<byte[]>> listFailures(@PathVariable String id) {
		return this.failures.recent(id).map(WireResponse::ok);
	}

	// List the connections through which a user came.
	@GetMapping("/user-connections")
	Mono<ResponseEntity<byte[]>> findUser(@RequestParam("email_address") String emailAddress) {
		return this.users.find(emailAddress).collectList().map(WireResponse::ok);
	}

}
