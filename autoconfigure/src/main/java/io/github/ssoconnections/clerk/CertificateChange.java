// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.List;

import org.springframework.util.Assert;

/**
 * What a change has made of the signing certificates that a connection trusts. All
 * certificates are told by their SHA-256 fingerprints, 64 hexadecimal digits in lower
 * case.
 *
 * @param connectionId the id of the connection
 * @param before those that were trusted just before the write, the primary one first
 * @param after those that are trusted now, the primary one first
 * @param added those of {@code after} that are not in {@code before}
 * @param removed those of {@code before} that are not in {@code after}
 * @param lost those that were written and are not trusted after all: somebody else has
 * written at the same time. Look, and repeat the change
 * @param returned those that were to be removed and are trusted after all, for the same
 * reason
 * @param verified whether {@code after} was read after the write; otherwise that failed,
 * and it is what Clerk answered to the write
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
	 * Return whether what was asked for is so now. Otherwise somebody else has written at
	 * the same time.
	 * @return whether nothing is lost and nothing has returned
	 */
	public boolean isComplete() {
		return this.lost.isEmpty() && this.returned.isEmpty();
	}

}
