// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import org.springframework.http.ProblemDetail;

/**
 * Thrown for an argument that this library rejects before any I/O, such as an invalid id.
 * Only arguments of operations are rejected with this type; invalid settings and
 * connection details are not.
 */
public class InvalidArgumentException extends IllegalArgumentException {

	private final String detail;

	/**
	 * Create an exception.
	 * @param message the reason, which the caller of the application may read
	 */
	public InvalidArgumentException(String message) {
		this(message, message);
	}

	/**
	 * Create an exception whose message is for the operator of the application, such as
	 * one that names its accounts.
	 * @param message the reason
	 * @param detail the reason as the caller of the application may read it
	 */
	public InvalidArgumentException(String message, String detail) {
		super(message);
		this.detail = detail;
	}

	/**
	 * Return the problem detail for the caller of the application, with the status 400.
	 * @return a new problem detail, without an instance
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
	 */
	public ProblemDetail toProblemDetail() {
		return ProblemDetails.of(this.detail);
	}

}
