// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Ticket with which a customer's administrator sets up a connection, without an account
 * in the tenant. Auth0 returns it once and lists no tickets: keep it, if at all, as any
 * other secret.
 *
 * @param profileId the id of the self-service profile
 * @param url the URL to open, which is a secret: it permits the setup of the connection
 * until the ticket expires or is revoked
 * @param id the id for {@link Auth0SelfServiceTickets#revoke}, which is part of the URL,
 * and as secret; {@code null} if the URL does not end in {@code ?ticket=} and an id, so
 * that the ticket cannot be revoked
 * @param expiresAt the expiry, computed from the time before the creation
 */
public record SelfServiceTicket(String profileId, Secret url, @Nullable Secret id, Instant expiresAt) {

	private static final Pattern URL = Pattern.compile("https?://[^?#]+\\?ticket=([A-Za-z0-9_-]{1,128})");

	public SelfServiceTicket {
		Assert.notNull(profileId, "'profileId' must not be null");
		Assert.notNull(url, "'url' must not be null");
		Assert.notNull(expiresAt, "'expiresAt' must not be null");
	}

	/**
	 * Create a ticket from its URL.
	 * @param profileId the id of the self-service profile
	 * @param url the URL
	 * @param expiresAt the expiry
	 * @return the ticket, with the id that the URL ends in
	 */
	public static SelfServiceTicket of(String profileId, Secret url, Instant expiresAt) {
		Assert.notNull(url, "'url' must not be null");
		Matcher matcher = URL.matcher(url.value());
		return new SelfServiceTicket(profileId, url, matcher.matches() ? Secret.of(matcher.group(1)) : null, expiresAt);
	}

}
