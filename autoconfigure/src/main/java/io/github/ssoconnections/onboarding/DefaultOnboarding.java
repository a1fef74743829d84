// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.handover.HandOverSheet;
import io.github.ssoconnections.handover.HandOverSheets;
import io.github.ssoconnections.handover.IdpProduct;
import io.github.ssoconnections.lint.CertificateLint;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * {@link Onboarding} at any vendor.
 */
final class DefaultOnboarding implements Onboarding {

	private static final Log logger = LogFactory.getLog(DefaultOnboarding.class);

	private final OnboardingVendor vendor;

	private final IdpReader idps;

	private final OtherConnections others;

	private final HandOverSheets sheets;

	private final Clock clock;

	private final Consumer<OnboardingStepCompleted> listener;

	DefaultOnboarding(OnboardingVendor vendor, OnboardingTools tools) {
		Assert.notNull(vendor, "'vendor' must not be null");
		Assert.notNull(tools, "'tools' must not be null");
		this.vendor = vendor;
		this.idps = new IdpReader(tools.metadata(), tools.discovery());
		this.others = new OtherConnections(vendor.account(), tools.index(), tools.clock());
		this.sheets = tools.sheets();
		this.clock = tools.clock();
		this.listener = tools.listener();
	}

	@Override
	public Account account() {
		return this.vendor.account();
	}

	@Override
	public Mono<OnboardingCheck> check(IdpSettings idp) {
		Assert.notNull(idp, "'idp' must not be null");
		return this.idps.read(idp).map((document) -> {
			Set<Finding> findings = new LinkedHashSet<>(document.findings());
			SamlMetadata metadata = document.metadata();
			if (metadata != null) {
				findings.addAll(CertificateLint.check(metadata, this.clock.instant()));
			}
			else if (idp instanceof IdpSettings.Saml saml) {
				findings.addAll(CertificateLint
					.check(saml.certificates().stream().map(SigningCertificate::parse).toList(), this.clock.instant()));
			}
			return new OnboardingCheck(metadata, document.discovery(), Finding.sorted(findings), List.of(), List.of(),
					null, List.of());
		});
	}

	@Override
	public Mono<OnboardingCheck> check(OnboardingRequest request) {
		Assert.notNull(request, "'request' must not be null");
		this.vendor.validate(request);
		return this.idps.read(request.idp()).flatMap((document) -> {
			List<Finding> findings = new ArrayList<>(document.findings());
			List<String> unknown = new ArrayList<>();
			this.vendor.check(request, document, this.clock.instant())
				.stream()
				.filter((finding) -> !findings.contains(finding))
				.forEach(findings::add);
			return this.others.findConflicts(request.domains(), unknown).flatMap((conflicts) -> {
				String existing = this.others.findExisting(request);
				return findRemovedDomains(request, unknown).map((removed) -> new OnboardingCheck(document.metadata(),
						document.discovery(), Finding.sorted(findings), OtherConnections.without(conflicts, existing),
						removed, existing, unknown));
			});
		});
	}

	private Mono<List<String>> findRemovedDomains(OnboardingRequest request, List<String> unknown) {
		return OtherConnections.orUnknown(this.vendor.findRemovedDomains(request),
				"Which verified domains an activation would remove is unknown: ", List.of(), unknown);
	}

	@Override
	public Mono<OnboardingState> create(OnboardingRequest request) {
		Assert.notNull(request, "'request' must not be null");
		this.idps.validate(request.idp());
		this.vendor.validate(request);
		OnboardingState start = new OnboardingState(account().vendor(), account().name(), request.customer(), null,
				null, request.domains(), request.clientIds(), List.of());
		return createOrganization(request, start).flatMap((state) -> createConnection(request, state))
			.flatMap((state) -> addDiscoveryDomains(request, state));
	}

	private Mono<OnboardingState> createOrganization(OnboardingRequest request, OnboardingState state) {
		CustomerOrganization organization = request.organization();
		if (organization == null) {
			return Mono.just(state);
		}
		if (organization.id() != null) {
			return Mono.just(state.withOrganization(organization.id()));
		}
		return this.vendor.createOrganization(organization)
			.map((result) -> completed(state.withOrganization(result.value()), OnboardingStep.ORGANIZATION,
					result.created()))
			.onErrorMap((failure) -> partial(failure, state, OnboardingStep.ORGANIZATION));
	}

	private Mono<OnboardingState> createConnection(OnboardingRequest request, OnboardingState state) {
		return this.vendor.createConnection(request, state.organizationId())
			.map((result) -> completed(result.value().withDone(union(state, result.value())), OnboardingStep.CONNECTION,
					result.created()))
			.onErrorMap((failure) -> partial(failure, state, OnboardingStep.CONNECTION));
	}

