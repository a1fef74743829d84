// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test;

import java.util.List;

import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.Sandbox;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about the requests that a sandbox received since its last reset: retries
 * included, and whatever became of them. Failures show neither keys nor secrets.
 *
 * @see SandboxAssertions#assertThat(Sandbox)
 */
public final class SandboxAssert extends AbstractAssert<SandboxAssert, Sandbox> {

	SandboxAssert(Sandbox actual) {
		super(actual, SandboxAssert.class);
	}

	/**
	 * Verify that the sandbox received a request.
	 * @param method the HTTP method
	 * @param path the path without a query, such as {@code /v1/enterprise_connections} or
	 * {@code /v1/enterprise_connections/{id}}, where a segment in braces matches any
	 * @return assertions about these requests
	 * @throws AssertionError if there is none
	 */
	public ReceivedRequestsAssert received(String method, String path) {
		RequestPattern pattern = RequestPattern.of(method, path);
		List<ReceivedRequest> all = all();
		List<ReceivedRequest> matches = all.stream().filter(pattern::matches).toList();
		if (matches.isEmpty()) {
			fail("Expecting the sandbox to have received:%n  %s%nbut it received%s", pattern,
					ReceivedRequest.list(all));
		}
		return new ReceivedRequestsAssert(matches, pattern.toString());
	}

	/**
	 * Verify that the sandbox received no such request.
	 * @param method the HTTP method
	 * @param path the path, as for {@link #received}
	 * @return this assertion
	 * @throws AssertionError if there is one
	 */
	public SandboxAssert receivedNo(String method, String path) {
		RequestPattern pattern = RequestPattern.of(method, path);
		List<ReceivedRequest> matches = all().stream().filter(pattern::matches).toList();
		if (!matches.isEmpty()) {
			fail("Expecting the sandbox not to have received:%n  %s%nbut it received%s", pattern,
					ReceivedRequest.list(matches));
		}
		return this;
	}

	/**
	 * Verify that the sandbox received no request.
	 * @return this assertion
	 * @throws AssertionError if there is one
	 */
	public SandboxAssert receivedNothing() {
		List<ReceivedRequest> all = all();
		if (!all.isEmpty()) {
			fail("Expecting the sandbox to have received nothing, but it received%s", ReceivedRequest.list(all));
		}
		return this;
	}

	/**
	 * Verify the number of requests that the sandbox received.
	 * @param count the number
	 * @return this assertion
	 * @throws AssertionError if there are fewer or more
	 */
	public SandboxAssert receivedRequests(int count) {
		List<ReceivedRequest> all = all();
		if (all.size() != count) {
			fail("Expecting the sandbox to have received %s request(s), but it received%s", count,
					ReceivedRequest.list(all));
		}
		return this;
	}

	private List<ReceivedRequest> all() {
		isNotNull();
		List<RecordedRequest> requests = this.actual.requests();
		return requests.stream().map(ReceivedRequest::new).toList();
	}

	private void fail(String message, Object... arguments) {
		failWithMessage(message, arguments);
	}

}
