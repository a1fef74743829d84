// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Provisioning that the holder of a ticket can set up.
 */
public final class TicketProvisioning extends ApiBody<TicketProvisioning> {

	private static final long MIN_LIFETIME = 900;

	/**
	 * Set the scopes of the SCIM tokens that are created.
	 * @param scopes the scopes, at least one, such as {@code get:users}; may be
	 * {@code null}
	 * @return this body
	 */
	public TicketProvisioning scopes(@Nullable List<String> scopes) {
		Assert.isTrue(scopes == null || !scopes.isEmpty(), "'scopes' must not be empty");
		return put("scopes", scopes);
	}

	/**
	 * Set the lifetime of the SCIM tokens that are created.
	 * @param tokenLifetime the lifetime in seconds, more than 900; {@code null} for no
	 * expiry
	 * @return this body
	 */
	public TicketProvisioning tokenLifetime(@Nullable Long tokenLifetime) {
		Assert.isTrue(tokenLifetime == null || tokenLifetime > MIN_LIFETIME,
				"'tokenLifetime' must be more than 900 seconds");
		return put("token_lifetime", tokenLifetime);
	}

	/**
	 * Set whether users of Google Workspace are synchronized.
	 * @param syncUsers whether they are, may be {@code null}
	 * @return this body
	 */
	public TicketProvisioning googleWorkspaceUsers(@Nullable Boolean syncUsers) {
		return put("google_workspace", (syncUsers != null) ? Map.of("sync_users", syncUsers) : null);
	}

}
