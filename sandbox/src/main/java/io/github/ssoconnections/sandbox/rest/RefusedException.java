// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.rest;

/**
 * The request is refused: nothing has changed, and the answer is the vendor's error.
 */
public class RefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Reply reply;

	/**
	 * Refuse a request.
	 * @param reply the answer
	 */
	public RefusedException(Reply reply) {
		super(String.valueOf(reply.body()));
		this.reply = reply;
	}

	/**
	 * Return the answer.
	 * @return the vendor's error
	 */
	public Reply reply() {
		return this.reply;
	}

}
