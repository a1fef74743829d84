// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.onboarding;

import java.util.List;
import java.util.Objects;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.activation.ActivationPlan;
import io.github.ssoconnections.auth0.discovery.NewDiscoveryDomain;
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.onboarding.CustomerOrganization;
import io.github.ssoconnections.onboarding.OnboardingRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Creation of a customer's organization, connection and discovery domains at Auth0. What
 * exists is returned if it is the same; otherwise the creation fails.
 */
final class Auth0Creation {

	private final Auth0Account auth0;

	private final Auth0SignIn signIn;

	Auth0Creation(Auth0Account auth0, Auth0SignIn signIn) {
		this.auth0 = auth0;
		this.signIn = signIn;
	}

	Mono<CreateResult<String>> createOrganization(CustomerOrganization organization) {
		return this.auth0.organizations()
			.createOrFind(new NewOrganization().name(organization.name()).displayName(organization.displayName()))
			.flatMap((result) -> (result.created()
					|| Objects.equals(organization.displayName(), result.value().displayName()))
							? Mono
								.just(new CreateResult<>(Objects.requireNonNull(result.value().id()), result.created()))
							: Mono.error(Auth0Failures.conflict(this.auth0, "organizations.create",
									"not changed: the organization " + result.value().id() + " has the name "
											+ organization.name() + " and another display name: if it is that of the "
											+ "customer, give its id")));
	}

	Mono<CreateResult<SignInSettings>> createConnection(OnboardingRequest request, @Nullable String organizationId) {
		ActivationPlan plan = ActivationPlan.of(request.clientIds(),
				(organizationId != null) ? List.of(organizationId) : List.of());
		return requireClients(request.clientIds())
			.then(this.auth0.connectionActivation().create(Auth0Connections.of(request), plan))
			.flatMap((result) -> (result.created() ? Mono.just(SignInSettings.planned(result.value(), plan))
					: requireSame(result.value(), request).flatMap(this.signIn::read))
				.map((settings) -> new CreateResult<>(settings, result.created())));
	}

	// A plan with a client that does not exist could never be activated
	private Mono<Void> requireClients(List<String> clientIds) {
		return Flux.fromIterable(clientIds)
			.concatMap((id) -> this.auth0.applications()
				.get(id)
				.onErrorResume(SsoApiException.Forbidden.class, (unknown) -> Mono.empty()))
			.then();
	}

	private Mono<Auth0Connection> requireSame(Auth0Connection found, OnboardingRequest request) {
		CatalogEntry entry = this.auth0.connectionCatalog().toEntry(found);
		boolean alike = Auth0Connections.isLike(found, request)
				&& !request.idp().hasOtherCertificates((entry != null) ? entry.certificates() : null);
		return alike ? Mono.just(found)
				: Mono.error(Auth0Failures.conflict(this.auth0, "connections.create",
						"not changed: the connection " + found.id() + " has the name " + found.name()
								+ ", and other domains or another IdP: change that connection, or use another name"));
	}

	Mono<Boolean> addDiscoveryDomains(String organizationId, List<String> domains) {
		return Flux.fromIterable(domains)
			.concatMap((domain) -> this.auth0.discoveryDomains()
				.createOrFind(organizationId, new NewDiscoveryDomain().domain(domain)))
			.map(CreateResult::created)
			.reduce(false, Boolean::logicalOr);
	}

}
