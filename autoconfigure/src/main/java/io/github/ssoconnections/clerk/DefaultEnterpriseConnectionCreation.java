// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Default {@link EnterpriseConnectionCreation}.
 */
final class DefaultEnterpriseConnectionCreation implements EnterpriseConnectionCreation {

	private final EnterpriseConnectionService service;

	private final CreateOrFind<EnterpriseConnection> createOrFind;

	DefaultEnterpriseConnectionCreation(EnterpriseConnectionService service, Duration settleTime) {
		Assert.notNull(service, "'service' must not be null");
		Assert.notNull(settleTime, "'settleTime' must not be null");
		this.service = service;
		this.createOrFind = new CreateOrFind<>("enterprise_connections.create", settleTime,
				(found) -> CreateOrFind.Identity.of(found.name(), found.domains()));
	}

	@Override
	public Mono<CreateResult<EnterpriseConnection>> createOrFind(NewEnterpriseConnection connection) {
		CreateOrFind.Identity wanted = CreateOrFind.Identity.of(connection);
		return this.createOrFind.run(wanted, this.service.listAll(new EnterpriseConnectionQuery()),
				this.service.create(connection));
	}

}
