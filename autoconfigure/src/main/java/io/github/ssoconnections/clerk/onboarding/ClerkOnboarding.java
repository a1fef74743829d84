// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.clerk.ActivationResult;
import io.github.ssoconnections.clerk.ClerkLint;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.TestRun;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.clerk.organization.OrganizationDomain;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.handover.HandOverValues;
import io.github.ssoconnections.handover.IdpProduct;
import io.github.ssoconnections.onboarding.Activation;
import io.github.ssoconnections.onboarding.ActivationReview;
import io.github.ssoconnections.onboarding.ConnectionRotation;
import io.github.ssoconnections.onboarding.CustomerOrganization;
import io.github.ssoconnections.onboarding.IdpDocument;
import io.github.ssoconnections.onboarding.Offboarding;
import io.github.ssoconnections.onboarding.OnboardedConnection;
import io.github.ssoconnections.onboarding.OnboardingRequest;
import io.github.ssoconnections.onboarding.OnboardingState;
import io.github.ssoconnections.onboarding.OnboardingVendor;
import io.github.ssoconnections.onboarding.SignInTest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Onboarding at Clerk: an enterprise connection, of at most one organization, whose
 * activation needs a test run that has succeeded since its last change.
 */
public final class ClerkOnboarding implements OnboardingVendor {

	private final ClerkAccount clerk;

	private final EnterpriseConnectionService connections;

	private final ClerkTestRuns tests;

	private final ClerkCreation creation;

	private final ClerkHandOver handOver;

	private final ClerkOffboarding offboarding;

	/**
	 * Create an instance.
	 * @param clerk the account
	 */
	public ClerkOnboarding(ClerkAccount clerk) {
		Assert.notNull(clerk, "'clerk' must not be null");
		this.clerk = clerk;
		this.connections = clerk.enterpriseConnections();
		this.tests = new ClerkTestRuns(this.connections);
		this.creation = new ClerkCreation(clerk);
		this.handOver = new ClerkHandOver(clerk.samlConnections());
		this.offboarding = new ClerkOffboarding(clerk);
	}

	@Override
	public Account account() {
		return this.clerk.client().account();
	}

	@Override
	public void validate(OnboardingRequest request) {
		Assert.isTrue(request.clientIds().isEmpty(), "Clerk has no clients: 'clientIds' must be empty");
		Assert.isTrue(!request.discoveryDomains(), "Clerk has no discovery domains: 'discoveryDomains' must be false");
		Assert.isTrue(request.connectionName() == null,
				"A connection at Clerk has a display name only: 'connectionName' must not be set");
		ClerkConnections.of(request, null);
	}

	@Override
	public List<Finding> check(OnboardingRequest request, IdpDocument document, Instant now) {
		List<Finding> findings = new ArrayList<>(ClerkLint.check(ClerkConnections.of(request, null), now));
		if (document.metadata() != null) {
			ClerkLint.check(document.metadata(), now)
				.stream()
				.filter((finding) -> !findings.contains(finding))
				.forEach(findings::add);
		}
		return findings;
	}

	@Override
	public Mono<List<String>> findRemovedDomains(OnboardingRequest request) {
		CustomerOrganization organization = request.organization();
		if (organization == null) {
			return Mono.just(List.of());
		}
		Mono<String> id = (organization.id() != null) ? Mono.just(organization.id())
				: this.clerk.organizations()
					.get(Objects.requireNonNull(organization.name()))
					.map((found) -> found.id())
					.onErrorResume(SsoApiException.NotFound.class, (none) -> Mono.empty());
		return id.flatMapMany((organizationId) -> this.clerk.organizationDomains().listAll(organizationId))
			.filter(OrganizationDomain::isRemovedOnActivation)
			.flatMap((domain) -> Mono.justOrEmpty(domain.name()))
			.filter((name) -> request.domains().stream().anyMatch(name::equalsIgnoreCase))
			.collectList();
	}

	@Override
	public Mono<CreateResult<String>> createOrganization(CustomerOrganization organization) {
		return this.creation.createOrganization(organization);
	}

	@Override
	public Mono<CreateResult<OnboardingState>> createConnection(OnboardingRequest request,
			@Nullable String organizationId) {
		return this.creation.createConnection(request, organizationId)
			.map((result) -> new CreateResult<>(state(result.value(), false), result.created()));
	}

	@Override
	public Mono<Boolean> addDiscoveryDomains(String organizationId, List<String> domains) {
		return Mono.just(false);
	}

	@Override
	public Mono<OnboardedConnection> get(String connectionId, Instant now) {
		return this.connections.get(connectionId).flatMap((connection) -> {
			List<String> unknown = new ArrayList<>();
			return Mono.zip(this.tests.list(connection, unknown), organization(connection, unknown))
				.map((read) -> OnboardedConnection.of(
						Objects.requireNonNull(this.clerk.connectionCatalog().toEntry(connection)),
						state(connection, ClerkTestRuns.isTested(read.getT1())), connection.serviceProviderDetails(),
						read.getT2(), List.of(), read.getT1(), ClerkLint.check(connection, now), json(connection),
						unknown));
		});
	}

