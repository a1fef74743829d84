// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;

/**
 * State of a test run. Unknown values are supported.
 *
 * @param value the value in JSON
 */
public record TestRunStatus(@JsonValue String value) {

	/**
	 * The sign-in has not completed yet.
	 */
	public static final TestRunStatus PENDING = new TestRunStatus("pending");

	/**
	 * The sign-in succeeded.
	 */
	public static final TestRunStatus SUCCESS = new TestRunStatus("success");

	/**
	 * The sign-in failed. The log contains the reason.
	 */
	public static final TestRunStatus FAILED = new TestRunStatus("failed");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TestRunStatus {
		Assert.notNull(value, "'value' must not be null");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
