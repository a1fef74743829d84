// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.function.Consumer;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.ListDrift;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.Effect;
import io.github.ssoconnections.client.ResponseType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

/**
 * Default {@link EnterpriseConnectionService}: a table of operations, and a method for
 * each.
 */
final class DefaultEnterpriseConnectionService implements EnterpriseConnectionService {

	private static final String ALL = "/enterprise_connections";

	private static final String ONE = ALL + "/{enterprise_connection_id}";

	private static final String TEST_RUNS = ONE + "/test_runs";

	private static final ResponseType<EnterpriseConnection> CONNECTION = ResponseType.of(EnterpriseConnection.class)
		.identifiedBy(EnterpriseConnection.class, EnterpriseConnection::id);

	private static final ApiOperation<Page<EnterpriseConnection>> LIST = ApiOperation.of("enterprise_connections.list",
			HttpMethod.GET, ALL, Effect.READ,
			ResponseType.<Page<EnterpriseConnection>>of(Page.class, EnterpriseConnection.class)
				.identifiedBy(EnterpriseConnection.class, EnterpriseConnection::id));

	private static final ApiOperation<EnterpriseConnection> CREATE = ApiOperation
		.of("enterprise_connections.create", HttpMethod.POST, ALL, Effect.CREATE, CONNECTION)
		.withRecoveryAdvice("list the connections and look for its name and domains")
		.changing(ConnectionChanges::of);

	private static final ApiOperation<EnterpriseConnection> GET = ApiOperation.of("enterprise_connections.get",
			HttpMethod.GET, ONE, Effect.READ, CONNECTION);

	private static final ApiOperation<EnterpriseConnection> UPDATE = ApiOperation
		.of("enterprise_connections.update", HttpMethod.PATCH, ONE, Effect.PATCH, CONNECTION)
		.withRecoveryAdvice("get the connection and compare")
		.changing(ConnectionChanges::of);

	private static final ApiOperation<DeletedObject> DELETE = ApiOperation
		.of("enterprise_connections.delete", HttpMethod.DELETE, ONE, Effect.DELETE,
				ResponseType.of(DeletedObject.class))
		.withFallbackResult(DeletedObject::assumed)
		.changing(ConnectionChanges::of);

	private static final ApiOperation<Page<TestRun>> LIST_TEST_RUNS = ApiOperation.of(
			"enterprise_connections.list_test_runs", HttpMethod.GET, TEST_RUNS, Effect.READ,
			ResponseType.of(Page.class, TestRun.class));

	private static final ApiOperation<TestRunLink> CREATE_TEST_RUN = ApiOperation.of(
			"enterprise_connections.create_test_run", HttpMethod.POST, TEST_RUNS, Effect.CREATE,
			ResponseType.of(TestRunLink.class));

	private final ClerkClient client;

	DefaultEnterpriseConnectionService(ClerkClient client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
	}

	@Override
	public Mono<Page<EnterpriseConnection>> list(EnterpriseConnectionQuery query) {
		return this.client.execute(LIST.call().query(query));
	}

	@Override
	public Flux<EnterpriseConnection> listAll(EnterpriseConnectionQuery query, Consumer<ListDrift> onDrift) {
		return this.client.executeAll(LIST.call(), query, EnterpriseConnection::id, onDrift);
	}

	@Override
	public Mono<EnterpriseConnection> create(NewEnterpriseConnection connection) {
		return InlineMetadata.validate(this.client.account(), CREATE.name(), connection,
				this.client.execute(CREATE.call().body(connection)));
	}

	@Override
	public Mono<EnterpriseConnection> get(String id) {
		return this.client.execute(GET.call(id));
	}

	@Override
	public Mono<EnterpriseConnection> update(String id, EnterpriseConnectionPatch patch) {
		return InlineMetadata.validate(this.client.account(), UPDATE.name(), patch,
				this.client.execute(UPDATE.call(id).body(patch)));
	}

	@Override
	public Mono<DeletedObject> delete(String id) {
		return this.client.execute(DELETE.call(id));
	}

	@Override
	public Mono<Page<TestRun>> listTestRuns(String id, TestRunQuery query) {
		return this.client.execute(LIST_TEST_RUNS.call(id).query(query));
	}

	@Override
	public Mono<TestRunLink> createTestRun(String id) {
		return this.client.execute(CREATE_TEST_RUN.call(id));
	}

}
