// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionPatch;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0Lint;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.activation.Auth0ConnectionActivation;
import io.github.ssoconnections.auth0.activation.MissingPart;
import io.github.ssoconnections.auth0.activation.SignInPart;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.handover.HandOverValues;
import io.github.ssoconnections.handover.IdpProduct;
import io.github.ssoconnections.lint.CertificateLint;
import io.github.ssoconnections.onboarding.Activation;
import io.github.ssoconnections.onboarding.ActivationReview;
import io.github.ssoconnections.onboarding.ConnectionRotation;
import io.github.ssoconnections.onboarding.CustomerOrganization;
import io.github.ssoconnections.onboarding.IdpDocument;
import io.github.ssoconnections.onboarding.Offboarding;
import io.github.ssoconnections.onboarding.OnboardedConnection;
import io.github.ssoconnections.onboarding.OnboardingRequest;
import io.github.ssoconnections.onboarding.OnboardingState;
import io.github.ssoconnections.onboarding.OnboardingStep;
import io.github.ssoconnections.onboarding.OnboardingVendor;
import io.github.ssoconnections.onboarding.SignInTest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Onboarding at Auth0: a connection that is enabled for clients and organizations by its
 * activation. Auth0 records no result of a test.
 */
public final class Auth0Onboarding implements OnboardingVendor {

	/** What the activation sets. */
	private static final Set<SignInPart> SET_BY_ACTIVATION = Set.of(SignInPart.CONNECTION_ACTIVE,
			SignInPart.CLIENT_ENABLED, SignInPart.ORGANIZATION_ENABLED, SignInPart.MEMBERSHIP);

	private final Auth0Account auth0;

	private final Auth0ConnectionService connections;

	private final Auth0ConnectionActivation activation;

	private final Auth0SignIn signIn;

	private final Auth0Creation creation;

	private final Auth0Offboarding offboarding;

	/**
	 * Create an instance.
	 * @param auth0 the tenant
	 */
	public Auth0Onboarding(Auth0Account auth0) {
		Assert.notNull(auth0, "'auth0' must not be null");
		this.auth0 = auth0;
		this.connections = auth0.connections();
		this.activation = auth0.connectionActivation();
		this.signIn = new Auth0SignIn(auth0);
		this.creation = new Auth0Creation(auth0, this.signIn);
		this.offboarding = new Auth0Offboarding(auth0);
	}

	@Override
	public Account account() {
		return this.auth0.client().account();
	}

	@Override
	public void validate(OnboardingRequest request) {
		Auth0Connections.validate(request);
		Auth0Connections.of(request);
	}

	@Override
	public List<Finding> check(OnboardingRequest request, IdpDocument document, Instant now) {
		List<Finding> findings = new ArrayList<>(Auth0Lint.check(Auth0Connections.of(request), now));
		if (document.metadata() != null) {
			CertificateLint.check(document.metadata(), now)
				.stream()
				.filter((finding) -> findings.stream().noneMatch((known) -> known.code().equals(finding.code())))
				.forEach(findings::add);
		}
		return findings;
	}

	@Override
	public Mono<List<String>> findRemovedDomains(OnboardingRequest request) {
		return Mono.just(List.of());
	}

	@Override
	public Mono<CreateResult<String>> createOrganization(CustomerOrganization organization) {
		return this.creation.createOrganization(organization);
	}

	@Override
	public Mono<CreateResult<OnboardingState>> createConnection(OnboardingRequest request,
			@Nullable String organizationId) {
		return this.creation.createConnection(request, organizationId)
			.map((result) -> new CreateResult<>(state(result.value()), result.created()));
	}

	@Override
	public Mono<Boolean> addDiscoveryDomains(String organizationId, List<String> domains) {
		return this.creation.addDiscoveryDomains(organizationId, domains);
	}

	private OnboardingState state(SignInSettings settings) {
		Auth0Connection connection = settings.connection();
		CatalogEntry entry = this.auth0.connectionCatalog().toEntry(connection);
		return settings.toState(account(), (entry != null) ? entry.domains() : List.of());
	}

	private Mono<OnboardingState> state(SignInSettings settings, List<String> unknown) {
		OnboardingState state = state(settings);
		return this.signIn.hasDiscoveryDomains(settings, state.domains(), unknown)
			.map((known) -> known ? state.withDone(with(state.done(), OnboardingStep.DISCOVERY_DOMAINS)) : state);
	}

	private static Set<OnboardingStep> with(List<OnboardingStep> done, OnboardingStep step) {
		Set<OnboardingStep> steps = EnumSet.of(step);
		steps.addAll(done);
		return steps;
	}

	@Override
	public Mono<OnboardedConnection> get(String connectionId, Instant now) {
		return this.signIn.read(connectionId).flatMap((settings) -> {
			Auth0Connection connection = settings.connection();
			CatalogEntry entry = this.auth0.connectionCatalog().toEntry(connection);
			if (entry == null) {
				return Mono.error(Auth0Failures.notFound(this.auth0, "connections.get",
						"the connection " + connectionId + " is no enterprise connection"));
			}
			List<String> unknown = new ArrayList<>(settings.unknown());
			ServiceProviderDetails details = serviceProvider(settings, unknown);
			return state(settings, unknown).flatMap((state) -> Mono
				.zip(this.signIn.organizations(settings, unknown), this.signIn.clients(settings, unknown))
				.map((names) -> OnboardedConnection.of(entry, state, details, names.getT1(), names.getT2(), List.of(),
						Auth0Lint.check(connection, now), json(connection), unknown)));
		});
	}

