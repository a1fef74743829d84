// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.signin;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What the IdP responds with.
 */
public enum Outcome {

	/** The user signed in. */
	SUCCESS("Sign in"),

	/** The user may not use the application. */
	FAILURE("Deny access"),

	/** The user signed in, and the e-mail address is missing. */
	WRONG_ATTRIBUTE("Sign in without the e-mail address");

	private final String label;

	Outcome(String label) {
		this.label = label;
	}

	String label() {
		return this.label;
	}

	String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	static @Nullable Outcome find(@Nullable String value) {
		for (Outcome outcome : values()) {
			if (outcome.value().equals(value)) {
				return outcome;
			}
		}
		return null;
	}

}
