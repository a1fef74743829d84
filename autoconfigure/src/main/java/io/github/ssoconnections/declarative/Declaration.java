// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.List;

import io.github.ssoconnections.Assert;

/**
 * Declared connections of an account.
 *
 * @param vendor the vendor, such as {@code clerk}
 * @param connections the connections
 */
public record Declaration(String vendor, List<DesiredConnection> connections) {

	public Declaration {
		Assert.hasText(vendor, "'vendor' must not be empty");
		Assert.notNull(connections, "'connections' must not be null");
		connections = List.copyOf(connections);
	}

}
