// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.actuate;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the health of the signing certificates.
 */
@ConfigurationProperties("sso-connections.certificates.health")
public class CertificateHealthProperties {

	/**
	 * Whether health is OUT_OF_SERVICE when the certificates of an active connection have
	 * expired. With a load balancer that uses this health, the certificate of one
	 * customer takes every instance out of service.
	 */
	private boolean failOnExpired;

	public boolean isFailOnExpired() {
		return this.failOnExpired;
	}

	public void setFailOnExpired(boolean failOnExpired) {
		this.failOnExpired = failOnExpired;
	}

}
