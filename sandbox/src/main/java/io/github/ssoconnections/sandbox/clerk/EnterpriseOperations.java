// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.util.List;
import java.util.function.Function;

import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Reply;
import io.github.ssoconnections.sandbox.signin.SignInPages;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * The operations below {@code /v1/enterprise_connections}.
 */
final class EnterpriseOperations {

	private static final String COLLECTION = "/v1/enterprise_connections";

	private static final String ITEM = COLLECTION + "/{id}";

	private static final String TEST_RUNS = ITEM + "/test_runs";

	private final Connections connections;

	private final TestRuns testRuns;

	private final SignInPages pages;

	EnterpriseOperations(Connections connections, TestRuns testRuns, SignInPages pages) {
		this.connections = connections;
		this.testRuns = testRuns;
		this.pages = pages;
	}

	void addTo(Operations<Function<Call, Reply>> operations) {
		operations.add("GET", COLLECTION, this::list)
			.add("POST", COLLECTION, this::create)
			.add("GET", ITEM, this::get)
			.add("PATCH", ITEM, this::update)
			.add("DELETE", ITEM, this::delete)
			.add("GET", TEST_RUNS, this::listTestRuns)
			.add("POST", TEST_RUNS, this::createTestRun);
	}

	private Reply list(Call call) {
		String organizationId = call.query().first("organization_id");
		Boolean active = call.query().flag("active");
		List<Connection> matches = this.connections.newestFirst()
			.stream()
			.filter((connection) -> organizationId == null || organizationId.equals(connection.organizationId()))
			.filter((connection) -> active == null || active == connection.isActive())
			.toList();
		return Replies.page(call.query(), matches, EnterpriseView::of);
	}

	private Reply create(Call call) {
		Write write = Write.enterprise(call.body(RequestShapes.CREATE_ENTERPRISE_CONNECTION));
		return Reply.created(EnterpriseView.of(this.connections.create(write)));
	}

	private Reply get(Call call) {
		return Reply.ok(EnterpriseView.of(this.connections.get(call.id())));
	}

	private Reply update(Call call) {
		Connection current = this.connections.get(call.id());
		Write write = Write.enterprise(call.body(RequestShapes.UPDATE_ENTERPRISE_CONNECTION));
		return Reply.ok(EnterpriseView.of(this.connections.update(current, write)));
	}

	private Reply delete(Call call) {
		Connection connection = this.connections.get(call.id());
		this.connections.delete(connection);
		return Replies.deleted("enterprise_connection", connection.id());
	}

	private Reply listTestRuns(Call call) {
		Connection connection = this.connections.get(call.id());
		List<String> statuses = call.query().all("status");
		if (!TestRuns.STATUSES.containsAll(statuses)) {
			throw call.query().invalid("status", "one of " + String.join(", ", TestRuns.STATUSES));
		}
		List<TestRun> matches = this.testRuns.list(connection)
			.stream()
			.filter((run) -> statuses.isEmpty() || statuses.contains(run.status()))
			.toList();
		return Replies.page(call.query(), matches, TestRun::toJson);
	}

	private Reply createTestRun(Call call) {
		Connection connection = this.connections.get(call.id());
		TestRun run = this.testRuns.start(connection);
		return Reply.ok(JsonNodeFactory.instance.objectNode()
			.put("url", this.pages.open(new TestSignIn(this.testRuns, connection, run))));
	}

}
