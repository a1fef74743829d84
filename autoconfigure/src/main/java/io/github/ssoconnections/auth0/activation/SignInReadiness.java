// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.activation;

import java.util.List;
import java.util.Set;

/**
 * Whether users can sign in to an organization with a connection and a client.
 *
 * @param connectionId the id of the connection
 * @param clientId the id of the client
 * @param organizationId the id of the organization
 * @param missing everything that is missing or unknown, in the order of
 * {@link SignInPart}; empty if users can sign in
 */
public record SignInReadiness(String connectionId, String clientId, String organizationId, List<MissingPart> missing) {

	public SignInReadiness {
		missing = List.copyOf(missing);
	}

	/**
	 * Return whether users can sign in.
	 * @return whether nothing is missing or unknown
	 */
	public boolean isReady() {
		return this.missing.isEmpty();
	}

	/**
	 * Return whether users can sign in where some parts are not needed, such as
	 * {@link SignInPart#DOMAIN_ALIAS} if the client names the connection in its request.
	 * @param notNeeded the parts that are not needed
	 * @return whether no other part is missing or unknown
	 */
	public boolean isReadyWithout(SignInPart... notNeeded) {
		return this.missing.stream().map(MissingPart::part).allMatch(Set.of(notNeeded)::contains);
	}

}
