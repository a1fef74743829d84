// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Instant;

/**
 * The signing certificates of an active connection will soon have expired, all of them:
 * time to trust the next one. Published as an application event by a
 * {@link CertificateMonitor} when a sweep finds that a threshold has been crossed, once
 * for each connection and threshold; a new certificate starts it over.
 * <p>
 * Every instance of the application publishes it, and publishes it again after a restart:
 * to act on it once, remember {@link #connectionId()}, {@link #state()} and
 * {@link #expiresAt()} where all instances see them. A listener may block, which delays
 * the other events and the next sweep.
 *
 * @param vendor the name of the vendor, such as {@code clerk}
 * @param connectionId the vendor's id of the connection
 * @param state {@link CertificateState#EXPIRING} or {@link CertificateState#CRITICAL}
 * @param expiresAt when none of its certificates will be valid any more
 * @param at when it was found out
 */
public record CertificateExpiring(String vendor, String connectionId, CertificateState state, Instant expiresAt,
		Instant at) {

}
