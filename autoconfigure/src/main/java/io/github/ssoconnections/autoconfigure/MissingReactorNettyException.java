// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

/**
 * Thrown when an account is configured and Reactor Netty is missing.
 */
final class MissingReactorNettyException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private MissingReactorNettyException() {
		super("An account is configured under 'sso-connections', and Reactor Netty is not on the class path");
	}

	// Thrown here so that callers do not load this class
	static void fail() {
		throw new MissingReactorNettyException();
	}

}