	private Mono<OnboardingState> addDiscoveryDomains(OnboardingRequest request, OnboardingState state) {
		String organizationId = state.organizationId();
		if (!request.discoveryDomains() || organizationId == null) {
			return Mono.just(state);
		}
		return this.vendor.addDiscoveryDomains(organizationId, request.domains())
			.map((added) -> completed(state, OnboardingStep.DISCOVERY_DOMAINS, added))
			.onErrorMap((failure) -> partial(failure, state, OnboardingStep.DISCOVERY_DOMAINS));
	}

	private static Collection<OnboardingStep> union(OnboardingState one, OnboardingState other) {
		Set<OnboardingStep> steps = EnumSet.noneOf(OnboardingStep.class);
		steps.addAll(one.done());
		steps.addAll(other.done());
		return steps;
	}

	private OnboardingState completed(OnboardingState state, OnboardingStep step, boolean changed) {
		Set<OnboardingStep> steps = EnumSet.of(step);
		steps.addAll(state.done());
		OnboardingState after = state.withDone(steps);
		if (changed) {
			publish(new OnboardingStepCompleted(account(), step, after.connectionId(), after));
		}
		return after;
	}

	private void completed(@Nullable String connectionId, OnboardingStep step) {
		publish(new OnboardingStepCompleted(account(), step, connectionId, null));
	}

	// The step is done, whatever a listener does
	private void publish(OnboardingStepCompleted event) {
		try {
			this.listener.accept(event);
		}
		catch (RuntimeException ex) {
			logger.warn("A listener to " + event.step() + " of " + event.account() + " failed", ex);
		}
	}

	private static Throwable partial(Throwable failure, OnboardingState state, OnboardingStep failed) {
		failure.addSuppressed(new PartialOnboarding(state, failed));
		return failure;
	}

	@Override
	public Mono<OnboardedConnection> get(String connectionId) {
		Assert.hasText(connectionId, "'connectionId' must not be empty");
		return Mono.defer(() -> this.vendor.get(connectionId, this.clock.instant()));
	}

	@Override
	public Mono<HandOverSheet> handOver(String connectionId, @Nullable IdpProduct product) {
		Assert.hasText(connectionId, "'connectionId' must not be empty");
		return this.vendor.handOver(connectionId, product)
			.map((values) -> this.sheets.sheet(values.withVendor(account().vendor())))
			.doOnNext((sheet) -> completed(connectionId, OnboardingStep.HAND_OVER));
	}

	@Override
	public Mono<Void> rename(String connectionId, String name) {
		Assert.hasText(connectionId, "'connectionId' must not be empty");
		Assert.hasText(name, "'name' must not be empty");
		return this.vendor.rename(connectionId, name);
	}

	@Override
	public ConnectionRotation rotation() {
		return this.vendor.rotation(this.clock);
	}

	@Override
	public Mono<SignInTest> test(String connectionId, @Nullable String clientId) {
		Assert.hasText(connectionId, "'connectionId' must not be empty");
		return this.vendor.test(connectionId, clientId)
			.doOnNext((test) -> completed(connectionId, OnboardingStep.TEST_LINK));
	}

	@Override
	public Mono<ActivationReview> review(String connectionId) {
		Assert.hasText(connectionId, "'connectionId' must not be empty");
		return this.vendor.review(connectionId).flatMap((review) -> {
			List<String> unknown = new ArrayList<>(review.unknown());
			return this.others.findConflicts(connectionId, unknown)
				.map((conflicts) -> review.withConflicts(conflicts, unknown));
		});
	}

	@Override
	public Mono<Activation> activate(ActivationReview review) {
		Assert.notNull(review, "'review' must not be null");
		Assert.notNull(review.state().connectionId(), "'review' must be of a connection");
		return this.vendor.activate(review).map((activation) -> {
			if (!activation.isActive()) {
				completed(activation.state().connectionId(), OnboardingStep.TEST_LINK);
				return activation;
			}
			return new Activation(completed(activation.state(), OnboardingStep.ACTIVATION, !review.state().isActive()),
					null);
		});
	}

	@Override
	public Mono<OnboardingState> deactivate(String connectionId) {
		Assert.hasText(connectionId, "'connectionId' must not be empty");
		return this.vendor.deactivate(connectionId).map((state) -> completed(state, OnboardingStep.DEACTIVATION, true));
	}

	@Override
	public Mono<Offboarding> offboard(String connectionId) {
		return deactivate(connectionId).flatMap(this.vendor::findRemaining);
	}

	@Override
	public Mono<Void> delete(String connectionId) {
		Assert.hasText(connectionId, "'connectionId' must not be empty");
		return this.vendor.delete(connectionId)
			.doOnSuccess((deleted) -> completed(connectionId, OnboardingStep.DELETION));
	}

}
