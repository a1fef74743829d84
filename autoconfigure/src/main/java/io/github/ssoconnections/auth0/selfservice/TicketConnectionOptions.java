// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.auth0.options.IdpInitiated;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Options of the connection that the holder of a ticket creates.
 */
public final class TicketConnectionOptions extends ApiBody<TicketConnectionOptions> {

	/**
	 * Set the URL of the icon.
	 * @param iconUrl an https URL, may be {@code null}
	 * @return this body
	 */
	public TicketConnectionOptions iconUrl(@Nullable String iconUrl) {
		Assert.isTrue(iconUrl == null || iconUrl.startsWith("https://"), "'iconUrl' must begin with https://");
		return put("icon_url", iconUrl);
	}

	/**
	 * Set the domains whose users sign in through the connection. Auth0 trusts them
	 * without verification: the caller vouches for the fact that they are the customer's.
	 * For domains that the customer has to verify see
	 * {@link TicketDomains#pendingDomains}.
	 * @param domainAliases the domains, may be {@code null}
	 * @return this body
	 */
	public TicketConnectionOptions domainAliases(@Nullable List<String> domainAliases) {
		return put("domain_aliases", domainAliases);
	}

	/**
	 * Set the sign-in that begins at the IdP.
	 * @param idpInitiated the settings, may be {@code null}
	 * @return this body
	 */
	public TicketConnectionOptions idpInitiated(@Nullable IdpInitiated idpInitiated) {
		return put("idpinitiated", idpInitiated);
	}

}
