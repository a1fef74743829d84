// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.sandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the embedded sandbox.
 */
@ConfigurationProperties("sandbox")
class SandboxProperties {

	/**
	 * Port that the sandbox listens on, 0 for a free one.
	 */
	private int port;

	int getPort() {
		return this.port;
	}

	void setPort(int port) {
		this.port = port;
	}

}
