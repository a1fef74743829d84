// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

import io.github.ssoconnections.FailureReason;
import io.github.ssoconnections.lint.CertificateLint;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of connections by state of their certificates, from a
 * {@link CertificateMonitor}.
 *
 * @param active the number of active connections by state; contains every state
 * @param inactive the number of inactive connections
 * @param refreshedAt the end of the last successful refresh, for multiple accounts the
 * earliest; {@code null} until every account has been refreshed
 * @param failure the failure of the last refresh, {@code null} if it succeeded
 */
public record CertificateReport(Map<CertificateState, Long> active, long inactive, @Nullable Instant refreshedAt,
		@Nullable FailureReason failure) {

	static CertificateReport of(Collection<MonitoredAccount> accounts, Instant now,
			CertificateLint.Thresholds thresholds) {
		Map<CertificateState, Long> counts = new EnumMap<>(CertificateState.class);
		for (CertificateState state : CertificateState.values()) {
			counts.put(state, 0L);
		}
		long others = 0;
		FailureReason reason = null;
		for (MonitoredAccount account : accounts) {
			for (MonitoredConnection connection : account.connections().values()) {
				if (connection.active()) {
					counts.merge(connection.status(now, thresholds).state(), 1L, Long::sum);
				}
				else {
					others++;
				}
			}
			reason = (account.failure() != null) ? account.failure() : reason;
		}
		return new CertificateReport(counts, others, earliest(accounts), reason);
	}

	private static @Nullable Instant earliest(Collection<MonitoredAccount> accounts) {
		Instant first = null;
		for (MonitoredAccount account : accounts) {
			Instant end = account.refreshedAt();
			if (end == null) {
				return null;
			}
			first = (first == null || end.isBefore(first)) ? end : first;
		}
		return first;
	}

}
