// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.fleet.EventKey;
import org.jspecify.annotations.Nullable;

/**
 * The trusted signing certificates of a connection have changed since the previous
 * refresh, by a change made elsewhere; those of this application are in its
 * {@link io.github.ssoconnections.ConnectionChanged}. Published as an application event
 * by a {@link CertificateMonitor}, once per change.
 * <p>
 * Every instance of the application publishes the event, except for changes while the
 * instance was not running. A listener may block, which delays other events and the next
 * refresh.
 *
 * @param vendor the name of the vendor, such as {@code clerk}
 * @param account the name of the account, {@code default} if it has none
 * @param connectionId the vendor's id of the connection
 * @param connectionName the display name of the connection, {@code null} if it has none
 * @param before the SHA-256 fingerprints of the certificates at the previous refresh, 64
 * hexadecimal digits each in lower case
 * @param after the SHA-256 fingerprints of the certificates at this refresh
 * @param at the time of the refresh
 */
public record CertificatesChanged(String vendor, String account, String connectionId, @Nullable String connectionName,
		List<String> before, List<String> after, Instant at) {

	public CertificatesChanged {
		before = List.copyOf(before);
		after = List.copyOf(after);
	}

	/**
	 * Return the added certificates.
	 * @return the fingerprints
	 */
	public List<String> added() {
		return this.after.stream().filter((fingerprint) -> !this.before.contains(fingerprint)).toList();
	}

	/**
	 * Return the certificates that are no longer trusted: replaced, removed, or lost in
	 * concurrent updates of the connection.
	 * @return the fingerprints
	 */
	public List<String> lost() {
		return this.before.stream().filter((fingerprint) -> !this.after.contains(fingerprint)).toList();
	}

	/**
	 * Return the key of the event, by which a receiver recognizes one that it has handled
	 * already: the same in every instance and after each restart.
	 * @return the key, at most {@value EventKey#MAX_LENGTH} ASCII characters
	 */
	public String key() {
		return EventKey.of(new Account(this.vendor, this.account), "certificates.changed", this.connectionId,
				EventKey.digest(this.after));
	}

	String keyBefore() {
		return EventKey.of(new Account(this.vendor, this.account), "certificates.changed", this.connectionId,
				EventKey.digest(this.before));
	}

}
