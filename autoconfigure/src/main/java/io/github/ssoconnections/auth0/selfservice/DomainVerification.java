// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;

/**
 * Whether the customer's administrator verifies a domain in DNS. Unknown values are
 * supported.
 *
 * @param value the value in JSON
 */
public record DomainVerification(@JsonValue String value) {

	/** The step is not shown. */
	public static final DomainVerification NONE = new DomainVerification("none");

	/** The administrator may verify a domain. */
	public static final DomainVerification OPTIONAL = new DomainVerification("optional");

	/** The connection cannot be enabled without a verified domain. */
	public static final DomainVerification REQUIRED = new DomainVerification("required");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public DomainVerification {
		Assert.notNull(value, "'value' must not be null");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
