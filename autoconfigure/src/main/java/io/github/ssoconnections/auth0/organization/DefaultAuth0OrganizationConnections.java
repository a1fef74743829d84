// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.organization;

import java.util.List;
import java.util.function.Predicate;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.client.ApiQuery;
import reactor.core.publisher.Mono;

/**
 * Default {@link Auth0OrganizationConnections}.
 */
final class DefaultAuth0OrganizationConnections implements Auth0OrganizationConnections {

	private static final OrganizationConnectionEndpoint ENABLED = new OrganizationConnectionEndpoint(
			"/enabled_connections");

	private static final OrganizationConnectionEndpoint EARLY_ACCESS = new OrganizationConnectionEndpoint(
			"/connections");

	private final Auth0Client client;

	private final boolean earlyAccess;

	private final OrganizationConnectionEndpoint endpoint;

	DefaultAuth0OrganizationConnections(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
		this.earlyAccess = client.settings().earlyAccessOrganizationConnections();
		this.endpoint = this.earlyAccess ? EARLY_ACCESS : ENABLED;
	}

	@Override
	public Mono<List<OrganizationConnection>> list(String organizationId) {
		return this.client.execute(this.endpoint.list().call(organizationId).query(new WholeList(this.earlyAccess)));
	}

	@Override
	public Mono<OrganizationConnection> get(String organizationId, String connectionId) {
		return this.client.execute(this.endpoint.get().call(organizationId, connectionId));
	}

	@Override
	public Mono<OrganizationConnection> enable(String organizationId, String connectionId,
			OrganizationConnectionSettings settings) {
		check(settings);
		OrganizationConnectionSettings enabled = this.earlyAccess ? settings.with("is_enabled", true) : settings;
		Mono<OrganizationConnection> create = this.client
			.execute(this.endpoint.create().call(organizationId).body(enabled.with("connection_id", connectionId)));
		Mono<OrganizationConnection> update = update(organizationId, connectionId, enabled);
		Predicate<OrganizationConnection> done = (found) -> settings.fields().isEmpty()
				&& !Boolean.FALSE.equals(found.isEnabled());
		Mono<OrganizationConnection> get = get(organizationId, connectionId);
		Mono<OrganizationConnection> existing = get.flatMap((found) -> done.test(found) ? Mono.just(found) : update);
		return existing.onErrorResume(SsoApiException.NotFound.class,
				(absent) -> create.onErrorResume(SsoApiException.Conflict.class,
						(conflict) -> existing.onErrorMap(SsoApiException.NotFound.class, (stillAbsent) -> conflict)));
	}

	@Override
	public Mono<OrganizationConnection> update(String organizationId, String connectionId,
			OrganizationConnectionSettings settings) {
		check(settings);
		return this.client.execute(this.endpoint.update().call(organizationId, connectionId).body(settings));
	}

	@Override
	public Mono<Void> disable(String organizationId, String connectionId) {
		return this.earlyAccess
				? update(organizationId, connectionId, new OrganizationConnectionSettings().isEnabled(false)).then()
				: remove(organizationId, connectionId);
	}

	@Override
	public Mono<Void> remove(String organizationId, String connectionId) {
		return this.client.execute(this.endpoint.delete().call(organizationId, connectionId)).then();
	}

	private void check(OrganizationConnectionSettings settings) {
		Assert.notNull(settings, "'settings' must not be null");
		if (!this.earlyAccess) {
			settings.rejectEarlyAccess(this.client.account().property("early-access.organization-connections"));
		}
	}

	/**
	 * Query of the largest page, of enabled connections only.
	 */
	private static final class WholeList extends ApiQuery<WholeList> {

		private static final int MAX_PAGE = 100;

		WholeList(boolean earlyAccess) {
			single("per_page", MAX_PAGE);
			if (earlyAccess) {
				single("is_enabled", true);
			}
		}

	}

}
