// SPDX-License-Identifier: Apache-2.0

// tag::testing-seed[]
package com.example;

import java.time.Duration;

import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.test.autoconfigure.SsoConnectionsTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@SsoConnectionsTest(seed = "customers.json")
@Import(SingleSignOn.class)
class SeededTests {

	@Autowired
	EnterpriseConnectionService connections;

	@Autowired
	SingleSignOn singleSignOn;

	@Test
	void findsActiveConnection() {
		EnterpriseConnection acme = this.connections.listAll().single().block(Duration.ofSeconds(30));
		assertThat(this.singleSignOn.isActive(acme.id()).block(Duration.ofSeconds(30))).isTrue();
	}

}
// end::testing-seed[]
