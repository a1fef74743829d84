// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import java.time.Duration;

import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an application has once for all of its tests.
 */
@SpringBootTest
@AutoConfigureSsoSandbox(seed = "classpath:customers.json")
abstract class AbstractSandboxedTests {

	@Autowired
	EnterpriseConnectionService connections;

	@Autowired
	Sandbox sandbox;

	@RepeatedTest(2)
	void startsWithSeed() {
		assertThat(this.sandbox.requests()).isEmpty();
		String id = this.connections.listAll().single().block(Duration.ofSeconds(30)).id();
		this.connections.delete(id).block(Duration.ofSeconds(30));
	}

}
