// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * An application with nothing configured.
 */
@SpringBootApplication
class TestApplication {

	static void main(String[] args) {
		SpringApplication.run(TestApplication.class, args);
	}

}
