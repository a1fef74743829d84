// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.Auth0ConnectionCreation;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionKeys;
import io.github.ssoconnections.auth0.Auth0ConnectionPatch;
import io.github.ssoconnections.auth0.Auth0ConnectionQuery;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0Lint;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.Auth0ServiceProvider;
import io.github.ssoconnections.auth0.AuthenticationPurpose;
import io.github.ssoconnections.auth0.ClientChange;
import io.github.ssoconnections.auth0.ConnectedAccountsPurpose;
import io.github.ssoconnections.auth0.ConnectionDeletion;
import io.github.ssoconnections.auth0.ConnectionKey;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.PartialClientUpdate;
import io.github.ssoconnections.auth0.activation.ActivationPlan;
import io.github.ssoconnections.auth0.activation.ActivationResult;
import io.github.ssoconnections.auth0.activation.Auth0ConnectionActivation;
import io.github.ssoconnections.auth0.activation.Auth0Readiness;
import io.github.ssoconnections.auth0.activation.SignInReadiness;
import io.github.ssoconnections.auth0.directory.Auth0DirectoryProvisionings;
import io.github.ssoconnections.auth0.directory.DirectorySynchronization;
import io.github.ssoconnections.auth0.discovery.Auth0DiscoveryDomains;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomain;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomainCheck;
import io.github.ssoconnections.auth0.discovery.NewDiscoveryDomain;
import io.github.ssoconnections.auth0.log.Auth0SignInFailures;
import io.github.ssoconnections.auth0.log.SignInFailure;
import io.github.ssoconnections.auth0.options.OtherOptions;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.auth0.organization.OrganizationConnection;
import io.github.ssoconnections.auth0.organization.OrganizationConnectionSettings;
import io.github.ssoconnections.auth0.scim.Auth0ScimConfigurations;
import io.github.ssoconnections.auth0.scim.NewScimToken;
import io.github.ssoconnections.auth0.scim.ScimToken;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceProfiles;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceTickets;
import io.github.ssoconnections.auth0.selfservice.NewSelfServiceProfile;
import io.github.ssoconnections.auth0.selfservice.NewSelfServiceTicket;
import io.github.ssoconnections.auth0.selfservice.SelfServiceProfile;
import io.github.ssoconnections.auth0.selfservice.SelfServiceTicket;
import io.github.ssoconnections.auth0.selfservice.TicketConnection;
import io.github.ssoconnections.auth0.selfservice.TicketOrganization;
import io.github.ssoconnections.auth0.user.Auth0UserConnections;
import io.github.ssoconnections.user.UserConnection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The examples of the page {@code auth0.md}. {@link Auth0ExamplesTests} runs them.
 */
final class Auth0Examples {

	private final Auth0ConnectionService connections;

	private final Auth0Client client;

	Auth0Examples(Auth0Client client) {
		this.connections = Auth0ConnectionService.create(client);
		this.client = client;
	}

	static Auth0Client secondTenant(WebClient.Builder webClientBuilder, String baseUrl, String audience,
			String clientId, String clientSecret) {
		// tag::auth0-second-tenant[]
		Auth0Client client = Auth0Client.create(webClientBuilder,
				Auth0ConnectionDetails.ofClientCredentials(baseUrl, audience, clientId, clientSecret));
		Auth0ConnectionService connections = Auth0ConnectionService.create(client);
		Auth0ConnectionClients clients = Auth0ConnectionClients.create(client);
		// end::auth0-second-tenant[]
		return (connections != null && clients != null) ? client : null;
	}

	Mono<Auth0Page<Auth0Connection>> list() {
		Auth0ConnectionService connections = this.connections;
		// tag::auth0-list[]
		Mono<Auth0Page<Auth0Connection>> page = connections.list(new Auth0ConnectionQuery().take(50)
			.strategy(ConnectionStrategy.SAMLP, ConnectionStrategy.ADFS)
			.fields("id,name,display_name"));
		// end::auth0-list[]
		return page;
	}

