// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.rest;

import java.util.List;

/**
 * How a vendor says no, in its own words.
 */
@FunctionalInterface
public interface Rejections {

	/**
	 * Reject a request.
	 * @param problem what is wrong with it
	 * @param violations the parts at fault, in order; empty where the problem says it all
	 * @return the vendor's error
	 */
	RejectedException reject(Problem problem, List<Violation> violations);

	/**
	 * Reject a request as a whole.
	 * @param problem what is wrong with it
	 * @return the vendor's error
	 */
	default RejectedException reject(Problem problem) {
		return reject(problem, List.of());
	}

	/**
	 * What is wrong with a request.
	 */
	enum Problem {

		/** No such operation. */
		NOT_FOUND,

		/** The query string cannot be decoded. */
		MALFORMED_QUERY,

		/** A query parameter breaks a rule. */
		INVALID_QUERY,

		/** The body is over the limit. */
		BODY_TOO_LARGE,

		/** The body is not said to be JSON. */
		CONTENT_TYPE,

		/** The body is not JSON, or other JSON than it must be. */
		MALFORMED_BODY,

		/** A part of the body breaks a rule. */
		INVALID_BODY

	}

}
