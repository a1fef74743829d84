// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

// tag::single-sign-on-tests[]
@SpringBootTest
class SingleSignOnTests {

	static final Sandbox sandbox = Sandbox.start();

	@Autowired
	SingleSignOn singleSignOn;

	@DynamicPropertySource
	static void useSandbox(DynamicPropertyRegistry registry) {
		registry.add("sso-connections.clerk.base-url", sandbox::clerkBaseUrl);
		registry.add("sso-connections.clerk.api-key", sandbox::clerkApiKey);
	}

	@AfterEach
	void resetSandbox() {
		sandbox.reset();
	}

	@AfterAll
	static void closeSandbox() {
		sandbox.close();
	}

	@Test
	void setsUpConnectionFromMetadata() {
		EnterpriseConnection connection = setUp();
		assertThat(connection.domains()).containsExactly("acme.com");
		assertThat(connection.saml().idpEntityId()).isNotBlank();
	}

	@Test
	void doesNotRetryCreationWhenResponseIsLost() {
		sandbox.faults().on("POST", "/v1/enterprise_connections").times(1).afterCommit().reset();
		assertThatExceptionOfType(SsoApiException.OutcomeUnknown.class).isThrownBy(this::setUp);
		assertThat(sandbox.requests()).hasSize(1);
	}

	private EnterpriseConnection setUp() {
		return this.singleSignOn.setUp("Acme", "acme.com", "https://idp.acme.com/metadata")
			.block(Duration.ofSeconds(30));
	}

}
// end::single-sign-on-tests[]