	Mono<Long> total() {
		Auth0ConnectionService connections = this.connections;
		// tag::auth0-total[]
		Mono<Long> total = connections.list(new Auth0ConnectionQuery().perPage(1).includeTotals(true))
			.mapNotNull(Auth0Page::total);
		// end::auth0-total[]
		return total;
	}

	Flux<Auth0Connection> listAll() {
		Auth0ConnectionService connections = this.connections;
		// tag::auth0-list-all[]
		Flux<Auth0Connection> samlConnections = connections
			.listAll(new Auth0ConnectionQuery().strategy(ConnectionStrategy.SAMLP));
		// end::auth0-list-all[]
		return samlConnections;
	}

	Mono<Auth0Connection> create(String certificatePem) {
		Auth0ConnectionService connections = this.connections;
		// tag::auth0-create[]
		Mono<Auth0Connection> created = connections.create(new NewAuth0Connection().name("acme-saml")
			.strategy(ConnectionStrategy.SAMLP)
			.displayName("Acme")
			.options(new SamlpOptions().set(SamlpOptions.SIGN_IN_ENDPOINT, "https://idp.acme.com/saml/sso")
				.set(SamlpOptions.SIGNING_CERT, certificatePem)
				.set(SamlpOptions.DOMAIN_ALIASES, List.of("acme.com"))
				.set(SamlpOptions.SIGN_SAML_REQUEST, true))
			.realms("acme.com")
			.metadata(Map.of("tier", "enterprise"))
			.authentication(AuthenticationPurpose.of(true))
			.connectedAccounts(ConnectedAccountsPurpose.of(false)));
		// end::auth0-create[]
		return created;
	}

	Mono<String> get(String id) {
		Auth0ConnectionService connections = this.connections;
		// tag::auth0-get[]
		Mono<String> signInEndpoint = connections.get(id)
			.mapNotNull(Auth0Connection::options)
			.mapNotNull((options) -> options.get(SamlpOptions.SIGN_IN_ENDPOINT));
		// end::auth0-get[]
		return signInEndpoint;
	}

	Mono<Auth0Connection> update(String id) {
		Auth0ConnectionService connections = this.connections;
		// tag::auth0-update[]
		Mono<Auth0Connection> updated = connections.update(id,
				new Auth0ConnectionPatch().showAsButton(true).authentication(AuthenticationPurpose.of(false)));
		// end::auth0-update[]
		return updated;
	}

	Mono<Auth0Connection> mergeOptions(String id, String nextCertificatePem) {
		Auth0ConnectionService connections = this.connections;
		// tag::auth0-merge[]
		Mono<Auth0Connection> updated = connections.mergeOptions(id,
				new SamlpOptions().set(SamlpOptions.SIGNING_CERT, nextCertificatePem).set(SamlpOptions.DEBUG, true));
		// end::auth0-merge[]
		return updated;
	}

	Mono<Auth0Connection> replaceOptions(String id) {
		Auth0ConnectionService connections = this.connections;
		// tag::auth0-replace[]
		Mono<Auth0Connection> withoutDebug = connections.get(id)
			.mapNotNull(Auth0Connection::options)
			.map((options) -> options.as(SamlpOptions::new).unset(SamlpOptions.DEBUG))
			.flatMap((options) -> connections.replaceOptions(id, options));
		// end::auth0-replace[]
		return withoutDebug;
	}

	Mono<Void> delete(String id) {
		Auth0ConnectionService connections = this.connections;
		// tag::auth0-delete[]
		Mono<Void> gone = connections.delete(id)
			.filter(ConnectionDeletion.IN_PROGRESS::equals)
			.flatMap((deletion) -> connections.awaitDeleted(id, Duration.ofMinutes(2)));
		// end::auth0-delete[]
		return gone;
	}

