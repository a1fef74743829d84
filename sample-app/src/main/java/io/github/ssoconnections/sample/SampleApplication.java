// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Console over the customers' single sign-on connections.
 */
@SpringBootApplication
public class SampleApplication {

	/**
	 * Start the console.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		SpringApplication.run(SampleApplication.class, args);
	}

}
