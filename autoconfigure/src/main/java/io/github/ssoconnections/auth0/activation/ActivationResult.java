// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.activation;

import java.util.List;

/**
 * Result of a complete activation or deactivation.
 *
 * @param connectionId the id of the connection
 * @param assignMembershipOnLogin whether users become members of the organizations that
 * were enabled when they sign in; {@code true} unless the plan says otherwise
 * @param steps the steps in their order
 */
public record ActivationResult(String connectionId, boolean assignMembershipOnLogin, List<ActivationStep> steps) {

	public ActivationResult {
		steps = List.copyOf(steps);
	}

}
