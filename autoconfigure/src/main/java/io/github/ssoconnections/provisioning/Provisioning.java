// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.provisioning;

import io.github.ssoconnections.account.Account;
import reactor.core.publisher.Mono;

/**
 * Provisioning of the users of the connections of one account, read only.
 */
public interface Provisioning {

	/**
	 * Return the account.
	 * @return the account
	 */
	Account account();

	/**
	 * Read how users of a connection are provisioned. At Clerk, reads the list of the
	 * directories. At Auth0, needs the scopes {@code read:scim_config} and
	 * {@code read:scim_token}.
	 * @param connectionId the vendor's id of the connection
	 * @return the state, without endpoints if provisioning is not set up; fails with an
	 * {@link io.github.ssoconnections.SsoApiException} if it cannot be read
	 */
	Mono<ProvisioningState> get(String connectionId);

}
