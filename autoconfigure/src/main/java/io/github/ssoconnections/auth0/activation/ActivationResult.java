// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.activation;

import java.util.List;

/**
 * Result of a complete activation or deactivation.
 *
 * @param connectionId the id of the connection
 * @param active whether the connection is active: nobody can sign in with a connection
 * that is suspended, whatever it is enabled for. As read before the first step
 * @param steps the steps in their order
 */
public record ActivationResult(String connectionId, boolean active, List<ActivationStep> steps) {

	public ActivationResult {
		steps = List.copyOf(steps);
	}

}
