// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Instant;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.fleet.EventKey;
import org.jspecify.annotations.Nullable;

/**
 * All signing certificates of an active connection will expire soon: the next certificate
 * should be added, or at Auth0, which uses one, replace it when the IdP switches.
 * Published as an application event by a {@link CertificateMonitor} when a refresh finds
 * that a threshold has been crossed, once per connection and threshold, and again for a
 * new certificate.
 * <p>
 * Every instance of the application publishes the event, also after a restart: to handle
 * it once, store {@link #connectionId()}, {@link #state()} and {@link #expiresAt()} in a
 * place that all instances share. A listener may block, which delays other events and the
 * next refresh.
 *
 * @param vendor the name of the vendor, such as {@code clerk}
 * @param account the name of the account, {@code default} if it has none
 * @param connectionId the vendor's id of the connection
 * @param connectionName the display name of the connection, {@code null} if it has none
 * @param state {@link CertificateState#EXPIRING} or {@link CertificateState#CRITICAL}
 * @param expiresAt the time at which the last of its certificates expires
 * @param at the time of the refresh
 */
public record CertificateExpiring(String vendor, String account, String connectionId, @Nullable String connectionName,
		CertificateState state, Instant expiresAt, Instant at) {

	/**
	 * Return the key of the event, by which a receiver recognizes one that it has handled
	 * already: the same in every instance and after each restart.
	 * @return the key, at most {@value EventKey#MAX_LENGTH} ASCII characters
	 */
	public String key() {
		return EventKey.of(new Account(this.vendor, this.account), "certificate.expiring", this.connectionId,
				this.state.toString(), this.expiresAt.toString());
	}

}
