// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;

import io.github.ssoconnections.Assert;

/**
 * Change of the trusted signing certificates of a connection. Certificates are identified
 * by their SHA-256 fingerprints, 64 hexadecimal digits in lower case.
 *
 * @param connectionId the id of the connection
 * @param before the trusted certificates before the write, the primary certificate first
 * @param after the trusted certificates after the write, the primary certificate first
 * @param added the certificates of {@code after} that are not in {@code before}
 * @param removed the certificates of {@code before} that are not in {@code after}
 * @param lost the certificates that were written and are not trusted, because another
 * client updated the connection at the same time. Check the connection and retry the
 * change
 * @param returned the certificates that were removed and are trusted again, for the same
 * reason
 * @param verified whether {@code after} was read after the write. If that read failed,
 * {@code after} is from the response of the write
 */
public record CertificateChange(String connectionId, List<String> before, List<String> after, List<String> added,
		List<String> removed, List<String> lost, List<String> returned, boolean verified) {

	public CertificateChange {
		Assert.hasText(connectionId, "'connectionId' must not be empty");
		before = List.copyOf(before);
		after = List.copyOf(after);
		added = List.copyOf(added);
		removed = List.copyOf(removed);
		lost = List.copyOf(lost);
		returned = List.copyOf(returned);
	}

	static CertificateChange of(String connectionId, List<String> before, List<String> wanted, List<String> after) {
		List<String> unwanted = without(before, wanted);
		return new CertificateChange(connectionId, before, after, without(after, before), without(before, after),
				without(wanted, after), without(unwanted, without(unwanted, after)), true);
	}

	static CertificateChange none(String connectionId, List<String> trusted) {
		return of(connectionId, trusted, trusted, trusted);
	}

	CertificateChange unverified() {
		return new CertificateChange(this.connectionId, this.before, this.after, this.added, this.removed, this.lost,
				this.returned, false);
	}

	private static List<String> without(List<String> all, List<String> others) {
		return all.stream().filter((one) -> !others.contains(one)).toList();
	}

	/**
	 * Return whether the change is complete. Otherwise another client updated the
	 * connection at the same time.
	 * @return whether no certificate is lost and none has returned
	 */
	public boolean isComplete() {
		return this.lost.isEmpty() && this.returned.isEmpty();
	}

}
