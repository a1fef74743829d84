// SPDX-License-Identifier: Apache-2.0

// tag::testing-sandbox[]
package com.example;

import java.time.Duration;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.test.autoconfigure.AutoConfigureSsoSandbox;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static io.github.ssoconnections.test.SandboxAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest
@AutoConfigureSsoSandbox
class SingleSignOnTests {

	@Autowired
	SingleSignOn singleSignOn;

	@Autowired
	Sandbox sandbox;

	@Test
	void setsUpConnectionFromMetadata() {
		EnterpriseConnection connection = setUp();
		assertThat(connection.saml().idpEntityId()).isNotBlank();
		assertThat(this.sandbox).received("POST", "/v1/enterprise_connections")
			.withField("domains.0", "acme.example")
			.withField("saml.idp_metadata_url", "https://idp.acme.example/metadata")
			.withoutField("active")
			.once();
	}

	@Test
	void doesNotRetryCreationWhenResponseIsLost() {
		this.sandbox.faults().on("POST", "/v1/enterprise_connections").times(1).afterCommit().reset();
		assertThatExceptionOfType(SsoApiException.OutcomeUnknown.class).isThrownBy(this::setUp);
		assertThat(this.sandbox).receivedRequests(1);
	}

	private EnterpriseConnection setUp() {
		return this.singleSignOn.setUp("Acme", "acme.example", "https://idp.acme.example/metadata")
			.block(Duration.ofSeconds(30));
	}

}
// end::testing-sandbox[]
