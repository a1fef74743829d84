// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

/**
 * The message of a failure, on one line: account and operation, status and reason, the
 * vendor's errors and its trace id, as far as they are known.
 */
final class FailureMessage {

	private FailureMessage() {
	}

	static String of(SsoApiException.Details details) {
		StringBuilder message = new StringBuilder(details.account().toString()).append(' ')
			.append(details.operation())
			.append(": ");
		if (details.status() != null) {
			message.append(details.status()).append(' ');
		}
		if (details.reason() != null) {
			message.append(details.reason()).append(' ');
		}
		for (ApiError error : details.errors()) {
			message.append('[').append((error.code() != null) ? error.code() : "no code");
			if (error.parameter() != null) {
				message.append(" (").append(error.parameter()).append(')');
			}
			message.append("] ").append((error.text() != null) ? error.text() : "").append(' ');
		}
		if (details.traceId() != null) {
			message.append("(trace ").append(details.traceId()).append(')');
		}
		return OneLine.of(message.toString().stripTrailing());
	}

}
