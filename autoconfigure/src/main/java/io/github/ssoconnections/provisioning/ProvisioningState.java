// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.provisioning;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How users of a connection are provisioned. Contains no secret.
 *
 * @param connectionId the vendor's id of the connection
 * @param endpoints the SCIM endpoints, empty if provisioning is not set up
 */
public record ProvisioningState(String connectionId, List<Endpoint> endpoints) {

	public ProvisioningState {
		endpoints = List.copyOf(endpoints);
	}

	/**
	 * SCIM endpoint of a connection.
	 *
	 * @param id the vendor's id: of the directory at Clerk, of the connection at Auth0
	 * @param name the name
	 * @param enabled whether it accepts requests, {@code null} if that is unknown
	 * @param url the base URL for the IdP, {@code null} if the vendor does not return it
	 * @param updatedAt when it was last changed
	 * @param tokens the tokens for the IdP, {@code null} if the vendor does not return
	 * them (Clerk)
	 */
	public record Endpoint(String id, @Nullable String name, @Nullable Boolean enabled, @Nullable String url,
			@Nullable Instant updatedAt, @Nullable List<Token> tokens) {

		public Endpoint {
			tokens = (tokens != null) ? List.copyOf(tokens) : null;
		}

	}

	/**
	 * Token of an endpoint, without its value.
	 *
	 * @param id the id
	 * @param createdAt the time of the creation, in the format of the vendor
	 * @param validUntil the expiry, in the format of the vendor; {@code null} if there is
	 * none
	 * @param lastUsedAt the time of the last use, in the format of the vendor;
	 * {@code null} if it was never used
	 */
	public record Token(@Nullable String id, @Nullable String createdAt, @Nullable String validUntil,
			@Nullable String lastUsedAt) {

	}

}
