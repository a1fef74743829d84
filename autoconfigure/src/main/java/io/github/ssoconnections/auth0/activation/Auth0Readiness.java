// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.activation;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import reactor.core.publisher.Mono;

/**
 * Checks whether users can sign in to an organization with a connection and a client.
 * Auth0 needs all of {@link SignInPart}, in several places, and reports nothing but a
 * failed sign-in if one is missing.
 *
 * @see <a href= "https://auth0.com/docs/manage-users/organizations">Auth0:
 * Organizations</a>
 */
public interface Auth0Readiness {

	/**
	 * Create the check for one tenant.
	 * @param client the tenant
	 * @return the check
	 */
	static Auth0Readiness create(Auth0Client client) {
		return new DefaultAuth0Readiness(client);
	}

	/**
	 * Check whether users of any domain can sign in: at least one domain alias, or where
	 * the client prompts for the organization, at least one verified discovery domain.
	 * Changes nothing. Needs the scopes {@code read:connections},
	 * {@code read:connections_options}, {@code read:clients},
	 * {@code read:organization_connections} and, where the client prompts for the
	 * organization, {@code read:organization_discovery_domains}: a part whose scope the
	 * token lacks is reported as unknown.
	 * @param connectionId the id of the connection
	 * @param clientId the id of the client (application)
	 * @param organizationId the id of the organization
	 * @return the readiness; {@link SsoApiException.NotFound} if there is no such
	 * connection ({@code connections.get}), client ({@code clients.get}) or organization
	 * ({@code organization_connections.list})
	 */
	Mono<SignInReadiness> check(String connectionId, String clientId, String organizationId);

	/**
	 * Check whether users of a domain can sign in, see
	 * {@link #check(String, String, String)}.
	 * @param connectionId the id of the connection
	 * @param clientId the id of the client (application)
	 * @param organizationId the id of the organization
	 * @param domain the domain of their e-mail addresses, such as {@code acme.com}
	 * @return the readiness
	 */
	Mono<SignInReadiness> check(String connectionId, String clientId, String organizationId, String domain);

}
