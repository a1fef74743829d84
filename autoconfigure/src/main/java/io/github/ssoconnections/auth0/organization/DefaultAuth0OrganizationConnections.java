// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.organization;

import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Operations;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.ResponseType;
import reactor.core.publisher.Mono;

/**
 * Default {@link Auth0OrganizationConnections}.
 */
final class DefaultAuth0OrganizationConnections implements Auth0OrganizationConnections {

	private static final String CONNECTIONS = DefaultAuth0Organizations.ORGANIZATIONS
			+ "/{organization_id}/enabled_connections";

	private static final String CONNECTION_PATH = CONNECTIONS + "/{connection_id}";

	private static final ResponseType<OrganizationConnection> CONNECTION = ResponseType
		.of(OrganizationConnection.class);

	private static final ApiOperation<List<OrganizationConnection>> LIST = Auth0Operations
		.<List<OrganizationConnection>>read("organization_connections.list", CONNECTIONS,
				ResponseType.of(List.class, OrganizationConnection.class))
		.withScopes("read:organization_connections");

	private static final ApiOperation<OrganizationConnection> GET = Auth0Operations
		.read("organization_connections.get", CONNECTION_PATH, CONNECTION)
		.withScopes("read:organization_connections");

	private static final ApiOperation<OrganizationConnection> CREATE = Auth0Operations
		.create("organization_connections.create", CONNECTIONS, CONNECTION)
		.withRecoveryAdvice("enable the connection again")
		.withScopes("create:organization_connections");

	private static final ApiOperation<OrganizationConnection> UPDATE = Auth0Operations
		.update("organization_connections.update", CONNECTION_PATH, CONNECTION)
		.withRecoveryAdvice("send the update again")
		.withScopes("update:organization_connections");

	private static final ApiOperation<Boolean> DELETE = Auth0Operations
		.delete("organization_connections.delete", CONNECTION_PATH)
		.withScopes("delete:organization_connections");

	private final Auth0Client client;

	DefaultAuth0OrganizationConnections(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
	}

	@Override
	public Mono<List<OrganizationConnection>> list(String organizationId) {
		return this.client.execute(LIST.call(organizationId).query(new WholeList().perPage()));
	}

	@Override
	public Mono<OrganizationConnection> get(String organizationId, String connectionId) {
		return this.client.execute(GET.call(organizationId, connectionId));
	}

	@Override
	public Mono<OrganizationConnection> enable(String organizationId, String connectionId,
			OrganizationConnectionSettings settings) {
		Assert.notNull(settings, "'settings' must not be null");
		Mono<OrganizationConnection> create = this.client
			.execute(CREATE.call(organizationId).body(settings.of(connectionId)));
		Mono<OrganizationConnection> update = update(organizationId, connectionId, settings);
		boolean unchanged = settings.fields().isEmpty();
		return get(organizationId, connectionId).flatMap((found) -> unchanged ? Mono.just(found) : update)
			.onErrorResume(SsoApiException.NotFound.class,
					(absent) -> create.onErrorResume(SsoApiException.Conflict.class,
							(enabledMeanwhile) -> unchanged ? get(organizationId, connectionId) : update));
	}

	@Override
	public Mono<OrganizationConnection> update(String organizationId, String connectionId,
			OrganizationConnectionSettings settings) {
		return this.client.execute(UPDATE.call(organizationId, connectionId).body(settings));
	}

	@Override
	public Mono<Void> disable(String organizationId, String connectionId) {
		return this.client.execute(DELETE.call(organizationId, connectionId)).then();
	}

	/** Query of the largest page. */
	private static final class WholeList extends ApiQuery<WholeList> {

		private static final int MAX_PAGE = 100;

		WholeList perPage() {
			return single("per_page", MAX_PAGE);
		}

	}

}
