// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.fleet.EventPublication;
import io.github.ssoconnections.lint.CertificateLint;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Publisher of the events of one account. Not thread-safe.
 */
final class CertificateEvents {

	private static final Log logger = LogFactory.getLog(CertificateEvents.class);

	private final Account account;

	private final CertificateLint.Thresholds thresholds;

	private final EventPublication publication;

	/** Last published state of the connections that expire. */
	private final Map<String, CertificateState> published = new HashMap<>();

	CertificateEvents(Account account, CertificateLint.Thresholds thresholds, EventPublication publication) {
		this.account = account;
		this.thresholds = thresholds;
		this.publication = publication;
	}

	/**
	 * Publish the changes between two refreshes.
	 * @param before the connections at the previous refresh, by id
	 * @param after the connections at this refresh, by id
	 * @param now the current time
	 */
	void publishChanges(Map<String, MonitoredConnection> before, Map<String, MonitoredConnection> after, Instant now) {
		after.forEach((id, connection) -> {
			MonitoredConnection earlier = before.get(id);
			if (earlier != null && connection.differsFrom(earlier)) {
				CertificatesChanged event = new CertificatesChanged(this.account.vendor(), this.account.name(), id,
						connection.name(), earlier.fingerprints(), connection.fingerprints(), now);
				this.publication.publishChange(event.key(), event.keyBefore(), event);
			}
		});
	}

	/**
	 * Publish the thresholds that were crossed since the last call.
	 * @param connections the connections, by id
	 * @param now the current time
	 */
	void publishCrossings(Map<String, MonitoredConnection> connections, Instant now) {
		this.published.keySet().retainAll(connections.keySet());
		connections.forEach((id, connection) -> {
			CertificateStatus status = connection.status(now, this.thresholds);
			if (status.state() != CertificateState.UNKNOWN) {
				publishCrossing(id, connection, status, now);
			}
		});
	}

	private void publishCrossing(String id, MonitoredConnection connection, CertificateStatus status, Instant now) {
		CertificateState state = status.state();
		Instant expiresAt = status.expiresAt();
		if (!connection.active() || expiresAt == null || !state.isBeyond(CertificateState.VALID)) {
			this.published.remove(id);
			return;
		}
		CertificateState before = this.published.put(id, state);
		if (state.isBeyond((before != null) ? before : CertificateState.VALID)) {
			logger.warn(describe(id, connection, state, expiresAt, now));
			publish(id, connection, state, expiresAt, now);
		}
	}

	private void publish(String id, MonitoredConnection connection, CertificateState state, Instant expiresAt,
			Instant now) {
		if (state == CertificateState.EXPIRED) {
			CertificateExpired event = new CertificateExpired(this.account.vendor(), this.account.name(), id,
					connection.name(), expiresAt, now);
			this.publication.publish(event.key(), event);
		}
		else {
			CertificateExpiring event = new CertificateExpiring(this.account.vendor(), this.account.name(), id,
					connection.name(), state, expiresAt, now);
			this.publication.publish(event.key(), event);
		}
	}

	private String describe(String id, MonitoredConnection connection, CertificateState state, Instant expiresAt,
			Instant now) {
		String name = (connection.name() != null) ? " " + Excerpt.quoted(connection.name()) : "";
		long days = Math.abs(Duration.between(now, expiresAt).toDays());
		return "The signing certificates of connection " + Excerpt.of(id, 128) + name + " at " + this.account
				+ ((state == CertificateState.EXPIRED) ? " expired " + days + " days ago, on "
						: " expire in " + days + " days, on ")
				+ expiresAt;
	}

}
