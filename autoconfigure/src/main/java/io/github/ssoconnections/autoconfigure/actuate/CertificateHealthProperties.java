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
	 * expired. Mind who looks at it: the certificate of one customer could take every
	 * instance out of a load balancer.
	 */
	private boolean failOnExpired;

	public boolean isFailOnExpired() {
		return this.failOnExpired;
	}

	public void setFailOnExpired(boolean failOnExpired) {
		this.failOnExpired = failOnExpired;
	}

}
