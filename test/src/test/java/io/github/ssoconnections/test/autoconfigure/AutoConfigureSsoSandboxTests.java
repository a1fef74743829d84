// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutoConfigureSsoSandbox}. The repeated ones fail if the sandbox is not
 * reset after each test.
 */
@SpringBootTest
@AutoConfigureSsoSandbox
class AutoConfigureSsoSandboxTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	@Autowired
	private EnterpriseConnectionService clerk;

	@Autowired
	private Auth0ConnectionService auth0;

	@Autowired
	private Sandbox sandbox;

	private List<String> namesAtClerk() {
		return this.clerk.listAll().map(EnterpriseConnection::name).collectList().block(SOON);
	}

	private void createAtClerk() {
		this.clerk
			.create(new NewEnterpriseConnection().name("Initech")
				.provider(ConnectionProvider.SAML_CUSTOM)
				.domains("initech.example"))
			.block(SOON);
	}

	@RepeatedTest(2)
	void startsEachTestWithoutConnectionsAndRequests() {
		assertThat(this.sandbox.requests()).isEmpty();
		assertThat(namesAtClerk()).isEmpty();
		assertThat(this.auth0.listAll().collectList().block(SOON)).isEmpty();
		assertThat(this.sandbox.requests()).hasSize(2);
		createAtClerk();
		this.sandbox.faults().respond(500, "text/plain", "fault");
	}

	@Nested
	class InNestedClass {

		@RepeatedTest(2)
		void startsEachTestWithoutConnections() {
			assertThat(namesAtClerk()).isEmpty();
			createAtClerk();
		}

	}

	@Nested
	@AutoConfigureSsoSandbox(seed = "customers.json")
	class WithSeed {

		@Autowired
		private EnterpriseConnectionService clerk;

		@Autowired
		private Auth0ConnectionService auth0;

		@Autowired
		private Sandbox sandbox;

		@RepeatedTest(2)
		void startsEachTestWithSeed() {
			assertThat(this.sandbox.requests()).isEmpty();
			EnterpriseConnection acme = this.clerk.listAll().single().block(SOON);
			assertThat(acme.name()).isEqualTo("Acme");
			assertThat(acme.active()).isTrue();
			assertThat(this.auth0.listAll().map(Auth0Connection::name).collectList().block(SOON))
				.containsExactly("globex");
			this.clerk.delete(acme.id()).block(SOON);
		}

	}

}
