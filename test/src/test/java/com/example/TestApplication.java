// SPDX-License-Identifier: Apache-2.0

// tag::testing-development[]
package com.example;

import io.github.ssoconnections.test.autoconfigure.SsoSandboxConfiguration;

import org.springframework.boot.SpringApplication;

public class TestApplication {

	public static void main(String[] args) {
		SpringApplication.from(Application::main).with(SsoSandboxConfiguration.class).run(args);
	}

}
// end::testing-development[]
