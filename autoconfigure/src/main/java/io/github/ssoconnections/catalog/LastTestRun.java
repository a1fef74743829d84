// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.catalog;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Newest completed test run of a connection.
 *
 * @param status the state of the run, such as {@code failed}; {@code null} if there is no
 * run, or it is absent from the response of the vendor
 * @param at when the run was created, {@code null} if there is no run, or the time is
 * absent from the response of the vendor
 * @param failure why it failed, in the words of the vendor; {@code null} if it did not
 * fail or there is no reason
 */
public record LastTestRun(@Nullable String status, @Nullable Instant at, @Nullable String failure) {

	/**
	 * The connection was never tested.
	 */
	public static final LastTestRun NONE = new LastTestRun(null, null, null);

	/**
	 * Return whether no run was completed. A run that is only pending is no test.
	 * @return whether the connection was never tested
	 */
	public boolean isNone() {
		return equals(NONE) || "pending".equals(this.status);
	}

	/**
	 * Return whether the run failed.
	 * @return whether it failed
	 */
	public boolean isFailed() {
		return "failed".equals(this.status);
	}

}
