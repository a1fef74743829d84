// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.ApiCall;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.ResponseType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

/**
 * Default {@link Auth0ConnectionClients}.
 */
final class DefaultAuth0ConnectionClients implements Auth0ConnectionClients {

	private static final String CLIENTS = Auth0Operations.CONNECTION + "/clients";

	private static final int PART = 50;

	private static final ApiOperation<Auth0Page<EnabledClient>> LIST = Auth0Operations
		.<Auth0Page<EnabledClient>>read("connection_clients.list", CLIENTS,
				ResponseType.of(Auth0Page.class, EnabledClient.class))
		.withScopes("read:connections");

	private static final ApiOperation<Boolean> UPDATE = Auth0Operations
		.changing(Auth0Operations.update("connection_clients.update", HttpMethod.PATCH, CLIENTS)
			.withRecoveryAdvice("list the clients of the connection, or send the change again"))
		.withScopes("update:connections");

	private final Auth0Client client;

	DefaultAuth0ConnectionClients(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
	}

	@Override
	public Mono<Auth0Page<EnabledClient>> list(String id, EnabledClientQuery query) {
		return this.client.execute(LIST.call(id).query(query));
	}

	@Override
	public Flux<EnabledClient> listAll(String id, EnabledClientQuery query) {
		return this.client.executeAll(LIST.call(id), query, Auth0Page::data, Auth0Page::next);
	}

	@Override
	public Mono<Void> update(String id, List<ClientChange> changes) {
		Assert.notEmpty(changes, "'changes' must not be empty");
		Assert.noNullElements(changes, "'changes' must not contain null");
		List<String> clientIds = changes.stream()
			.map((change) -> String.valueOf(change.fields().get("client_id")))
			.toList();
		List<Mono<Boolean>> parts = new ArrayList<>();
		for (int start = 0; start < changes.size(); start += PART) {
			int from = start;
			int to = Math.min(start + PART, changes.size());
			ApiCall<Boolean> call = UPDATE.call(id).body(changes.subList(from, to));
			parts.add(this.client.execute(call)
				.doOnError(SsoApiException.class,
						(failure) -> failure.addSuppressed(new PartialClientUpdate(clientIds.subList(0, from),
								clientIds.subList(from, to), clientIds.subList(to, clientIds.size())))));
		}
		return Flux.concat(parts).then();
	}

}
