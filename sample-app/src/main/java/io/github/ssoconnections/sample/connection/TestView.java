// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.connection;

import io.github.ssoconnections.onboarding.SignInTest;
import io.github.ssoconnections.sample.page.Times;

/**
 * Test of a connection on the page.
 *
 * @param at when it was started
 * @param status how it ended
 * @param style how it ended, for the style sheet
 * @param failure why it failed
 * @param current whether it succeeded since the last change
 */
record TestView(String at, String status, String style, String failure, boolean current) {

	static TestView of(SignInTest.TestAttempt attempt) {
		String status = (attempt.status() != null) ? attempt.status() : "unknown";
		String style = switch (status) {
			case "success" -> "ok";
			case "failed" -> "error";
			default -> "off";
		};
		return new TestView((attempt.createdAt() != null) ? Times.of(attempt.createdAt()) : "unknown", status, style,
				(attempt.failure() != null) ? attempt.failure() : "–", attempt.isCurrent());
	}

}
