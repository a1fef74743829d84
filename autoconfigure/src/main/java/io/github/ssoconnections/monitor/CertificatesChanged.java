// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Instant;
import java.util.List;

/**
 * A connection trusts other signing certificates than at the sweep before, whoever
 * changed it. Published as an application event by a {@link CertificateMonitor}, once for
 * each change.
 * <p>
 * Every instance of the application publishes it; what changed while an instance was not
 * running, it cannot tell. A listener may block, which delays the other events and the
 * next sweep.
 *
 * @param vendor the name of the vendor, such as {@code clerk}
 * @param connectionId the vendor's id of the connection
 * @param before the SHA-256 fingerprints of the certificates that were trusted at the
 * sweep before, 64 hexadecimal digits each in lower case
 * @param after the SHA-256 fingerprints of those that are trusted now
 * @param at when it was found out
 */
public record CertificatesChanged(String vendor, String connectionId, List<String> before, List<String> after,
		Instant at) {

	public CertificatesChanged {
		before = List.copyOf(before);
		after = List.copyOf(after);
	}

	/**
	 * Return the certificates that are trusted now and were not before.
	 * @return the fingerprints
	 */
	public List<String> added() {
		return this.after.stream().filter((fingerprint) -> !this.before.contains(fingerprint)).toList();
	}

	/**
	 * Return the certificates that are not trusted any more: replaced or removed, or lost
	 * when two writers changed the connection at the same time.
	 * @return the fingerprints
	 */
	public List<String> lost() {
		return this.before.stream().filter((fingerprint) -> !this.after.contains(fingerprint)).toList();
	}

}
