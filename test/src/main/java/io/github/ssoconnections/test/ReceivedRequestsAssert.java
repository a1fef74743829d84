// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.sandbox.RecordedRequest;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Assertions about requests of one method and path. Each one keeps the requests that
 * fulfil it for those after it, and fails if there is none.
 */
public final class ReceivedRequestsAssert extends AbstractAssert<ReceivedRequestsAssert, List<RecordedRequest>> {

	private final List<ReceivedRequest> requests;

	private final String expected;

	ReceivedRequestsAssert(List<ReceivedRequest> requests, String expected) {
		super(requests.stream().map(ReceivedRequest::request).toList(), ReceivedRequestsAssert.class);
		this.requests = requests;
		this.expected = expected;
	}

	/**
	 * Verify that a field of the body was sent with a value.
	 * @param field the name in the vendor's API, that of a nested object after a dot,
	 * such as {@code saml.idp_metadata_url}; the elements of lists have indexes
	 * @param value the value: a text, a number, a boolean, a list, a map, a body, or
	 * {@code null} for a {@code null} that was sent
	 * @return assertions about the requests with this value
	 * @throws AssertionError if there is none
	 */
	public ReceivedRequestsAssert withField(String field, @Nullable Object value) {
		JsonNode wanted = WireJson.mapper().readTree(WireJson.mapper().writeValueAsString(value));
		return filter("with the field '" + field + "': " + ReceivedRequest.describe(field, wanted),
				(request) -> request.field(field).equals(wanted),
				(request) -> ReceivedRequest.describe(field, request.field(field)));
	}

	/**
	 * Verify that a field of the body was not sent.
	 * @param field the field, as for {@link #withField}
	 * @return assertions about the requests without it
	 * @throws AssertionError if there is none
	 */
	public ReceivedRequestsAssert withoutField(String field) {
		return filter("without the field '" + field + "'", (request) -> request.field(field).isMissingNode(),
				(request) -> ReceivedRequest.describe(field, request.field(field)));
	}

	/**
	 * Verify that a query parameter was sent with a value, among others perhaps.
	 * @param name the name
	 * @param value the value, decoded
	 * @return assertions about the requests with this value
	 * @throws AssertionError if there is none
	 */
	public ReceivedRequestsAssert withQuery(String name, String value) {
		return filter("with the query parameter '" + name + "': " + value,
				(request) -> request.query(name).contains(value), (request) -> request.query(name).toString());
	}

	/**
	 * Verify which account sent the request.
	 * @param account the name of the account, {@code default} for the one without a name
	 * @return assertions about the requests of this account
	 * @throws AssertionError if there is none
	 */
	public ReceivedRequestsAssert byAccount(String account) {
		return filter("by the account '" + account + "'", (request) -> request.account().equals(account),
				ReceivedRequest::account);
	}

	/**
	 * Verify that exactly one request fulfils the assertions before.
	 * @return this assertion
	 * @throws AssertionError if there are more
	 */
	public ReceivedRequestsAssert once() {
		return times(1);
	}

	/**
	 * Verify how many requests fulfil the assertions before.
	 * @param count the number
	 * @return this assertion
	 * @throws AssertionError if there are fewer or more
	 */
	public ReceivedRequestsAssert times(int count) {
		if (this.requests.size() != count) {
			failWithMessage("Expecting the sandbox to have received %s time(s):%n  %s%nbut it received%s", count,
					this.expected, ReceivedRequest.list(this.requests));
		}
		return this;
	}

	private ReceivedRequestsAssert filter(String condition, Predicate<ReceivedRequest> predicate,
			Function<ReceivedRequest, String> received) {
		String all = this.expected + " " + condition;
		List<ReceivedRequest> matches = this.requests.stream().filter(predicate).toList();
		if (matches.isEmpty()) {
			List<String> instead = this.requests.stream().map(received).distinct().limit(5).toList();
			failWithMessage("Expecting the sandbox to have received:%n  %s%nbut it was: %s, in what it received%s", all,
					String.join(", ", instead), ReceivedRequest.list(this.requests));
		}
		return new ReceivedRequestsAssert(matches, all);
	}

}