	// tag::auth0-clients[]
	Mono<Void> enable(Auth0ConnectionClients clients, String connectionId, Stream<String> clientIds) {
		return clients.update(connectionId, clientIds.map(ClientChange::enable).toList())
			.onErrorResume((failure) -> Mono.justOrEmpty(PartialClientUpdate.of(failure))
				.flatMap((partial) -> clients.update(connectionId,
						Stream.concat(partial.failed().stream(), partial.notSent().stream())
							.map(ClientChange::enable)
							.toList())));
	}
	// end::auth0-clients[]

	// tag::auth0-keys[]
	Mono<ConnectionKey> nextKey(Auth0ConnectionKeys keys, String connectionId) {
		return keys.rotate(connectionId);
	}
	// end::auth0-keys[]

	Mono<String> serviceProvider(String id, String organizationId) {
		Auth0Client client = this.client;
		Auth0ConnectionService connections = this.connections;
		// tag::auth0-service-provider[]
		Auth0ServiceProvider serviceProvider = Auth0ServiceProvider.create(client);
		Mono<String> mail = connections.get(id)
			.map((connection) -> serviceProvider.details(connection, organizationId))
			.map((details) -> "ACS URL: " + details.acsUrl() + ", entity ID: " + details.entityId());
		// end::auth0-service-provider[]
		return mail;
	}

	// tag::auth0-organizations[]
	Mono<OrganizationConnection> enable(Auth0Organizations organizations, Auth0OrganizationConnections enabled,
			String connectionId) {
		return organizations.createOrFind(new NewOrganization().name("acme"))
			.mapNotNull((result) -> result.value().id())
			.flatMap((organizationId) -> enabled.enable(organizationId, connectionId,
					new OrganizationConnectionSettings().assignMembershipOnLogin(true)));
	}
	// end::auth0-organizations[]

	// tag::auth0-ticket[]
	Mono<SelfServiceTicket> ticket(Auth0SelfServiceProfiles profiles, Auth0SelfServiceTickets tickets,
			String organizationId) {
		NewSelfServiceTicket ticket = new NewSelfServiceTicket().connection(new TicketConnection().name("acme"))
			.enabledOrganizations(
					List.of(new TicketOrganization().organizationId(organizationId).assignMembershipOnLogin(true)));
		return profiles.create(new NewSelfServiceProfile().name("Customers"))
			.mapNotNull(SelfServiceProfile::id)
			.flatMap((profile) -> tickets.create(profile, ticket));
	}
	// end::auth0-ticket[]

	// tag::auth0-failures[]
	Flux<String> reasons(Auth0SignInFailures failures, String connectionId) {
		return failures.recent(connectionId).flatMapIterable((recent) -> recent).mapNotNull(SignInFailure::description);
	}
	// end::auth0-failures[]

	// tag::auth0-discovery-domains[]
	Mono<DiscoveryDomain> verify(Auth0DiscoveryDomains domains, String organizationId) {
		return domains.createOrFind(organizationId, new NewDiscoveryDomain().domain("acme.com"))
			.map(CreateResult::value)
			.filterWhen((domain) -> domains.check(domain).map(DiscoveryDomainCheck::isFound))
			.filterWhen(
					(domain) -> domains.findConflicts(organizationId, "acme.com").hasElements().map((other) -> !other))
			.flatMap((domain) -> domains.markVerified(organizationId, domain));
	}
	// end::auth0-discovery-domains[]

	// tag::auth0-activation[]
	Mono<ActivationResult> create(Auth0ConnectionActivation activation, NewAuth0Connection connection, String clientId,
			String organizationId) {
		return activation.create(connection, ActivationPlan.of(clientId, organizationId))
			.flatMap((result) -> activation.activate(result.value().id()));
	}
	// end::auth0-activation[]

