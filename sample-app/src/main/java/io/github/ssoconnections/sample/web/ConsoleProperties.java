// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the console.
 */
@ConfigurationProperties("console")
class ConsoleProperties {

	/**
	 * Host names, without port, under which the console may be called in addition to the
	 * loopback's and that of 'server.address'.
	 */
	private List<String> allowedHosts = new ArrayList<>();

	List<String> getAllowedHosts() {
		return this.allowedHosts;
	}

	void setAllowedHosts(List<String> allowedHosts) {
		this.allowedHosts = allowedHosts;
	}

}
