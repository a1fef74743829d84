// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.List;

import io.github.ssoconnections.sandbox.signin.Outcome;
import io.github.ssoconnections.sandbox.signin.SignIn;

/**
 * A sign-in that completes a test run.
 */
final class TestSignIn implements SignIn {

	private final TestRuns runs;

	private final Connection connection;

	private final TestRun run;

	TestSignIn(TestRuns runs, Connection connection, TestRun run) {
		this.runs = runs;
		this.connection = connection;
		this.run = run;
	}

	@Override
	public String connectionId() {
		return this.connection.id();
	}

	@Override
	public boolean isStored() {
		return true;
	}

	@Override
	public List<String> describe() {
		return List.of("Test run of the connection " + this.connection.settings().path("name").asText() + " at Clerk.",
				"Jane Doe signs in with " + this.run.email() + ".");
	}

	@Override
	public String complete(Outcome outcome) {
		TestRun completed = this.run.complete(outcome);
		boolean known = this.runs.replace(this.connection, completed);
		return !known ? "The test run is not there any more."
				: completed.isSuccessful() ? "The test run has succeeded." : "The test run has failed.";
	}

}
