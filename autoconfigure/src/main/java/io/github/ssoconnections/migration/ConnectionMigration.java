// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.handover.HandOverSheet;
import io.github.ssoconnections.onboarding.OnboardingTools;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Migration of connections from a tenant at Auth0 to an instance at Clerk. Reads Auth0
 * only: the tenant is never changed. Connections are created inactive at Clerk, so that
 * nobody signs in with them until they are activated.
 * <p>
 * A run can be started again after a failure, a restart or a changed decision: a
 * connection that exists at Clerk with the same name and domains is found, and none is
 * created twice. After a change of the name or of domains, the existing one blocks the
 * creation. Client secrets go from the response of Auth0 to the request to Clerk, and are
 * nowhere else.
 * <p>
 * A failure to list the connections of either account is an {@link SsoApiException}.
 * Decisions about connections that the tenant does not have are an
 * {@link IllegalArgumentException}, and nothing is written.
 */
public interface ConnectionMigration {

	/**
	 * Create a migration.
	 * @param source the tenant at Auth0
	 * @param target the instance at Clerk
	 * @param tools the client for SAML metadata, the sheets and the clock
	 * @return the migration
	 */
	static ConnectionMigration create(Auth0Account source, ClerkAccount target, OnboardingTools tools) {
		Assert.notNull(source, "'source' must not be null");
		Assert.notNull(target, "'target' must not be null");
		Assert.notNull(tools, "'tools' must not be null");
		return new DefaultConnectionMigration(source, target, tools);
	}

	/**
	 * Return the tenant at Auth0.
	 * @return the account
	 */
	Account source();

	/**
	 * Return the instance at Clerk.
	 * @return the account
	 */
	Account target();

	/**
	 * Plan the migration. Nothing is written. Metadata at URLs is fetched through the
	 * address filter, and checked.
	 * @param options what the caller decides
	 * @return an entry for each connection, in the order of the list at Auth0; and one
	 * without an id if connections of the list could not be read
	 */
	Flux<MigrationEntry> plan(MigrationOptions options);

	/**
	 * Create the connections that are {@linkplain MigrationStatus#READY ready}, inactive
	 * and one after the other, and complete those that an earlier run has created. A
	 * failure is in the entry of its connection, and does not stop the others, unless it
	 * concerns the whole account: the key, a permission or quota, the rate limit, or an
	 * outage. The rest is {@link MigrationStatus#NOT_RUN} then.
	 * @param options what the caller decides
	 * @return an entry for each connection, in the order of the list at Auth0; and one
	 * without an id if connections of the list could not be read
	 */
	Flux<MigrationEntry> run(MigrationOptions options);

	/**
	 * Make the sheet for the administrator of a customer's IdP, with the new ACS URL and
	 * entity ID.
	 * @param entry an entry with a connection at Clerk
	 * @return the sheet
	 * @throws IllegalArgumentException if the entry has no connection at Clerk
	 */
	Mono<HandOverSheet> handOver(MigrationEntry entry);

}
