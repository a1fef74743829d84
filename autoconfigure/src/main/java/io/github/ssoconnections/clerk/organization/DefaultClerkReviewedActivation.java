// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.ActivationResult;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionActivation;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Default {@link ClerkReviewedActivation}.
 */
final class DefaultClerkReviewedActivation implements ClerkReviewedActivation {

	private static final String OPERATION = "enterprise_connections.update";

	private static final List<String> DECISIVE = List.of("domains", "organization_id", "active");

	private final ClerkClient client;

	private final EnterpriseConnectionService connections;

	private final EnterpriseConnectionActivation activation;

	private final ClerkOrganizationDomains domains;

	DefaultClerkReviewedActivation(ClerkClient client, EnterpriseConnectionService connections,
			EnterpriseConnectionActivation activation, ClerkOrganizationDomains domains) {
		Assert.notNull(client, "'client' must not be null");
		Assert.notNull(connections, "'connections' must not be null");
		Assert.notNull(activation, "'activation' must not be null");
		Assert.notNull(domains, "'domains' must not be null");
		this.client = client;
		this.connections = connections;
		this.activation = activation;
		this.domains = domains;
	}

	@Override
	public Mono<ActivationReview> review(String connectionId) {
		return this.connections.get(connectionId).flatMap(this::review);
	}

	private Mono<ActivationReview> review(EnterpriseConnection connection) {
		if (connection.unknownFields().keySet().stream().anyMatch(DECISIVE::contains)) {
			return Mono.error(new SsoApiException.MalformedResponse(
					details("not sent: the domains, the organization or the state of the connection " + connection.id()
							+ " could not be decoded"),
					false));
		}
		String organizationId = connection.organizationId();
		List<String> names = (connection.domains() != null) ? connection.domains() : List.of();
		if (organizationId == null || names.isEmpty() || Boolean.TRUE.equals(connection.active())) {
			return Mono.just(new ActivationReview(connection, List.of()));
		}
		Set<String> wanted = names.stream().map(DefaultClerkReviewedActivation::normalize).collect(Collectors.toSet());
		return this.domains.listAll(organizationId)
			.onErrorResume(SsoApiException.NotFound.class, (gone) -> Flux.empty())
			.filter(OrganizationDomain::isRemovedOnActivation)
			.filter((domain) -> wanted.contains(normalize(domain.name())))
			.collectList()
			.map((removed) -> new ActivationReview(connection, removed));
	}

	private static String normalize(@Nullable String domain) {
		return (domain != null) ? domain.toLowerCase(Locale.ROOT) : "";
	}

	private static Set<String> names(ActivationReview review) {
		Set<String> names = new TreeSet<>();
		review.verifiedDomains().forEach((domain) -> names.add(normalize(domain.name())));
		return names;
	}

	@Override
	public Mono<ActivationResult> activate(ActivationReview review) {
		Assert.notNull(review, "'review' must not be null");
		return this.activation.activate(review.connection().id(), names(review));
	}

	@Override
	public Flux<OrganizationDomain> restore(ActivationReview review) {
		Assert.notNull(review, "'review' must not be null");
		return this.connections.get(review.connection().id())
			.filter((connection) -> !Boolean.FALSE.equals(connection.active()))
			.onErrorResume(SsoApiException.NotFound.class, (deleted) -> Mono.empty())
			.flatMapMany((active) -> Flux.<OrganizationDomain>error(
					conflict("not sent: the connection is active, and a domain that serves Enterprise SSO cannot be a "
							+ "verified domain of the same organization: deactivate or delete the connection first")))
			.switchIfEmpty(Flux.fromIterable(review.verifiedDomains()).concatMap((domain) -> restore(review, domain)));
	}

	private Mono<OrganizationDomain> restore(ActivationReview review, OrganizationDomain domain) {
		String organizationId = String.valueOf(review.connection().organizationId());
		String name = normalize(domain.name());
		return this.domains.listAll(organizationId)
			.filter((existing) -> normalize(existing.name()).equals(name))
			.next()
			.switchIfEmpty(Mono.defer(() -> this.domains.create(organizationId, created(domain))))
			.flatMap((existing) -> restoreEnrollmentMode(organizationId, existing, domain.enrollmentMode()))
			.flatMap((existing) -> (existing.isVerified() || !domain.isVerified()) ? Mono.just(existing)
					: this.domains.markVerified(existing))
			.flatMap((existing) -> (existing.isOwnershipVerified() || !domain.isOwnershipVerified())
					? Mono.just(existing) : this.domains.markOwnershipVerified(existing));
	}

	// Before it is verified: the mode decides who may join by it
	private Mono<OrganizationDomain> restoreEnrollmentMode(String organizationId, OrganizationDomain existing,
			@Nullable EnrollmentMode mode) {
		return (mode == null || mode.equals(existing.enrollmentMode())) ? Mono.just(existing) : this.domains
			.update(organizationId, existing.id(), new OrganizationDomainPatch().enrollmentMode(mode));
	}

	private static NewOrganizationDomain created(OrganizationDomain domain) {
		NewOrganizationDomain created = new NewOrganizationDomain().name(domain.name());
		return (domain.enrollmentMode() != null) ? created.enrollmentMode(domain.enrollmentMode()) : created;
	}

	private SsoApiException conflict(String reason) {
		return new SsoApiException.Conflict(details(reason));
	}

	private SsoApiException.Details details(String reason) {
		return new SsoApiException.Details(this.client.account(), OPERATION, null, reason, List.of(), null, null, true,
				null);
	}

}
