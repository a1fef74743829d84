// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.util.Locale;

/**
 * State of the trusted signing certificates of a connection, taken together.
 */
public enum CertificateState {

	/**
	 * At least one certificate is valid for longer than the thresholds.
	 */
	VALID,

	/**
	 * All certificates expire within the warning threshold.
	 */
	EXPIRING,

	/**
	 * All certificates expire within the critical threshold.
	 */
	CRITICAL,

	/**
	 * All certificates have expired.
	 */
	EXPIRED,

	/**
	 * No certificate is valid yet, and none has expired.
	 */
	NOT_YET_VALID,

	/**
	 * A SAML connection has no certificate.
	 */
	NONE,

	/**
	 * The certificates are not in the response of the vendor.
	 */
	UNKNOWN;

	private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

	/**
	 * Return whether this state is closer to {@link #EXPIRED} than another state.
	 * @param other the other state
	 * @return whether it is closer; {@code false} for states beyond {@link #EXPIRED}
	 */
	boolean isBeyond(CertificateState other) {
		return stage() > other.stage();
	}

	private int stage() {
		return (compareTo(EXPIRED) <= 0) ? ordinal() : 0;
	}

	/**
	 * Return the name.
	 * @return the name, in lower case with hyphens
	 */
	@Override
	public String toString() {
		return this.word;
	}

}
