// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.rest;

/**
 * A part of a request that breaks a rule.
 *
 * @param kind how it breaks it
 * @param parameter the parameter at fault, such as {@code saml.login_hint.mode}
 * @param expected what it must be, such as {@code a string}; empty where the kind says it
 */
public record Violation(Kind kind, String parameter, String expected) {

	/**
	 * How a rule is broken.
	 */
	public enum Kind {

		/** There is no such parameter. */
		UNKNOWN,

		/** The parameter must be there. */
		MISSING,

		/** The parameter must not be {@code null}. */
		NULL,

		/** The parameter must be other JSON. */
		FORMAT,

		/** The parameter must have another value. */
		VALUE

	}

}
