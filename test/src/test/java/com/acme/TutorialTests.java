// SPDX-License-Identifier: Apache-2.0

package com.acme;

import io.github.ssoconnections.onboarding.OnboardingState;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.test.autoconfigure.SsoSandboxConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the application of the tutorial over the sandbox, as its pages say: from the
 * creation to the activation at both vendors.
 */
class TutorialTests {

	@Test
	void peopleOfACustomerSignIn() throws Exception {
		byte[] metadata = new ClassPathResource("metadata.xml").getContentAsByteArray();
		try (ConfigurableApplicationContext context = SpringApplication.from(CustomersApplication::main)
			.with(SsoSandboxConfiguration.class, TestCustomersApplication.SandboxClients.class)
			.run()
			.getApplicationContext()) {
			CustomersController customers = context.getBean(CustomersController.class);
			OnboardingState state = customers.create("clerk", "Globex", "globex.example", metadata);
			String id = state.connectionId();
			assertThat(customers.create("clerk", "Globex", "globex.example", metadata).connectionId()).isEqualTo(id);
			assertThat(customers.test("clerk", id)).startsWith("http://127.0.0.1:");
			context.getBean(Sandbox.class).completeTestRuns();
			assertThat(customers.activate("clerk", id).isActive()).isTrue();
			String auth0Id = customers.create("auth0", "Globex", "globex.example", metadata).connectionId();
			assertThat(customers.activate("auth0", auth0Id).isActive()).isTrue();
			assertThat(customers.test("auth0", auth0Id)).contains("/authorize?");
		}
	}

}
