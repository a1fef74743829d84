// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.auth0.activation.ActivationPlan;
import io.github.ssoconnections.auth0.activation.Auth0ConnectionActivation;
import io.github.ssoconnections.sample.web.WireRequest;
import io.github.ssoconnections.sample.web.WireResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The activation of connections at Auth0: what shall be enabled, and when.
 */
@RestController
@RequestMapping("/api/auth0/connections/{id}")
class Auth0ActivationApi {

	private final Auth0ConnectionActivation activation;

	Auth0ActivationApi(Auth0ConnectionActivation activation) {
		this.activation = activation;
	}

	// Get what an activation would enable.
	@GetMapping("/activation-plan")
	Mono<ResponseEntity<byte[]>> getPlan(@PathVariable String id) {
		return this.activation.getPlan(id).map(WireResponse::ok).defaultIfEmpty(ResponseEntity.notFound().build());
	}

	// Set what an activation would enable: client_ids, organization_ids,
	// assign_membership_on_login.
	@PutMapping(path = "/activation-plan", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> setPlan(@PathVariable String id,
			@RequestBody(required = false) byte @Nullable [] body) {
		Map<String, @Nullable Object> fields = WireRequest.read(body);
		ActivationPlan plan = ActivationPlan.of(ids(fields, "client_ids"), ids(fields, "organization_ids"))
			.withAssignMembershipOnLogin(!Boolean.FALSE.equals(fields.get("assign_membership_on_login")));
		return this.activation.setPlan(id, plan).map(WireResponse::ok);
	}

	private static List<String> ids(Map<String, @Nullable Object> fields, String name) {
		return (fields.get(name) instanceof List<?> ids) ? ids.stream().map(String::valueOf).toList() : List.of();
	}

	// Enable the connection for the clients and organizations of the plan.
	@PostMapping("/activate")
	Mono<ResponseEntity<byte[]>> activate(@PathVariable String id) {
		return this.activation.activate(id).map(WireResponse::ok);
	}

	// Disable what the activation has enabled.
	@PostMapping("/deactivate")
	Mono<ResponseEntity<byte[]>> deactivate(@PathVariable String id) {
		return this.activation.deactivate(id).map(WireResponse::ok);
	}

	// Stop all sign-ins at once.
	@PostMapping("/suspend")
	Mono<ResponseEntity<byte[]>> suspend(@PathVariable String id) {
		return this.activation.suspend(id).map(WireResponse::ok);
	}

	// Allow sign-ins again.
	@PostMapping("/resume")
	Mono<ResponseEntity<byte[]>> resume(@PathVariable String id) {
		return this.activation.resume(id).map(WireResponse::ok);
	}

}
