// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.discovery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;

/**
 * Status of a discovery domain. Auth0 does not check DNS: the status is what was sent.
 * Unknown values are supported.
 *
 * @param value the value in JSON
 */
public record DiscoveryDomainStatus(@JsonValue String value) {

	/**
	 * The ownership is not verified; the domain is not used.
	 */
	public static final DiscoveryDomainStatus PENDING = new DiscoveryDomainStatus("pending");

	/**
	 * The ownership was verified by the caller who set this status.
	 */
	public static final DiscoveryDomainStatus VERIFIED = new DiscoveryDomainStatus("verified");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public DiscoveryDomainStatus {
		Assert.notNull(value, "'value' must not be null");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
