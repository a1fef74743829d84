// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.CreateOrFind;
import reactor.core.publisher.Mono;

/**
 * Default {@link SamlConnectionCreation}.
 */
@SuppressWarnings("deprecation")
final class DefaultSamlConnectionCreation implements SamlConnectionCreation {

	private final SamlConnectionService service;

	private final Account account;

	private final CreateOrFind<SamlConnection> createOrFind;

	DefaultSamlConnectionCreation(SamlConnectionService service, Account account, Duration settleTime,
			Duration timeout) {
		Assert.notNull(service, "'service' must not be null");
		this.account = account;
		this.service = service;
		this.createOrFind = new CreateOrFind<>(account, "saml_connections.create", settleTime, timeout,
				ConnectionIdentity.SAMENESS, "name", "domains", "domain");
	}

	@Override
	public Mono<CreateResult<SamlConnection>> createOrFind(NewSamlConnection connection) {
		ConnectionIdentity wanted = ConnectionIdentity.of(connection);
		return InlineMetadata.validate(this.account, "saml_connections.create", connection,
				this.createOrFind.execute(
						this.service.listAll(new SamlConnectionQuery().query(wanted.name())).map(wanted::compare),
						this.service.create(connection)));
	}

}
