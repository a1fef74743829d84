// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import io.github.ssoconnections.Assert;

/**
 * Query parameter, not encoded. A name may occur more than once.
 *
 * @param name the wire name
 * @param value the wire value
 */
public record QueryParameter(String name, String value) {

	public QueryParameter {
		Assert.hasText(name, "'name' must not be empty");
		Assert.notNull(value, "'value' must not be null");
	}

}
