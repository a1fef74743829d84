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
 * What a {@link CertificateMonitor} knows, in numbers.
 *
 * @param active how many active connections are in each state; every state is there
 * @param inactive how many connections are not active, so that their certificates matter
 * to nobody
 * @param sweptAt how old that is: when the last sweep that succeeded ended, of several
 * accounts the earliest one; {@code null} until each account had one
 * @param failure why the last sweep failed, {@code null} if it did not
 */
public record CertificateReport(Map<CertificateState, Long> active, long inactive, @Nullable Instant sweptAt,
		@Nullable FailureReason failure) {

	static CertificateReport of(Collection<CatalogWatch> watches, Instant now, CertificateLint.Thresholds thresholds) {
		Map<CertificateState, Long> counts = new EnumMap<>(CertificateState.class);
		for (CertificateState state : CertificateState.values()) {
			counts.put(state, 0L);
		}
		long others = 0;
		FailureReason reason = null;
		for (CatalogWatch watch : watches) {
			for (WatchedConnection connection : watch.connections().values()) {
				if (connection.active()) {
					counts.merge(connection.status(now, thresholds).state(), 1L, Long::sum);
				}
				else {
					others++;
				}
			}
			reason = (watch.failure() != null) ? watch.failure() : reason;
		}
		return new CertificateReport(counts, others, earliest(watches), reason);
	}

	private static @Nullable Instant earliest(Collection<CatalogWatch> watches) {
		Instant first = null;
		for (CatalogWatch watch : watches) {
			Instant end = watch.sweptAt();
			if (end == null) {
				return null;
			}
			first = (first == null || end.isBefore(first)) ? end : first;
		}
		return first;
	}

}
