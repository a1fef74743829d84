// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Instant;

/**
 * None of the signing certificates of an active connection is valid any more: its users
 * cannot sign in. Published as an application event by a {@link CertificateMonitor}, once
 * for each connection; a new certificate starts it over.
 * <p>
 * Every instance of the application publishes it, and publishes it again after a restart.
 * A listener may block, which delays the other events and the next sweep.
 *
 * @param vendor the name of the vendor, such as {@code clerk}
 * @param connectionId the vendor's id of the connection
 * @param expiredAt when the last of its certificates expired
 * @param at when it was found out
 */
public record CertificateExpired(String vendor, String connectionId, Instant expiredAt, Instant at) {

}
