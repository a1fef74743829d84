// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of hand-over sheets.
 */
@ConfigurationProperties("sso-connections.hand-over")
public class HandOverProperties {

	/**
	 * Directory or class path location of files that replace texts of hand-over sheets,
	 * such as 'file:/etc/acme/hand-over/'.
	 */
	private @Nullable String location;

	public @Nullable String getLocation() {
		return this.location;
	}

	public void setLocation(@Nullable String location) {
		this.location = location;
	}

}
