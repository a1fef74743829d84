// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.activation;

import java.util.List;
import java.util.Optional;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.application.Application;
import io.github.ssoconnections.auth0.application.Auth0Applications;
import io.github.ssoconnections.auth0.discovery.Auth0DiscoveryDomains;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomain;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.OrganizationConnection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Default {@link Auth0Readiness}.
 */
final class DefaultAuth0Readiness implements Auth0Readiness {

	private final Auth0ConnectionService connections;

	private final Auth0ConnectionClients connectionClients;

	private final Auth0Applications applications;

	private final Auth0OrganizationConnections organizationConnections;

	private final Auth0DiscoveryDomains discoveryDomains;

	private final boolean earlyAccess;

	DefaultAuth0Readiness(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		this.connections = Auth0ConnectionService.create(client);
		this.connectionClients = Auth0ConnectionClients.create(client);
		this.applications = Auth0Applications.create(client);
		this.organizationConnections = Auth0OrganizationConnections.create(client);
		this.discoveryDomains = Auth0DiscoveryDomains.create(client);
		this.earlyAccess = client.settings().earlyAccessOrganizationConnections();
	}

	@Override
	public Mono<SignInReadiness> check(String connectionId, String clientId, String organizationId) {
		return read(connectionId, clientId, organizationId, null);
	}

	@Override
	public Mono<SignInReadiness> check(String connectionId, String clientId, String organizationId, String domain) {
		Assert.hasText(domain, "'domain' must not be empty");
		return read(connectionId, clientId, organizationId, domain);
	}

	private Mono<SignInReadiness> read(String connectionId, String clientId, String organizationId,
			@Nullable String domain) {
		Assert.notNull(clientId, "'clientId' must not be null");
		Mono<Optional<Auth0Connection>> connection = readable(this.connections.get(connectionId));
		Mono<Optional<Boolean>> clientEnabled = readable(this.connectionClients.listAll(connectionId)
			.map((client) -> Optional.ofNullable(client.clientId()))
			.any(Optional.of(clientId)::equals));
		Mono<Optional<List<OrganizationConnection>>> enabled = readable(
				this.organizationConnections.list(organizationId));
		Mono<Optional<Application>> application = readable(this.applications.get(clientId));
		Mono<Optional<List<DiscoveryDomain>>> domains = readable(
				this.discoveryDomains.listAll(organizationId).collectList());
		// One after the other, so that the first failure is reported
		return Mono.defer(() -> {
			ReadinessRules rules = new ReadinessRules(domain, this.earlyAccess);
			return connection.doOnNext(rules::connection)
				.then(clientEnabled.doOnNext(rules::client))
				.then(enabled.doOnNext((all) -> rules.organization(all, connectionId)))
				.then(application.doOnNext(rules::application))
				.then(Mono.defer(
						() -> rules.prompts() ? domains.doOnNext(rules::prompt) : Mono.fromRunnable(rules::homeRealm)))
				.then(Mono
					.fromSupplier(() -> new SignInReadiness(connectionId, clientId, organizationId, rules.missing())));
		});
	}

	private static <T> Mono<Optional<T>> readable(Mono<T> read) {
		return read.map(Optional::of)
			.onErrorResume(DefaultAuth0Readiness::lacksScope, (noScope) -> Mono.just(Optional.empty()));
	}

	private static boolean lacksScope(Throwable failure) {
		return failure instanceof SsoApiException.Forbidden forbidden
				&& forbidden.errors().stream().anyMatch((error) -> "insufficient_scope".equals(error.code()));
	}

}
