// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.scim;

import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Operations;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.Auth0PageQuery;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.ResponseType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Default {@link Auth0ScimConfigurations}.
 */
final class DefaultAuth0ScimConfigurations implements Auth0ScimConfigurations {

	private static final String CONFIGURATION_PATH = Auth0Operations.CONNECTION + "/scim-configuration";

	private static final String TOKENS = CONFIGURATION_PATH + "/tokens";

	private static final ResponseType<ScimConfiguration> CONFIGURATION = ResponseType.of(ScimConfiguration.class);

	private static final ApiOperation<Auth0Page<ScimConfiguration>> LIST = Auth0Operations
		.<Auth0Page<ScimConfiguration>>read("scim_configurations.list", "/connections-scim-configurations",
				ResponseType.of(Auth0Page.class, ScimConfiguration.class))
		.withScopes("read:scim_config");

	private static final ApiOperation<ScimConfiguration> GET = Auth0Operations
		.read("scim_configurations.get", CONFIGURATION_PATH, CONFIGURATION)
		.withScopes("read:scim_config");

	private static final ApiOperation<ScimConfiguration> CREATE = Auth0Operations
		.changing(Auth0Operations.create("scim_configurations.create", CONFIGURATION_PATH, CONFIGURATION)
			.withRecoveryAdvice("get the SCIM configuration of the connection"))
		.withScopes("create:scim_config");

	private static final ApiOperation<ScimConfiguration> UPDATE = Auth0Operations
		.changing(Auth0Operations.update("scim_configurations.update", CONFIGURATION_PATH, CONFIGURATION)
			.withRecoveryAdvice("get the SCIM configuration of the connection and compare"))
		.withScopes("update:scim_config");

	private static final ApiOperation<Boolean> DELETE = Auth0Operations
		.changing(Auth0Operations.delete("scim_configurations.delete", CONFIGURATION_PATH))
		.withScopes("delete:scim_config");

	private static final ApiOperation<DefaultScimMapping> GET_DEFAULT_MAPPING = Auth0Operations
		.read("scim_configurations.get_default_mapping", CONFIGURATION_PATH + "/default-mapping",
				ResponseType.of(DefaultScimMapping.class))
		.withScopes("read:scim_config");

	private static final ApiOperation<List<ScimToken>> LIST_TOKENS = Auth0Operations
		.<List<ScimToken>>read("scim_tokens.list", TOKENS, ResponseType.of(List.class, ScimToken.class))
		.withScopes("read:scim_token");

	private static final ApiOperation<ScimToken> CREATE_TOKEN = Auth0Operations
		.changing(Auth0Operations.create("scim_tokens.create", TOKENS, ResponseType.of(ScimToken.class))
			.withRecoveryAdvice("list the SCIM tokens of the connection, and delete an unused one"))
		.withScopes("create:scim_token");

	private static final ApiOperation<Boolean> DELETE_TOKEN = Auth0Operations
		.changing(Auth0Operations.delete("scim_tokens.delete", TOKENS + "/{token_id}"))
		.withScopes("delete:scim_token");

	private final Auth0Client client;

	DefaultAuth0ScimConfigurations(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
	}

	@Override
	public Mono<Auth0Page<ScimConfiguration>> list(Auth0PageQuery query) {
		return this.client.execute(LIST.call().query(query));
	}

	@Override
	public Flux<ScimConfiguration> listAll(Auth0PageQuery query) {
		return this.client.executeAll(LIST.call(), query, Auth0Page::data, Auth0Page::next);
	}

	@Override
	public Mono<ScimConfiguration> get(String id) {
		return this.client.execute(GET.call(id));
	}

	@Override
	public Mono<ScimConfiguration> create(String id) {
		return this.client.execute(CREATE.call(id));
	}

	@Override
	public Mono<ScimConfiguration> create(String id, ScimSettings settings) {
		return this.client.execute(CREATE.call(id).body(settings));
	}

	@Override
	public Mono<ScimConfiguration> update(String id, ScimSettings settings) {
		return this.client.execute(UPDATE.call(id).body(settings));
	}

	@Override
	public Mono<Void> delete(String id) {
		return this.client.execute(DELETE.call(id)).then();
	}

	@Override
	public Mono<DefaultScimMapping> getDefaultMapping(String id) {
		return this.client.execute(GET_DEFAULT_MAPPING.call(id));
	}

	@Override
	public Mono<List<ScimToken>> listTokens(String id) {
		return this.client.execute(LIST_TOKENS.call(id));
	}

	@Override
	public Mono<ScimToken> createToken(String id, NewScimToken token) {
		return this.client.execute(CREATE_TOKEN.call(id).body(token));
	}

	@Override
	public Mono<Void> deleteToken(String id, String tokenId) {
		return this.client.execute(DELETE_TOKEN.call(id, tokenId)).then();
	}

}
