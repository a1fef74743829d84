// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.List;

/**
 * What becomes of a sign-in to an organization.
 *
 * @param missing what is missing, such as {@code the client is not enabled for the
 * connection}; empty if the person is let in
 */
public record SignInDecision(List<String> missing) {

	public SignInDecision {
		missing = List.copyOf(missing);
	}

	/**
	 * Return whether the person is let in.
	 * @return whether nothing is missing
	 */
	public boolean isAllowed() {
		return this.missing.isEmpty();
	}

}
