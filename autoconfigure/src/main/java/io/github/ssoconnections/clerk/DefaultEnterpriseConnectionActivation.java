// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.PerConnection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * Default {@link EnterpriseConnectionActivation}.
 */
final class DefaultEnterpriseConnectionActivation implements EnterpriseConnectionActivation {

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

	private final EnterpriseConnectionService service;

	private final PerConnection perConnection;

	private final Duration settleTime;

	private final Supplier<Scheduler> scheduler;

	DefaultEnterpriseConnectionActivation(EnterpriseConnectionService service, ClerkClient client) {
		this(service, client, Schedulers::parallel);
	}

	DefaultEnterpriseConnectionActivation(EnterpriseConnectionService service, ClerkClient client,
			Supplier<Scheduler> scheduler) {
		Assert.notNull(service, "'service' must not be null");
		Assert.notNull(client, "'client' must not be null");
		this.service = service;
		this.perConnection = client.perConnection();
		this.settleTime = client.settings().client().responseTimeout();
		this.scheduler = scheduler;
	}

	@Override
	public Mono<ActivationResult> activate(String id) {
		Mono<EnterpriseConnection> get = this.service.get(id);
		Mono<TestRuns> list = TestRuns.list(this.service, id);
		return get.flatMap((connection) -> this.perConnection.inOrder("enterprise_connections.update",
				samlId(connection, id), get.zipWith(list), (seen) -> activate(id, seen.getT1(), seen.getT2())));
	}

	// As in the rotation of certificates
	private static String samlId(EnterpriseConnection connection, String id) {
		EnterpriseConnection.Saml saml = connection.samlConnection();
		return (saml != null && saml.id() != null) ? saml.id() : id;
	}

	private Mono<ActivationResult> activate(String id, EnterpriseConnection connection, TestRuns runs) {
		UnexpectedFields.reject("enterprise_connections.update", id, connection.unknownFields(), "active", "updated_at",
				"created_at", "saml_connection");
		if (Boolean.TRUE.equals(connection.active())) {
			return Mono.just(new ActivationResult.Active(connection, null));
		}
		TestRun success = runs
			.successAfter((connection.updatedAt() != null) ? connection.updatedAt() : connection.createdAt());
		return (success != null) ? setActive(id).map((active) -> new ActivationResult.Active(active, success))
				: this.service.createTestRun(id)
					.map((link) -> new ActivationResult.TestNeeded(connection, link, runs.newest()));
	}

	private Mono<EnterpriseConnection> setActive(String id) {
		Mono<EnterpriseConnection> active = this.service.get(id)
			.filter((connection) -> Boolean.TRUE.equals(connection.active()));
		return this.service.update(id, new EnterpriseConnectionPatch().active(true))
			.onErrorResume(LostAnswer::isOne,
					(failure) -> LostAnswer.find(active, this.settleTime).switchIfEmpty(Mono.error(failure)));
	}

	@Override
	public Mono<TestRun> awaitTestRun(String id, Duration timeout) {
		return await(id, timeout, TestRuns::newest);
	}

	@Override
	public Mono<TestRun> awaitTestRun(ActivationResult.TestNeeded test, Duration timeout) {
		Assert.notNull(test, "'test' must not be null");
		String id = test.connection().id();
		Assert.notNull(id, "'test' must be of a connection with an id");
		return await(id, timeout, (runs) -> runs.newerThan(test.lastRun()).decisive());
	}

	private Mono<TestRun> await(String id, Duration timeout, Function<TestRuns, @Nullable TestRun> choice) {
		Assert.isTrue(timeout != null && timeout.compareTo(Duration.ZERO) > 0, "'timeout' must be positive");
		Mono<TestRuns> list = TestRuns.list(this.service, id);
		Mono<TestRun> absent = Mono.error(DefaultEnterpriseConnectionActivation::absent);
		return Mono.defer(() -> {
			AtomicReference<Mono<TestRun>> seen = new AtomicReference<>(absent);
			return list.mapNotNull(choice)
				.doOnNext((run) -> seen.set(Mono.just(run)))
				.filter((run) -> !isPending(run))
				.onErrorResume(DefaultEnterpriseConnectionActivation::mayPass, (failure) -> {
					seen.compareAndSet(absent, Mono.error(failure));
					return Mono.empty();
				})
				.repeatWhenEmpty(Integer.MAX_VALUE,
						(times) -> times.concatMap((time) -> Mono.delay(pause(time), this.scheduler.get())))
				.timeout(timeout, Mono.defer(seen::get), this.scheduler.get());
		});
	}

	private static boolean isPending(TestRun run) {
		return run.status() == null || TestRunStatus.PENDING.equals(run.status());
	}

	private static boolean mayPass(Throwable failure) {
		return failure instanceof SsoApiException.Unavailable || failure instanceof SsoApiException.RateLimited;
	}

	private static Duration pause(long time) {
		Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(time, 10));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

	private static SsoApiException absent() {
		return new SsoApiException.NotFound(
				new SsoApiException.Details(ClerkVendor.NAME, "enterprise_connections.list_test_runs", null,
						"there is no such test run", List.of(), null, null, false, null));
	}

}