	private @Nullable ServiceProviderDetails serviceProvider(SignInSettings settings, List<String> unknown) {
		try {
			return this.signIn.serviceProvider(settings);
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			unknown.add("What the administrator of the IdP enters is unknown: " + ex.getMessage());
			return null;
		}
	}

	private static String json(Auth0Connection connection) {
		return WireJson.masked().writerWithDefaultPrettyPrinter().writeValueAsString(connection);
	}

	@Override
	public Mono<HandOverValues> handOver(String connectionId, @Nullable IdpProduct product) {
		return this.signIn.read(connectionId)
			.flatMap((settings) -> Mono.fromCallable(() -> Auth0HandOver.values(settings.connection(),
					this.signIn.serviceProvider(settings), state(settings).domains(), product)));
	}

	@Override
	public Mono<Void> rename(String connectionId, String name) {
		return this.connections.update(connectionId, new Auth0ConnectionPatch().displayName(name)).then();
	}

	@Override
	public ConnectionRotation rotation(Clock clock) {
		return new Auth0Rotation(this.auth0, clock);
	}

	@Override
	public Mono<SignInTest> test(String connectionId, @Nullable String clientId) {
		return this.signIn.read(connectionId).flatMap((settings) -> this.signIn.test(settings, clientId));
	}

	@Override
	public Mono<ActivationReview> review(String connectionId) {
		return this.signIn.read(connectionId)
			// Discovery domains that cannot be read are a missing part where one is
			// needed
			.flatMap((settings) -> this.signIn.findMissing(settings)
				.zipWith(state(settings, new ArrayList<>()), (parts, state) -> {
					List<String> missing = new ArrayList<>();
					List<String> unknown = new ArrayList<>(settings.unknown());
					for (MissingPart part : parts) {
						if (!SET_BY_ACTIVATION.contains(part.part())) {
							(part.isUnknown() ? unknown : missing).add(part.text());
						}
					}
					return new ActivationReview(state, null, true, List.copyOf(settings.clientsAfterActivation()),
							settings.organizations(), List.of(), List.of(), missing, false, unknown);
				}));
	}

	@Override
	public Mono<Activation> activate(ActivationReview review) {
		String id = Objects.requireNonNull(review.state().connectionId());
		return this.signIn.read(id)
			.flatMap((settings) -> requireReviewed(settings, review))
			.flatMap(
					(settings) -> ((settings.plan() != null) ? this.activation.activate(id).then() : Mono.<Void>empty())
						.then(Mono
							.defer(() -> settings.isSuspended() ? this.activation.resume(id).then() : Mono.empty())))
			.then(Mono.defer(() -> readState(id)))
			.flatMap((state) -> state.isActive() ? Mono.just(new Activation(state, null))
					: Mono.error(Auth0Failures.conflict(this.auth0, "connections.update", "the connection " + id
							+ " is enabled for no client, and has no plan of clients: set its plan")));
	}

	private Mono<SignInSettings> requireReviewed(SignInSettings settings, ActivationReview review) {
		Set<String> more = settings.clientsAfterActivation();
		more.addAll(settings.organizations());
		review.clientIds().forEach(more::remove);
		review.organizationIds().forEach(more::remove);
		return more.isEmpty() ? Mono.just(settings) : Mono.error(Auth0Failures.conflict(this.auth0,
				"connections.update",
				"not sent: the review does not name all clients and organizations whose users could sign in: " + more));
	}

	private Mono<OnboardingState> readState(String connectionId) {
		return this.signIn.read(connectionId).flatMap((settings) -> state(settings, new ArrayList<>()));
	}

	@Override
	public Mono<OnboardingState> deactivate(String connectionId) {
		return this.signIn.read(connectionId)
			.flatMap((settings) -> (settings.plan() != null) ? this.activation.deactivate(connectionId).then()
					: Mono.<Void>empty())
			.then(Mono.defer(() -> this.signIn.read(connectionId)))
			// Enabled by somebody else: the activation does not disable that
			.flatMap((settings) -> state(settings).isActive() ? this.activation.suspend(connectionId).then()
					: Mono.<Void>empty())
			.then(Mono.defer(() -> readState(connectionId)));
	}

	@Override
	public Mono<Offboarding> findRemaining(OnboardingState state) {
		return this.offboarding.findRemaining(state);
	}

	@Override
	public Mono<Void> delete(String connectionId) {
		return this.signIn.read(connectionId)
			.map(this::state)
			.flatMap((state) -> state.isActive() ? Mono.error(Auth0Failures.conflict(this.auth0, "connections.delete",
					"not sent: users can sign in with the connection " + connectionId + ": deactivate it first"))
					: this.connections.delete(connectionId))
			.onErrorResume(SsoApiException.NotFound.class, (deleted) -> Mono.empty())
			.then();
	}

}
