// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.discovery;

import java.util.List;

/**
 * What DNS says about a discovery domain. A report: nothing is changed by it.
 *
 * @param host the host whose TXT records were looked up, empty if the domain has none
 * @param expected the text that proves the ownership, empty if the domain has none
 * @param result the result
 * @param texts the texts of the TXT records of the host
 */
public record DiscoveryDomainCheck(String host, String expected, Result result, List<String> texts) {

	public DiscoveryDomainCheck {
		texts = List.copyOf(texts);
	}

	/**
	 * Return whether the record is there.
	 * @return whether the result is {@link Result#FOUND}
	 */
	public boolean isFound() {
		return this.result == Result.FOUND;
	}

	/**
	 * Result of a lookup.
	 */
	public enum Result {

		/**
		 * The host has the expected TXT record.
		 */
		FOUND,

		/**
		 * The host does not exist, or has no TXT record.
		 */
		ABSENT,

		/**
		 * The host has TXT records, but none with the expected text.
		 */
		OTHER_TEXT,

		/**
		 * The lookup failed, or the domain has no host or text: nothing is known.
		 */
		UNKNOWN

	}

}