	private static String json(EnterpriseConnection connection) {
		return WireJson.masked().writerWithDefaultPrettyPrinter().writeValueAsString(connection);
	}

	private Mono<List<OnboardedConnection.Named>> organization(EnterpriseConnection connection, List<String> unknown) {
		String id = connection.organizationId();
		if (id == null) {
			return Mono.just(List.of());
		}
		return Mono.defer(() -> this.clerk.organizations().get(id))
			.map((organization) -> List.of(new OnboardedConnection.Named(id, organization.name())))
			.onErrorResume(ClerkOnboarding::isUnreadable, (failure) -> {
				unknown.add("The name of the organization could not be read: " + failure.getMessage());
				return Mono.just(List.of(new OnboardedConnection.Named(id, null)));
			});
	}

	// The vendor may return an id that is none
	private static boolean isUnreadable(Throwable failure) {
		return failure instanceof SsoApiException || failure instanceof IllegalArgumentException;
	}

	@Override
	public Mono<HandOverValues> handOver(String connectionId, @Nullable IdpProduct product) {
		return this.connections.get(connectionId).flatMap((connection) -> this.handOver.values(connection, product));
	}

	@Override
	public Mono<Void> rename(String connectionId, String name) {
		return this.connections.update(connectionId, new EnterpriseConnectionPatch().name(name)).then();
	}

	@Override
	public ConnectionRotation rotation(Clock clock) {
		return new ClerkRotation(this.clerk, clock);
	}

	@Override
	public Mono<SignInTest> test(String connectionId, @Nullable String clientId) {
		return this.tests.create(connectionId);
	}

	@Override
	public Mono<ActivationReview> review(String connectionId) {
		return this.clerk.reviewedActivation().review(connectionId).flatMap((review) -> {
			EnterpriseConnection connection = review.connection();
			List<String> unknown = new ArrayList<>();
			Mono<Users> users = this.clerk.userConnections()
				.countMoved(connection)
				.map((moved) -> new Users(moved.count(), moved.isComplete()))
				.onErrorResume(SsoApiException.class, (failure) -> {
					unknown.add("The number of existing users could not be read: " + failure.getMessage());
					return Mono.just(new Users(null, false));
				});
			return Mono.zip(users, this.tests.list(connection, unknown)).map((read) -> {
				boolean tested = ClerkTestRuns.isTested(read.getT2());
				return new ActivationReview(state(connection, tested), read.getT1().count(), read.getT1().isComplete(),
						List.of(),
						(connection.organizationId() != null) ? List.of(connection.organizationId()) : List.of(),
						review.verifiedDomains()
							.stream()
							.map(OrganizationDomain::name)
							.filter(Objects::nonNull)
							.toList(),
						List.of(), List.of(), !tested && !Boolean.TRUE.equals(connection.active()), unknown);
			});
		});
	}

	@Override
	public Mono<Activation> activate(ActivationReview review) {
		String id = Objects.requireNonNull(review.state().connectionId());
		return this.clerk.enterpriseConnectionActivation().activate(id, review.removedDomains()).map((result) -> {
			if (result instanceof ActivationResult.TestNeeded needed) {
				TestRun last = needed.lastRun();
				return new Activation(state(needed.connection(), false),
						ClerkTestRuns.of(id, needed.link(), (last != null)
								? ClerkTestRuns.attempt(last, ClerkTestRuns.changedAt(needed.connection())) : null));
			}
			return new Activation(state(result.connection(), true), null);
		});
	}

	private OnboardingState state(EnterpriseConnection connection, boolean tested) {
		return ClerkConnections.state(account(), connection, tested);
	}

	@Override
	public Mono<OnboardingState> deactivate(String connectionId) {
		return this.connections.update(connectionId, new EnterpriseConnectionPatch().active(false))
			.map((connection) -> state(connection, false));
	}

	@Override
	public Mono<Offboarding> findRemaining(OnboardingState state) {
		return this.offboarding.findRemaining(state);
	}

	@Override
	public Mono<Void> delete(String connectionId) {
		return this.connections.get(connectionId)
			.flatMap((connection) -> !Boolean.FALSE.equals(connection.active()) ? Mono
				.error(ClerkFailures.conflict(this.clerk, "enterprise_connections.delete",
						"not sent: users can sign in with the connection " + connectionId + ": deactivate it first"))
					: this.connections.delete(connectionId))
			.onErrorResume(SsoApiException.NotFound.class, (deleted) -> Mono.empty())
			.then();
	}

	/**
	 * Existing users.
	 *
	 * @param count the number, {@code null} if it is unknown
	 * @param isComplete whether all were counted
	 */
	private record Users(@Nullable Long count, boolean isComplete) {
	}

}
