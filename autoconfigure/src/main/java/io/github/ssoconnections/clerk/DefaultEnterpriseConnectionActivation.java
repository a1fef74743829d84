// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.LostResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.function.Tuple2;

/**
 * Default {@link EnterpriseConnectionActivation}.
 */
final class DefaultEnterpriseConnectionActivation implements EnterpriseConnectionActivation {

	private static final String OPERATION = "enterprise_connections.update";

	private static final Duration FIRST_DELAY = Duration.ofSeconds(2);

	private static final Duration MAX_DELAY = Duration.ofSeconds(20);

	private final EnterpriseConnectionService service;

	private final VerifiedDomains verifiedDomains;

	private final Account account;

	private final ConnectionUpdates updates;

	private final Duration settleTime;

	private final Supplier<Scheduler> scheduler;

	DefaultEnterpriseConnectionActivation(EnterpriseConnectionService service, ClerkClient client,
			VerifiedDomains verifiedDomains) {
		this(service, client, verifiedDomains, Schedulers::parallel);
	}

	DefaultEnterpriseConnectionActivation(EnterpriseConnectionService service, ClerkClient client,
			VerifiedDomains verifiedDomains, Supplier<Scheduler> scheduler) {
		Assert.notNull(service, "'service' must not be null");
		Assert.notNull(client, "'client' must not be null");
		Assert.notNull(verifiedDomains, "'verifiedDomains' must not be null");
		this.service = service;
		this.verifiedDomains = verifiedDomains;
		this.account = client.account();
		this.updates = client.updates();
		this.settleTime = client.settings().client().responseTimeout();
		this.scheduler = scheduler;
	}

	@Override
	public Mono<ActivationResult> activate(String id, Collection<String> removedDomains) {
		Assert.notNull(removedDomains, "'removedDomains' must not be null");
		Set<String> consent = removedDomains.stream()
			.map((domain) -> domain.toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
		Mono<EnterpriseConnection> get = this.service.get(id);
		Mono<Tuple2<TestRuns, EnterpriseConnection>> read = TestRuns.list(this.service, id).zipWhen((runs) -> get);
		return this.updates.run(OPERATION, read, (tuple) -> samlId(tuple.getT2(), id),
				(tuple) -> activate(id, consent, tuple.getT2(), tuple.getT1()));
	}

	private static String samlId(EnterpriseConnection connection, String id) {
		EnterpriseConnection.Saml saml = connection.saml();
		return (saml != null && saml.id() != null) ? saml.id() : id;
	}

	private Mono<ActivationResult> activate(String id, Set<String> consent, EnterpriseConnection connection,
			TestRuns runs) {
		UnexpectedFields.reject(this.account, OPERATION, id, connection.unknownFields(), "active", "updated_at",
				"created_at", "saml_connection", "domains", "organization_id");
		if (Boolean.TRUE.equals(connection.active())) {
			return Mono.just(new ActivationResult.Active(connection, null));
		}
		TestRun success = runs
			.successAfter((connection.updatedAt() != null) ? connection.updatedAt() : connection.createdAt());
		return (success != null)
				? withoutConsent(connection, consent)
					.flatMap((domains) -> domains.isEmpty() ? setActive(id) : Mono.error(conflict(domains)))
					.map((active) -> new ActivationResult.Active(active, success))
				: this.service.createTestRun(id)
					.map((link) -> new ActivationResult.TestNeeded(connection, link, runs.newest()));
	}

	private Mono<? extends Set<String>> withoutConsent(EnterpriseConnection connection, Set<String> consent) {
		List<String> domains = connection.domains();
		String organizationId = connection.organizationId();
		if (domains == null || domains.isEmpty() || organizationId == null) {
			return Mono.just(Set.of());
		}
		Set<String> asked = domains.stream()
			.map((domain) -> domain.toLowerCase(Locale.ROOT))
			.filter((domain) -> !consent.contains(domain))
			.collect(Collectors.toSet());
		// An organization that is gone has no domain to remove
		return this.verifiedDomains.list(organizationId)
			.onErrorResume(SsoApiException.NotFound.class, (gone) -> Flux.empty())
			.map((domain) -> domain.toLowerCase(Locale.ROOT))
			.filter(asked::contains)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Mono<EnterpriseConnection> setActive(String id) {
		return LostResponse.recover(this.service.update(id, new EnterpriseConnectionPatch().active(true)),
				this.service.get(id).filter((connection) -> Boolean.TRUE.equals(connection.active())), this.settleTime);
	}

	@Override
	public Mono<TestRun> awaitTestRun(String id, Duration timeout) {
		return await(id, timeout, TestRuns::newest);
	}

	@Override
	public Mono<TestRun> awaitTestRun(ActivationResult.TestNeeded test, Duration timeout) {
		Assert.notNull(test, "'test' must not be null");
		String id = test.connection().id();
		Assert.hasText(id, "'test' must be of a connection with an id");
		return await(id, timeout, (runs) -> runs.newerThan(test.lastRun()).decisive());
	}

	private Mono<TestRun> await(String id, Duration timeout, Function<TestRuns, @Nullable TestRun> choice) {
		Assert.isTrue(timeout != null && timeout.compareTo(Duration.ZERO) > 0, "'timeout' must be positive");
		Mono<TestRuns> list = TestRuns.list(this.service, id);
		Mono<TestRun> absent = Mono.error(this::notFound);
		return Mono.defer(() -> {
			AtomicReference<Mono<TestRun>> latest = new AtomicReference<>(absent);
			return list.mapNotNull(choice)
				.doOnNext((run) -> latest.set(Mono.just(run)))
				.filter((run) -> !isPending(run))
				.onErrorResume(DefaultEnterpriseConnectionActivation::isTransient, (failure) -> {
					latest.compareAndSet(absent, Mono.error(failure));
					return Mono.empty();
				})
				.repeatWhenEmpty(Integer.MAX_VALUE,
						(attempts) -> attempts.concatMap((attempt) -> Mono.delay(delay(attempt), this.scheduler.get())))
				.timeout(timeout, Mono.defer(latest::get), this.scheduler.get());
		});
	}

	private static boolean isPending(TestRun run) {
		return run.status() == null || TestRunStatus.PENDING.equals(run.status());
	}

	private static boolean isTransient(Throwable failure) {
		return failure instanceof SsoApiException.Unavailable || failure instanceof SsoApiException.RateLimited;
	}

	private static Duration delay(long attempt) {
		Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempt, 10));
		return (delay.compareTo(MAX_DELAY) < 0) ? delay : MAX_DELAY;
	}

	private SsoApiException conflict(Set<String> domains) {
		return new SsoApiException.Conflict(new SsoApiException.Details(this.account, OPERATION, null,
				"not sent: the activation would remove the verified domains " + domains
						+ " of the organization: review the activation, and consent to their removal",
				List.of(), null, null, true, null));
	}

	private SsoApiException notFound() {
		return new SsoApiException.NotFound(
				new SsoApiException.Details(this.account, "enterprise_connections.list_test_runs", null,
						"the test run was not found", List.of(), null, null, false, null));
	}

}
