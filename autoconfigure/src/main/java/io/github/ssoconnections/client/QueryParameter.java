// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import org.springframework.util.Assert;

/**
 * One parameter of a query, not encoded. A name may occur more than once.
 *
 * @param name the name on the wire
 * @param value the value on the wire
 */
public record QueryParameter(String name, String value) {

	public QueryParameter {
		Assert.hasText(name, "'name' must not be empty");
		Assert.notNull(value, "'value' must not be null");
	}

}
