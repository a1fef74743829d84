// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.List;

/**
 * The request is refused: nothing has changed, and the answer is the vendor's error.
 */
final class ClerkException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final transient List<ClerkError> errors;

	ClerkException(int status, List<ClerkError> errors) {
		super(errors.toString());
		this.status = status;
		this.errors = List.copyOf(errors);
	}

	ClerkException(int status, String code, String message) {
		this(status, List.of(new ClerkError(code, message, null)));
	}

	static ClerkException unprocessable(ClerkError error) {
		return new ClerkException(422, List.of(error));
	}

	static ClerkException unprocessable(String code, String message, String parameter) {
		return unprocessable(new ClerkError(code, message, parameter));
	}

	static ClerkException notFound() {
		return new ClerkException(404, "resource_not_found", "Resource not found.");
	}

	Reply toReply() {
		return Reply.failure(this.status, this.errors);
	}

}