	// tag::auth0-readiness[]
	Flux<String> missing(Auth0Readiness readiness, String connectionId, String clientId, String organizationId) {
		return readiness.check(connectionId, clientId, organizationId, "acme.com")
			.flatMapIterable(SignInReadiness::missing)
			.map((part) -> part.text() + " " + part.call() + " needs the scope " + part.scope());
	}
	// end::auth0-readiness[]

	// tag::auth0-user[]
	Flux<String> connectionNames(Auth0UserConnections users, String email) {
		return users.find(email)
			.flatMapIterable((user) -> user.connections())
			.mapNotNull(UserConnection::connectionName);
	}
	// end::auth0-user[]

	// tag::auth0-scim[]
	Mono<Secret> tokenForTheIdp(Auth0ScimConfigurations scim, String connectionId) {
		return scim.create(connectionId)
			.then(scim.createToken(connectionId, new NewScimToken().tokenLifetime(7_776_000L)))
			.mapNotNull(ScimToken::token);
	}
	// end::auth0-scim[]

	// tag::auth0-provisioning[]
	Mono<DirectorySynchronization> synchronize(Auth0DirectoryProvisionings provisionings, String connectionId) {
		return provisionings.create(connectionId).then(provisionings.createSynchronization(connectionId));
	}
	// end::auth0-provisioning[]

	Mono<Auth0Connection> errors(NewAuth0Connection connection) {
		Auth0ConnectionService connections = this.connections;
		// tag::auth0-errors[]
		Mono<Auth0Connection> created = connections.create(connection)
			.onErrorMap(SsoApiException.Conflict.class,
					(taken) -> new IllegalStateException("The name or a realm is taken", taken))
			.onErrorResume(SsoApiException.OutcomeUnknown.class,
					(unknown) -> connections
						.listAll(new Auth0ConnectionQuery().name(String.valueOf(connection.fields().get("name"))))
						.next());
		// end::auth0-errors[]
		return created;
	}

	Mono<Auth0Connection> createOrFind(NewAuth0Connection connection) {
		Auth0ConnectionCreation creation = Auth0ConnectionCreation.create(this.connections, Duration.ofSeconds(10),
				Duration.ofSeconds(10).plusMinutes(5));
		// tag::auth0-create-or-find[]
		Mono<Auth0Connection> createdOrFound = creation.createOrFind(connection).map(CreateResult::value);
		// end::auth0-create-or-find[]
		return createdOrFound;
	}

	Mono<Auth0Connection> look(String id, String nextCertificatePem, Clock clock) {
		Auth0ConnectionService connections = this.connections;
		// tag::auth0-look[]
		SamlpOptions change = new SamlpOptions().set(SamlpOptions.SIGNING_CERT, nextCertificatePem);
		Mono<Auth0Connection> changed = connections.get(id).flatMap((present) -> {
			List<Finding> findings = Auth0Lint.check(present, change, clock.instant());
			if (findings.stream().anyMatch((finding) -> finding.severity() == Severity.ERROR)) {
				return Mono.error(new IllegalArgumentException("This cannot work: " + findings));
			}
			return connections.mergeOptions(id, change);
		});
		// end::auth0-look[]
		return changed;
	}

	Mono<Auth0Connection> newer() {
		Auth0ConnectionService connections = this.connections;
		// tag::auth0-newer[]
		Mono<Auth0Connection> created = connections.create(new NewAuth0Connection().name("acme-new")
			.strategy(new ConnectionStrategy("shopify"))
			.options(new OtherOptions().set("new_option", true)));
		// end::auth0-newer[]
		return created;
	}

	// tag::auth0-inject[]
	@Service
	class CustomerConnections {

		private final Auth0ConnectionService connections;

		CustomerConnections(Auth0ConnectionService connections) {
			this.connections = connections;
		}

		Flux<String> namesOf(ConnectionStrategy strategy) {
			return this.connections.listAll(new Auth0ConnectionQuery().strategy(strategy))
				.mapNotNull(Auth0Connection::displayName);
		}

	}
	// end::auth0-inject[]

}
