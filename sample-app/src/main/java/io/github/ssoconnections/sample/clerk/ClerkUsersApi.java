// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import java.util.Map;

import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.user.ClerkUserConnections;
import io.github.ssoconnections.sample.web.WireResponse;
import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The connections through which users came at Clerk, and users that an activation moves.
 */
@RestController
@RequestMapping("/api/clerk")
class ClerkUsersApi {

	private final ClerkUserConnections users;

	private final EnterpriseConnectionService connections;

	ClerkUsersApi(ClerkUserConnections users, EnterpriseConnectionService connections) {
		this.users = users;
		this.connections = connections;
	}

	// List the connections through which a user came.
	@GetMapping("/user-connections")
	Mono<ResponseEntity<byte[]>> find(@RequestParam("email_address") String emailAddress) {
		return this.users.find(emailAddress).collectList().map(WireResponse::ok);
	}

	// Count the existing users that an activation moves.
	@GetMapping("/enterprise-connections/{id}/moved-users")
	Mono<ResponseEntity<byte[]>> countMoved(@PathVariable String id) {
		return this.connections.get(id)
			.flatMap(this.users::countMoved)
			.map((moved) -> WireResponse.ok(Map.of("count", moved.count(), "is_complete", moved.isComplete(), "warning",
					moved.warning().orElse(""))));
	}

}
