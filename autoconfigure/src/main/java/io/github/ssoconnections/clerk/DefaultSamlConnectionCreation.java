// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Default {@link SamlConnectionCreation}.
 */
final class DefaultSamlConnectionCreation implements SamlConnectionCreation {

	private final SamlConnectionService service;

	private final CreateOrFind<SamlConnection> createOrFind;

	DefaultSamlConnectionCreation(SamlConnectionService service, Duration settleTime) {
		Assert.notNull(service, "'service' must not be null");
		Assert.notNull(settleTime, "'settleTime' must not be null");
		this.service = service;
		this.createOrFind = new CreateOrFind<>("saml_connections.create", settleTime,
				(found) -> CreateOrFind.Identity.of(found.name(), found.domains()));
	}

	@Override
	public Mono<CreateResult<SamlConnection>> createOrFind(NewSamlConnection connection) {
		CreateOrFind.Identity wanted = CreateOrFind.Identity.of(connection);
		return this.createOrFind.run(wanted, this.service.listAll(new SamlConnectionQuery().query(wanted.name())),
				this.service.create(connection));
	}

}
