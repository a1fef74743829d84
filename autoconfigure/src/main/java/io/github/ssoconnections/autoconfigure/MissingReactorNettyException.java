// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

/**
 * An account is configured, and the one transport that clients have is not there.
 */
final class MissingReactorNettyException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private MissingReactorNettyException() {
		super("An account is configured under 'sso-connections', and Reactor Netty is not on the class path");
	}

	// A throw elsewhere would load this class at each start
	static void fail() {
		throw new MissingReactorNettyException();
	}

}
