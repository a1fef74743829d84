// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.testing.VendorUnderTest;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/**
 * Auto-configurations of an application with the starter, for any vendor.
 */
final class VendorContexts {

	private VendorContexts() {
	}

	/**
	 * Return a runner whose client calls a server as fast as it can.
	 * @param server the address of the server, without a path
	 */
	static ApplicationContextRunner against(VendorUnderTest vendor, String server) {
		return new ApplicationContextRunner().withConfiguration(ClerkContexts.autoConfigurations())
			.withConfiguration(AutoConfigurations.of(Auth0AutoConfiguration.class))
			.withPropertyValues(vendor.properties(server));
	}

}
