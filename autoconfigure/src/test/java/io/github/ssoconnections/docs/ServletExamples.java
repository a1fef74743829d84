// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.util.List;

import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionQuery;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The examples of the page {@code servlet-applications.md}. Run by
 * {@link ServletExamplesTests}.
 */
final class ServletExamples {

	private ServletExamples() {
	}

	// tag::servlet-controller[]
	@RestController
	static class ConnectionsController {

		private final EnterpriseConnectionService clerk;

		private final Auth0ConnectionService auth0;

		ConnectionsController(EnterpriseConnectionService clerk, Auth0ConnectionService auth0) {
			this.clerk = clerk;
			this.auth0 = auth0;
		}

		@GetMapping("/connections/{id}/domains")
		List<String> domains(@PathVariable String id) {
			EnterpriseConnection connection = this.clerk.get(id).block();
			return connection.domains();
		}

		@GetMapping("/saml-connections")
		List<String> samlConnections() {
			return this.auth0.listAll(new Auth0ConnectionQuery().strategy(ConnectionStrategy.SAMLP))
				.mapNotNull(Auth0Connection::name)
				.collectList()
				.block();
		}

		@GetMapping("/connections/count")
		Mono<Long> count() {
			return this.clerk.listAll().count();
		}

	}
	// end::servlet-controller[]

}
