// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.ResponseType;
import reactor.core.publisher.Mono;

/**
 * Default {@link Auth0ConnectionKeys}.
 */
final class DefaultAuth0ConnectionKeys implements Auth0ConnectionKeys {

	private static final String KEYS = Auth0Operations.CONNECTION + "/keys";

	private static final ResponseType<List<ConnectionKey>> ALL = ResponseType.of(List.class, ConnectionKey.class);

	private static final ApiOperation<List<ConnectionKey>> LIST = Auth0Operations
		.<List<ConnectionKey>>read("connection_keys.list", KEYS, ALL)
		.withScopes("read:connections_keys");

	private static final ApiOperation<List<ConnectionKey>> CREATE = Auth0Operations
		.changing(Auth0Operations.<List<ConnectionKey>>create("connection_keys.create", KEYS, ALL)
			.withRecoveryAdvice("list the keys of the connection"))
		.withScopes("create:connections_keys");

	private static final ApiOperation<ConnectionKey> ROTATE = Auth0Operations
		.changing(
				Auth0Operations.create("connection_keys.rotate", KEYS + "/rotate", ResponseType.of(ConnectionKey.class))
					.withRecoveryAdvice("list the keys of the connection"))
		.withScopes("create:connections_keys", "update:connections_keys");

	private final Auth0Client client;

	DefaultAuth0ConnectionKeys(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
	}

	@Override
	public Mono<List<ConnectionKey>> list(String id) {
		return this.client.execute(LIST.call(id));
	}

	@Override
	public Mono<List<ConnectionKey>> create(String id) {
		return this.client.execute(CREATE.call(id));
	}

	@Override
	public Mono<List<ConnectionKey>> create(String id, ConnectionKeySettings settings) {
		return this.client.execute(CREATE.call(id).body(settings));
	}

	@Override
	public Mono<ConnectionKey> rotate(String id) {
		return this.client.execute(ROTATE.call(id));
	}

	@Override
	public Mono<ConnectionKey> rotate(String id, ConnectionKeySettings settings) {
		return this.client.execute(ROTATE.call(id).body(settings));
	}

}
