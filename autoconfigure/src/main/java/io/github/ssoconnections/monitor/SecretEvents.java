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
 * Publisher of the events of the client secrets of one account. Not thread-safe.
 */
final class SecretEvents {

	private static final Log logger = LogFactory.getLog(SecretEvents.class);

	private final Account account;

	private final CertificateLint.Thresholds thresholds;

	private final EventPublication publication;

	/** Last published state of the secrets that expire. */
	private final Map<String, Published> published = new HashMap<>();

	SecretEvents(Account account, CertificateLint.Thresholds thresholds, EventPublication publication) {
		this.account = account;
		this.thresholds = thresholds;
		this.publication = publication;
	}

	/**
	 * Publish the thresholds that were crossed since the last call.
	 * @param secrets the client secrets, by id of the connection
	 * @param now the current time
	 */
	void publishCrossings(Map<String, MonitoredSecret> secrets, Instant now) {
		this.published.keySet().retainAll(secrets.keySet());
		secrets.forEach((id, secret) -> {
			CertificateState state = secret.state(now, this.thresholds);
			if (!secret.active() || !state.isBeyond(CertificateState.VALID)) {
				this.published.remove(id);
				return;
			}
			Published before = this.published.put(id, new Published(state, secret.expiresAt()));
			// A secret with another expiry is another secret
			boolean same = before != null && before.expiresAt().equals(secret.expiresAt());
			if (!same || state.isBeyond(before.state())) {
				logger.warn(describe(id, secret, state, now));
				publish(id, secret, state, now);
			}
		});
	}

	private void publish(String id, MonitoredSecret secret, CertificateState state, Instant now) {
		if (state == CertificateState.EXPIRED) {
			OidcSecretExpired event = new OidcSecretExpired(this.account.vendor(), this.account.name(), id,
					secret.name(), secret.expiresAt(), now);
			this.publication.publish(event.key(), event);
		}
		else {
			OidcSecretExpiring event = new OidcSecretExpiring(this.account.vendor(), this.account.name(), id,
					secret.name(), state, secret.expiresAt(), now);
			this.publication.publish(event.key(), event);
		}
	}

	private String describe(String id, MonitoredSecret secret, CertificateState state, Instant now) {
		String name = (secret.name() != null) ? " " + Excerpt.quoted(secret.name()) : "";
		long days = Math.abs(Duration.between(now, secret.expiresAt()).toDays());
		return "The client secret of connection "
				+ Excerpt.of(id, 128) + name + " at " + this.account + ((state == CertificateState.EXPIRED)
						? " expired " + days + " days ago, on " : " expires in " + days + " days, on ")
				+ secret.expiresAt();
	}

	private record Published(CertificateState state, Instant expiresAt) {

	}

}
