// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.application;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Operations;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.Auth0PageQuery;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.ResponseType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Default {@link Auth0Applications}.
 */
final class DefaultAuth0Applications implements Auth0Applications {

	private static final String CLIENTS = "/clients";

	private static final ApiOperation<Auth0Page<Application>> LIST = Auth0Operations
		.<Auth0Page<Application>>read("clients.list", CLIENTS, ResponseType.of(Auth0Page.class, Application.class))
		.withScopes("read:clients");

	private static final ApiOperation<Application> GET = Auth0Operations
		.read("clients.get", CLIENTS + "/{client_id}", ResponseType.of(Application.class))
		.withScopes("read:clients");

	private final Auth0Client client;

	DefaultAuth0Applications(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
	}

	@Override
	public Mono<Auth0Page<Application>> list(Auth0PageQuery query) {
		Assert.notNull(query, "'query' must not be null");
		return this.client.execute(LIST.call().query(new Fields().of(query)));
	}

	@Override
	public Flux<Application> listAll(Auth0PageQuery query) {
		Assert.notNull(query, "'query' must not be null");
		return this.client.executeAll(LIST.call(), new Fields().of(query), Auth0Page::data, Auth0Page::next);
	}

	@Override
	public Mono<Application> get(String clientId) {
		return this.client.execute(GET.call(clientId).query(new Fields().only()));
	}

	/** Query of the fields of {@link Application}, which are no secrets. */
	private static final class Fields extends ApiQuery<Fields> {

		Fields of(Auth0PageQuery query) {
			query.parameters().forEach((parameter) -> addParam(parameter.name(), parameter.value()));
			return only();
		}

		Fields only() {
			return param("fields", "client_id,name,organization_usage,organization_require_behavior,"
					+ "organization_discovery_methods,callbacks")
				.param("include_fields", true);
		}

	}

}
