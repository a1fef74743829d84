// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.onboarding;

import java.util.Objects;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionQuery;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.clerk.organization.NewOrganization;
import io.github.ssoconnections.onboarding.CustomerOrganization;
import io.github.ssoconnections.onboarding.IdpSettings;
import io.github.ssoconnections.onboarding.OnboardingRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Creation of a customer's organization and connection at Clerk. What exists is returned
 * if it is the same; otherwise the creation fails. An inactive connection without an
 * organization gets it.
 */
final class ClerkCreation {

	private final ClerkAccount clerk;

	private final EnterpriseConnectionService connections;

	ClerkCreation(ClerkAccount clerk) {
		this.clerk = clerk;
		this.connections = clerk.enterpriseConnections();
	}

	Mono<CreateResult<String>> createOrganization(CustomerOrganization organization) {
		return this.clerk.organizationCreation()
			.createOrFind(new NewOrganization().name(organization.displayName()).slug(organization.name()))
			.flatMap((result) -> (result.created() || Objects.equals(organization.displayName(), result.value().name()))
					? Mono.just(new CreateResult<>(result.value().id(), result.created()))
					: Mono.error(ClerkFailures.conflict(this.clerk, "organizations.create",
							"not changed: the organization " + result.value().id() + " has the slug "
									+ organization.name() + " and another name: if it is that of the customer, "
									+ "give its id")));
	}

	Mono<CreateResult<EnterpriseConnection>> createConnection(OnboardingRequest request,
			@Nullable String organizationId) {
		Mono<CreateResult<EnterpriseConnection>> create = this.clerk.enterpriseConnectionCreation()
			.createOrFind(ClerkConnections.of(request, organizationId));
		return findRenamed(request, organizationId).map((found) -> new CreateResult<>(found, false))
			.switchIfEmpty(create)
			.flatMap((result) -> (result.created() ? Mono.just(result.value())
					: reconcile(result.value(), request, organizationId))
				.map((connection) -> new CreateResult<>(connection, result.created())));
	}

	// Clerk's only key is name and domains, and the name can be changed
	private Mono<EnterpriseConnection> findRenamed(OnboardingRequest request, @Nullable String organizationId) {
		return (organizationId != null)
				? this.connections.listAll(new EnterpriseConnectionQuery().organizationId(organizationId))
					.filter((connection) -> ClerkConnections.hasDomains(connection, request.domains())
							&& hasIdp(connection, request.idp()))
					.next()
				: Mono.empty();
	}

	private Mono<EnterpriseConnection> reconcile(EnterpriseConnection found, OnboardingRequest request,
			@Nullable String organizationId) {
		if (found.isOidc() != request.idp().isOidc() && (found.isOidc() || found.isSaml())) {
			return Mono.error(conflict("the connection " + found.id()
					+ " has the same name and domains, and another protocol, which cannot be changed"));
		}
		if (!hasIdp(found, request.idp())) {
			return Mono.error(conflict("the connection " + found.id()
					+ " has the same name and domains, and another IdP: change that connection, or use another name"));
		}
		if (Objects.equals(found.organizationId(), organizationId)) {
			return Mono.just(found);
		}
		if (found.organizationId() == null && organizationId != null && Boolean.FALSE.equals(found.active())) {
			return this.connections.update(found.id(), new EnterpriseConnectionPatch().organizationId(organizationId));
		}
		return Mono.error(conflict("the connection " + found.id() + " has the same name and domains, and belongs to "
				+ ((found.organizationId() != null) ? "the organization " + found.organizationId()
						: "no organization")));
	}

	private boolean hasIdp(EnterpriseConnection connection, IdpSettings idp) {
		CatalogEntry entry = this.clerk.connectionCatalog().toEntry(connection);
		return ClerkConnections.hasIdp(connection, idp)
				&& !idp.hasOtherCertificates((entry != null) ? entry.certificates() : null);
	}

	private SsoApiException conflict(String reason) {
		return ClerkFailures.conflict(this.clerk, "enterprise_connections.create", "not changed: " + reason);
	}

}
