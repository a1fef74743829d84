// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.util.Locale;

/**
 * How the signing certificates that a connection trusts stand at some time, taken
 * together.
 */
public enum CertificateState {

	/**
	 * At least one is valid, for longer than the thresholds.
	 */
	VALID,

	/**
	 * Within the warning threshold, none will be valid any more.
	 */
	EXPIRING,

	/**
	 * Within the critical threshold, none will be valid any more.
	 */
	CRITICAL,

	/**
	 * None is valid any more.
	 */
	EXPIRED,

	/**
	 * None is valid yet, and none ever was.
	 */
	NOT_YET_VALID,

	/**
	 * There is none, though there should be.
	 */
	NONE,

	/**
	 * The vendor does not tell.
	 */
	UNKNOWN;

	private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

	/**
	 * Return whether this is a later stage on the way to {@link #EXPIRED}.
	 * @param other the other state
	 * @return whether it is; never for a state that is not on the way
	 */
	boolean isBeyond(CertificateState other) {
		return stage() > other.stage();
	}

	private int stage() {
		return (compareTo(EXPIRED) <= 0) ? ordinal() : 0;
	}

	/**
	 * Return the word.
	 * @return the word, in lower case with hyphens
	 */
	@Override
	public String toString() {
		return this.word;
	}

}
