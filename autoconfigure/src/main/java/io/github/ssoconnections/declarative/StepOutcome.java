// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

/**
 * What became of a step of a plan.
 */
public enum StepOutcome {

	/** The connection is as it is declared. */
	DONE,

	/**
	 * Nothing was written: the connection differs from the plan, or the creation is in
	 * doubt.
	 */
	REJECTED,

	/**
	 * A request failed, or a part of the step was rejected after another one was written.
	 * The next plan has the rest.
	 */
	FAILED,

	/** Not begun, because an earlier failure concerns the whole account. */
	NOT_RUN

}
