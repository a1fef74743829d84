// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.scim;

import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.provisioning.Provisioning;
import io.github.ssoconnections.provisioning.ProvisioningState;
import reactor.core.publisher.Mono;

/**
 * {@link Provisioning} at Auth0: the SCIM configuration of a connection and its tokens.
 * Needs the scopes {@code read:scim_config} and {@code read:scim_token}.
 */
public final class Auth0Provisioning implements Provisioning {

	private final Account account;

	private final Auth0ScimConfigurations configurations;

	private Auth0Provisioning(Account account, Auth0ScimConfigurations configurations) {
		this.account = account;
		this.configurations = configurations;
	}

	/**
	 * Create the provisioning of a tenant.
	 * @param account the account
	 * @param configurations the service of the tenant
	 * @return the provisioning
	 */
	public static Auth0Provisioning create(Account account, Auth0ScimConfigurations configurations) {
		Assert.notNull(account, "'account' must not be null");
		Assert.notNull(configurations, "'configurations' must not be null");
		return new Auth0Provisioning(account, configurations);
	}

	@Override
	public Account account() {
		return this.account;
	}

	@Override
	public Mono<ProvisioningState> get(String connectionId) {
		return this.configurations.get(connectionId)
			.flatMap((configuration) -> this.configurations.listTokens(connectionId)
				.map((tokens) -> new ProvisioningState(connectionId,
						List.of(endpoint(connectionId, configuration, tokens)))))
			.onErrorResume(SsoApiException.NotFound.class,
					(failure) -> Mono.just(new ProvisioningState(connectionId, List.of())));
	}

	private static ProvisioningState.Endpoint endpoint(String connectionId, ScimConfiguration configuration,
			List<ScimToken> tokens) {
		return new ProvisioningState.Endpoint(connectionId, configuration.connectionName(), null, null,
				configuration.updatedOn(),
				tokens.stream()
					.map((token) -> new ProvisioningState.Token(token.tokenId(), token.createdAt(), token.validUntil(),
							token.lastUsedAt()))
					.toList());
	}

}
