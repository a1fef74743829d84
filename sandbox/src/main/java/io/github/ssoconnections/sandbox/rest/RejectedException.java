// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.rest;

/**
 * The request is rejected: nothing has changed, and the response is the vendor's error.
 */
public class RejectedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Reply reply;

	/**
	 * Reject a request.
	 * @param reply the response
	 */
	public RejectedException(Reply reply) {
		super(String.valueOf(reply.body()));
		this.reply = reply;
	}

	/**
	 * Return the response.
	 * @return the vendor's error
	 */
	public Reply reply() {
		return this.reply;
	}

}
