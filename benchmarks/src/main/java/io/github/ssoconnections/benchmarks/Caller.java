// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

/**
 * One who makes a call, waits for its response, and makes the next.
 */
interface Caller {

	/**
	 * Return whether to make another call. A caller that asks is about to make it.
	 * @return whether to
	 */
	boolean next();

	void responded(Object response);

	void failed(Throwable failure);

}
