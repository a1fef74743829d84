// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Instant;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.fleet.EventKey;
import org.jspecify.annotations.Nullable;

/**
 * All signing certificates of an active connection have expired: its users cannot sign
 * in. Published as an application event by a {@link CertificateMonitor}, once per
 * connection, and again after a new certificate has expired.
 * <p>
 * Every instance of the application publishes the event, also after a restart. A listener
 * may block, which delays other events and the next refresh.
 *
 * @param vendor the name of the vendor, such as {@code clerk}
 * @param account the name of the account, {@code default} if it has none
 * @param connectionId the vendor's id of the connection
 * @param connectionName the display name of the connection, {@code null} if it has none
 * @param expiredAt the time at which the last of its certificates expired
 * @param at the time of the refresh
 */
public record CertificateExpired(String vendor, String account, String connectionId, @Nullable String connectionName,
		Instant expiredAt, Instant at) {

	/**
	 * Return the key of the event, by which a receiver recognizes one that it has handled
	 * already: the same in every instance and after each restart.
	 * @return the key, at most {@value EventKey#MAX_LENGTH} ASCII characters
	 */
	public String key() {
		return EventKey.of(new Account(this.vendor, this.account), "certificate.expired", this.connectionId,
				this.expiredAt.toString());
	}

}
