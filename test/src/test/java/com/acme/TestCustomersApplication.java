// SPDX-License-Identifier: Apache-2.0

// tag::test-customers-application[]
package com.acme;

import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.test.autoconfigure.SsoSandboxConfiguration;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

public class TestCustomersApplication {

	public static void main(String[] args) {
		SpringApplication.from(CustomersApplication::main)
			.with(SsoSandboxConfiguration.class, SandboxClients.class)
			.run(args);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class SandboxClients {

		@Bean
		ApplicationRunner sandboxClients(Sandbox sandbox) {
			return (arguments) -> {
				sandbox.auth0().clients("app");
				sandbox.completeTestRunsByPerson();
			};
		}

	}

}
// end::test-customers-application[]
