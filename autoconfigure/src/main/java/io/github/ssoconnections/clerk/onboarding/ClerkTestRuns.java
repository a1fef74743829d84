// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.onboarding;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.TestRun;
import io.github.ssoconnections.clerk.TestRunLink;
import io.github.ssoconnections.clerk.TestRunQuery;
import io.github.ssoconnections.onboarding.SignInTest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Test runs of connections at Clerk, in the form that all vendors have in common.
 */
final class ClerkTestRuns {

	/** The documentation does not say in which order Clerk lists them. */
	private static final int LIMIT = 100;

	private final EnterpriseConnectionService connections;

	ClerkTestRuns(EnterpriseConnectionService connections) {
		this.connections = connections;
	}

	Mono<SignInTest> create(String connectionId) {
		return this.connections.get(connectionId)
			.flatMap((connection) -> list(connection).flatMap((tests) -> this.connections.createTestRun(connectionId)
				.map((link) -> of(connectionId, link, tests.isEmpty() ? null : tests.get(0)))));
	}

	static SignInTest of(String connectionId, TestRunLink link, SignInTest.@Nullable TestAttempt last) {
		Secret url = link.url();
		return new SignInTest(connectionId, url, true,
				(url != null) ? List.of() : List.of("The response of the vendor has no link."), last);
	}

	Mono<List<SignInTest.TestAttempt>> list(EnterpriseConnection connection, List<String> unknown) {
		return list(connection).onErrorResume(SsoApiException.class, (failure) -> {
			unknown.add("The test runs could not be read: " + failure.getMessage());
			return Mono.just(List.of());
		});
	}

	private Mono<List<SignInTest.TestAttempt>> list(EnterpriseConnection connection) {
		return this.connections.listTestRuns(connection.id(), new TestRunQuery().limit(LIMIT))
			.map(Page::data)
			.map((runs) -> runs.stream()
				.sorted(TestRun.NEWEST_FIRST)
				.map((run) -> attempt(run, changedAt(connection)))
				.toList());
	}

	/**
	 * Return when a connection was last changed, for the decision whether a test is
	 * newer.
	 * @param connection the connection
	 * @return the time, {@code null} if it is unknown
	 */
	static @Nullable Instant changedAt(EnterpriseConnection connection) {
		return (connection.updatedAt() != null) ? connection.updatedAt() : connection.createdAt();
	}

	static SignInTest.TestAttempt attempt(TestRun run, @Nullable Instant changedAt) {
		return new SignInTest.TestAttempt(run.id(), (run.status() != null) ? run.status().value() : null,
				run.createdAt(), run.failureMessage(), run.isSuccessAfter(changedAt));
	}

	static boolean isTested(List<SignInTest.TestAttempt> tests) {
		return tests.stream().anyMatch(SignInTest.TestAttempt::isCurrent);
	}

}
