// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

/**
 * Change that was made in part. It is suppressed by the failure that ended it.
 */
public interface PartialChange {

	/**
	 * Return what was changed and what was not.
	 * @return one sentence
	 */
	String getMessage();

}
