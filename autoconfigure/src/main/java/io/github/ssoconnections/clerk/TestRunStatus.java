// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.springframework.util.Assert;

/**
 * How far a test run is. A value that this version does not know is a value like any
 * other.
 *
 * @param value the value on the wire
 */
public record TestRunStatus(@JsonValue String value) {

	/**
	 * Nobody has signed in yet, or the answer is being read.
	 */
	public static final TestRunStatus PENDING = new TestRunStatus("pending");

	/**
	 * The sign-in worked.
	 */
	public static final TestRunStatus SUCCESS = new TestRunStatus("success");

	/**
	 * The sign-in did not work: the logs say why.
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
