// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.CreateOrFind;
import reactor.core.publisher.Mono;

/**
 * Default {@link EnterpriseConnectionCreation}.
 */
final class DefaultEnterpriseConnectionCreation implements EnterpriseConnectionCreation {

	private final EnterpriseConnectionService service;

	private final Account account;

	private final CreateOrFind<EnterpriseConnection> createOrFind;

	DefaultEnterpriseConnectionCreation(EnterpriseConnectionService service, Account account, Duration settleTime,
			Duration timeout) {
		Assert.notNull(service, "'service' must not be null");
		this.account = account;
		this.service = service;
		this.createOrFind = new CreateOrFind<>(account, "enterprise_connections.create", settleTime, timeout,
				ConnectionIdentity.SAMENESS, "name", "domains", "domain");
	}

	@Override
	public Mono<CreateResult<EnterpriseConnection>> createOrFind(NewEnterpriseConnection connection) {
		ConnectionIdentity wanted = ConnectionIdentity.of(connection);
		return InlineMetadata.validate(this.account, "enterprise_connections.create", connection,
				this.createOrFind.execute(this.service.listAll(new EnterpriseConnectionQuery()).map(wanted::compare),
						this.service.create(connection)));
	}

}
