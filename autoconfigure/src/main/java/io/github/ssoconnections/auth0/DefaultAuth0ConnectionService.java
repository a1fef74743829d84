// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;
import java.util.Optional;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.auth0.options.StrategyOptions;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.Change;
import io.github.ssoconnections.client.Effect;
import io.github.ssoconnections.client.ResponseType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

/**
 * Default {@link Auth0ConnectionService}.
 */
final class DefaultAuth0ConnectionService implements Auth0ConnectionService {

	private static final ResponseType<Auth0Connection> CONNECTION = ResponseType.of(Auth0Connection.class)
		.identifiedBy(Auth0Connection.class, Auth0Connection::id)
		.checkedBy(Auth0Connection.class, UnexpectedOptions::of);

	private static final ApiOperation<Auth0Page<Auth0Connection>> LIST = Auth0Operations
		.<Auth0Page<Auth0Connection>>read("connections.list", Auth0Operations.CONNECTIONS,
				ResponseType.<Auth0Page<Auth0Connection>>of(Auth0Page.class, Auth0Connection.class)
					.identifiedBy(Auth0Connection.class, Auth0Connection::id)
					.checkedBy(Auth0Connection.class, UnexpectedOptions::of))
		.withScopes("read:connections");

	private static final ApiOperation<Auth0Connection> CREATE = Auth0Operations
		.create("connections.create", Auth0Operations.CONNECTIONS, CONNECTION)
		.withRecoveryAdvice("list the connections of that name")
		.changing(ConnectionFacts::of)
		.withScopes("create:connections");

	static final ApiOperation<Auth0Connection> GET = Auth0Operations
		.read("connections.get", Auth0Operations.CONNECTION, CONNECTION)
		.withScopes("read:connections");

	static final ApiOperation<Auth0Connection> UPDATE = Auth0Operations
		.update("connections.update", Auth0Operations.CONNECTION, CONNECTION)
		.withRecoveryAdvice("get the connection and compare")
		.changing(ConnectionFacts::of)
		.withScopes("update:connections");

	private static final ApiOperation<ConnectionDeletion> DELETE = Auth0Operations
		.<ConnectionDeletion>ofStatus("connections.delete", HttpMethod.DELETE, Auth0Operations.CONNECTION,
				Effect.DELETE,
				(status) -> Auth0Operations.isSuccess(status)
						? Optional.of((status == 202) ? ConnectionDeletion.IN_PROGRESS : ConnectionDeletion.DONE)
						: Optional.empty())
		.withFallbackResult((id) -> ConnectionDeletion.DONE)
		.changing((deletion) -> Change.deletion(null))
		.withScopes("delete:connections");

	private static final ApiOperation<ConnectionStatus> GET_STATUS = Auth0Operations
		.ofStatus("connections.get_status", HttpMethod.GET, Auth0Operations.CONNECTION + "/status", Effect.READ,
				(status) -> Auth0Operations.isSuccess(status) ? Optional.of(ConnectionStatus.ONLINE)
						: (status == 404) ? Optional.of(ConnectionStatus.OFFLINE) : Optional.empty())
		.withScopes("read:connections");

	private static final ApiOperation<Boolean> DELETE_USER = Auth0Operations
		.changing(Auth0Operations.delete("connection_users.delete", Auth0Operations.CONNECTION + "/users"))
		.withScopes("delete:users");

	private final Auth0Client client;

	private final ConnectionUpdates updates;

	DefaultAuth0ConnectionService(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
		this.updates = new ConnectionUpdates(client);
	}

	@Override
	public Mono<Auth0Page<Auth0Connection>> list(Auth0ConnectionQuery query) {
		Assert.notNull(query, "'query' must not be null");
		return this.client.execute(LIST.call().query(query.withId().orByCheckpoint(this.client.settings().pageSize())));
	}

	@Override
	public Flux<Auth0Connection> listAll(Auth0ConnectionQuery query) {
		Assert.notNull(query, "'query' must not be null");
		return this.client.executeAll(LIST.call(), query.withId(), Auth0Page::data, Auth0Page::next);
	}

	@Override
	public Mono<Auth0Connection> create(NewAuth0Connection connection) {
		Assert.notNull(connection, "'connection' must not be null");
		ConnectionUpdates.rejectEnabledClients(connection);
		return InlineMetadata.checked(this.client.account(), CREATE.name(), connection.fields().get("options"),
				this.client.execute(CREATE.call().body(connection)));
	}

	@Override
	public Mono<Auth0Connection> get(String id, Auth0FieldQuery query) {
		Assert.notNull(query, "'query' must not be null");
		return this.client.execute(GET.call(id).query(query.withId()));
	}

	@Override
	public Mono<Auth0Connection> update(String id, Auth0ConnectionPatch patch) {
		return this.updates.update(id, patch);
	}

	@Override
	public Mono<Auth0Connection> setMetadata(String id, String name, String value) {
		return this.updates.setMetadata(id, name, value);
	}

	@Override
	public Mono<Auth0Connection> mergeOptions(String id, StrategyOptions<?> options) {
		return this.updates.mergeOptions(id, options);
	}

	@Override
	public Mono<Auth0Connection> replaceOptions(String id, StrategyOptions<?> options) {
		return this.updates.replaceOptions(id, options);
	}

	@Override
	public Mono<ConnectionDeletion> delete(String id) {
		return this.client.execute(DELETE.call(id));
	}

	@Override
	public Mono<Void> awaitDeleted(String id, Duration timeout) {
		return DeletionPolling.poll(this.client, id, timeout);
	}

	@Override
	public Mono<ConnectionStatus> getStatus(String id) {
		return this.client.execute(GET_STATUS.call(id));
	}

	@Override
	public Mono<Void> deleteUser(String id, String email) {
		Assert.hasText(email, "'email' must not be empty");
		return this.client.execute(DELETE_USER.call(id).query(new UserQuery().param("email", email))).then();
	}

	private static final class UserQuery extends ApiQuery<UserQuery> {

	}

}
