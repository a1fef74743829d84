// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.CreateOrFind;
import io.github.ssoconnections.client.CreateOrFind.Candidate;
import io.github.ssoconnections.client.CreateOrFind.Match;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Default {@link Auth0ConnectionCreation}.
 */
final class DefaultAuth0ConnectionCreation implements Auth0ConnectionCreation {

	private final Auth0ConnectionService service;

	private final Account account;

	private final CreateOrFind<Auth0Connection> createOrFind;

	DefaultAuth0ConnectionCreation(Auth0ConnectionService service, Account account, Duration settleTime,
			Duration timeout) {
		Assert.notNull(service, "'service' must not be null");
		this.account = account;
		this.service = service;
		this.createOrFind = new CreateOrFind<>(account, "connections.create", settleTime, timeout, "this name", "name");
	}

	@Override
	public Mono<CreateResult<Auth0Connection>> createOrFind(NewAuth0Connection connection) {
		Assert.notNull(connection, "'connection' must not be null");
		Assert.isTrue(connection.fields().get("name") instanceof String,
				"'name' must be set, as connections are identified by name");
		String name = ((String) connection.fields().get("name")).strip();
		Flux<Candidate<Auth0Connection>> candidates = this.service.listAll(new Auth0ConnectionQuery().name(name))
			.map((found) -> new Candidate<>(found, found.id(), match(name, found)));
		return InlineMetadata.checked(this.account, "connections.create", connection.fields().get("options"),
				this.createOrFind.executeUnique(candidates, this.service.create(connection)));
	}

	private static Match match(String name, Auth0Connection found) {
		if (found.name().isEmpty()) {
			return Match.UNKNOWN;
		}
		return name.equals(found.name().strip()) ? Match.YES : Match.NO;
	}

}
