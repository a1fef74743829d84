// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.util.List;

/**
 * What a {@link ConnectionRotation} has changed. Certificates are identified by their
 * SHA-256 fingerprints, 64 hexadecimal digits in lower case.
 *
 * @param connectionId the vendor's id of the connection
 * @param before the trusted certificates before the write
 * @param after the trusted certificates after the write
 * @param isComplete whether the change is as wanted. Otherwise, another client updated
 * the connection at the same time, or the metadata holds another certificate
 * @param isVerified whether {@code after} was read after the write
 * @param notes what else has changed or is not as wanted, each as a sentence
 */
public record RotationResult(String connectionId, List<String> before, List<String> after, boolean isComplete,
		boolean isVerified, List<String> notes) {

	public RotationResult {
		before = List.copyOf(before);
		after = List.copyOf(after);
		notes = List.copyOf(notes);
	}

	/**
	 * Return the certificates that were not trusted before.
	 * @return the fingerprints
	 */
	public List<String> added() {
		return this.after.stream().filter((one) -> !this.before.contains(one)).toList();
	}

	/**
	 * Return the certificates that are not trusted any more.
	 * @return the fingerprints
	 */
	public List<String> removed() {
		return this.before.stream().filter((one) -> !this.after.contains(one)).toList();
	}

}
