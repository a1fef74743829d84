// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.http.CreateOrFind;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Default {@link Auth0ConnectionCreation}.
 */
final class DefaultAuth0ConnectionCreation implements Auth0ConnectionCreation {

	private final Auth0ConnectionService service;

	private final CreateOrFind<Auth0Connection> createOrFind;

	DefaultAuth0ConnectionCreation(Auth0ConnectionService service, Duration settleTime) {
		Assert.notNull(service, "'service' must not be null");
		this.service = service;
		this.createOrFind = new CreateOrFind<>(Auth0Vendor.NAME, "connections.create", settleTime, "this name");
	}

	@Override
	public Mono<CreateResult<Auth0Connection>> createOrFind(NewAuth0Connection connection) {
		Assert.notNull(connection, "'connection' must not be null");
		Assert.isTrue(connection.fields().get("name") instanceof String, "'name' must be set, to find it by");
		String name = (String) connection.fields().get("name");
		Flux<Auth0Connection> matches = this.service.listAll(new Auth0ConnectionQuery().name(name))
			.filter((found) -> name.equals(found.name()));
		Mono<CreateResult<Auth0Connection>> created = this.createOrFind.run(matches, this.service.create(connection))
			.onErrorResume(SsoApiException.Conflict.class,
					(conflict) -> matches.next()
						.map((found) -> new CreateResult<>(found, true))
						.switchIfEmpty(Mono.error(conflict)));
		return InlineMetadata.checked("connections.create", connection.fields().get("options"), created);
	}

}
