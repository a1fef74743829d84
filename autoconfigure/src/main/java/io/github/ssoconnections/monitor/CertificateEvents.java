// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.github.ssoconnections.lint.CertificateLint;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes what is new about the connections of one account, each thing once. Used by
 * one thread at a time.
 */
final class CertificateEvents {

	private static final Log logger = LogFactory.getLog(CertificateEvents.class);

	private final String vendor;

	private final CertificateLint.Thresholds thresholds;

	private final ApplicationEventPublisher publisher;

	/** The stage that was told last, of the connections that are near the end. */
	private final Map<String, CertificateState> told = new HashMap<>();

	private boolean hasFailed;

	CertificateEvents(String vendor, CertificateLint.Thresholds thresholds, ApplicationEventPublisher publisher) {
		this.vendor = vendor;
		this.thresholds = thresholds;
		this.publisher = publisher;
	}

	/**
	 * Tell what changed from one sweep to the next.
	 * @param before the connections as they were, by id
	 * @param after the connections as they are
	 * @param now the time
	 */
	void tellChanges(Map<String, WatchedConnection> before, Map<String, WatchedConnection> after, Instant now) {
		after.forEach((id, connection) -> {
			WatchedConnection earlier = before.get(id);
			if (earlier != null && connection.trustsOthersThan(earlier)) {
				publish(new CertificatesChanged(this.vendor, id, earlier.fingerprints(), connection.fingerprints(),
						now));
			}
		});
	}

	/**
	 * Tell which thresholds were crossed since this was last called.
	 * @param connections the connections, by id
	 * @param now the time
	 */
	void tellCrossings(Map<String, WatchedConnection> connections, Instant now) {
		this.told.keySet().retainAll(connections.keySet());
		connections.forEach((id, connection) -> {
			CertificateStatus status = connection.status(now, this.thresholds);
			// What is not known now is no reason to tell it all again
			if (status.state() != CertificateState.UNKNOWN) {
				tellCrossing(id, connection.active(), status, now);
			}
		});
	}

	private void tellCrossing(String id, boolean active, CertificateStatus status, Instant now) {
		CertificateState state = status.state();
		Instant expiresAt = status.expiresAt();
		if (!active || expiresAt == null || !state.isBeyond(CertificateState.VALID)) {
			this.told.remove(id);
			return;
		}
		CertificateState before = this.told.put(id, state);
		if (state.isBeyond((before != null) ? before : CertificateState.VALID)) {
			publish((state == CertificateState.EXPIRED) ? new CertificateExpired(this.vendor, id, expiresAt, now)
					: new CertificateExpiring(this.vendor, id, state, expiresAt, now));
		}
	}

	private void publish(Object event) {
		try {
			this.publisher.publishEvent(event);
		}
		catch (VirtualMachineError ex) {
			throw ex;
		}
		catch (Throwable ex) {
			if (!this.hasFailed) {
				this.hasFailed = true;
				logger.warn("A listener to " + event.getClass().getSimpleName()
						+ " has failed, which fails no sweep. Further failures are not logged", ex);
			}
		}
	}

}
