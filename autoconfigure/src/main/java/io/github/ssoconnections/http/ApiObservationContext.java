// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import io.micrometer.observation.Observation;

/**
 * What an observation of an operation knows.
 */
public final class ApiObservationContext extends Observation.Context {

	private final String vendor;

	private final String operation;

	private volatile String outcome = "none";

	ApiObservationContext(String vendor, String operation) {
		this.vendor = vendor;
		this.operation = operation;
	}

	/**
	 * Return the name of the vendor.
	 * @return the name
	 */
	public String getVendor() {
		return this.vendor;
	}

	/**
	 * Return the name of the operation.
	 * @return the name
	 */
	public String getOperation() {
		return this.operation;
	}

	/**
	 * Return how the operation ended.
	 * @return {@code success}, {@code failure}, {@code cancelled}, or {@code none} while
	 * it lasts
	 */
	public String getOutcome() {
		return this.outcome;
	}

	boolean lasts() {
		return this.outcome.equals("none");
	}

	/**
	 * Note the end, of which the first counts.
	 * @param outcome how it ended
	 * @return whether this was the first
	 */
	synchronized boolean end(String outcome) {
		if (!lasts()) {
			return false;
		}
		this.outcome = outcome;
		return true;
	}

}
