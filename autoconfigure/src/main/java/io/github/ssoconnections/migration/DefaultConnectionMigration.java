// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.clerk.onboarding.ClerkOnboarding;
import io.github.ssoconnections.client.DecodingReport;
import io.github.ssoconnections.handover.HandOverSheet;
import io.github.ssoconnections.onboarding.Onboarding;
import io.github.ssoconnections.onboarding.OnboardingTools;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Default implementation of {@link ConnectionMigration}.
 */
final class DefaultConnectionMigration implements ConnectionMigration {

	private static final int CONCURRENT_READS = 4;

	private final Auth0Account source;

	private final ClerkAccount target;

	private final IdpMetadataReader metadata;

	private final Onboarding onboarding;

	private final Clock clock;

	DefaultConnectionMigration(Auth0Account source, ClerkAccount target, OnboardingTools tools) {
		this.source = source;
		this.target = target;
		this.metadata = new IdpMetadataReader(tools.metadata());
		this.onboarding = Onboarding.create(new ClerkOnboarding(target), tools);
		this.clock = tools.clock();
	}

	@Override
	public Account source() {
		return this.source.client().account();
	}

	@Override
	public Account target() {
		return this.target.client().account();
	}

	@Override
	public Flux<MigrationEntry> plan(MigrationOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return snapshot().flatMapMany(
				(snapshot) -> planned(snapshot, options).map(PlannedConnection::entry).concatWith(skipped(snapshot)));
	}

	@Override
	public Flux<MigrationEntry> run(MigrationOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return snapshot().flatMapMany((snapshot) -> {
			ConnectionMover mover = new ConnectionMover(this.target);
			return planned(snapshot, options).concatMap(mover::move, 1).concatWith(skipped(snapshot));
		});
	}

	private Mono<MigrationSnapshot> snapshot() {
		return Mono.defer(() -> {
			AtomicInteger skipped = new AtomicInteger();
			return DecodingReport.countSkipped(this.source.connections().listAll(), skipped::addAndGet)
				.collectList()
				.zipWhen((connections) -> this.target.enterpriseConnections().listAll().collectList())
				.zipWhen((lists) -> provisioned(), (lists, provisioned) -> new MigrationSnapshot(lists.getT1(),
						skipped.get(), lists.getT2(), provisioned.ids().orElse(null), provisioned.problem()));
		});
	}

	private Mono<Provisioned> provisioned() {
		return this.source.scimConfigurations()
			.listAll()
			.map((configuration) -> Optional.ofNullable(configuration.connectionId()))
			.<Set<String>>collect(LinkedHashSet::new, (ids, id) -> id.ifPresent(ids::add))
			.map((ids) -> new Provisioned(Optional.of(ids), ""))
			.onErrorResume(SsoApiException.class,
					(failure) -> Mono.just(new Provisioned(Optional.empty(), String.valueOf(failure.getMessage()))));
	}

	private Flux<PlannedConnection> planned(MigrationSnapshot snapshot, MigrationOptions options) {
		return Flux.defer(() -> {
			snapshot.check(options);
			ConnectionPlanner planner = new ConnectionPlanner(snapshot, options, this.metadata,
					this.source.serviceProvider(), this.clock);
			return Flux.fromIterable(snapshot.connections())
				.filter((connection) -> options.only().isEmpty() || MigrationSnapshot.isIn(options.only(), connection))
				.flatMapSequential(planner::plan, CONCURRENT_READS, 1);
		});
	}

	private static Mono<MigrationEntry> skipped(MigrationSnapshot snapshot) {
		int skipped = snapshot.skipped();
		if (skipped == 0) {
			return Mono.empty();
		}
		FieldMapping blocker = new FieldMapping(null, null,
				skipped + " connections of the list at Auth0 could not be read: check the list at the vendor.");
		return Mono.just(new MigrationEntry("", "(unreadable)", null, null, List.of(), null, MigrationStatus.BLOCKED,
				List.of(), List.of(), List.of(), List.of(blocker), List.of(), null, null, null));
	}

	@Override
	public Mono<HandOverSheet> handOver(MigrationEntry entry) {
		Assert.notNull(entry, "'entry' must not be null");
		Assert.isTrue(entry.target() != null, () -> "'entry' must have a connection at Clerk: " + entry.sourceName());
		return this.onboarding.handOver(Objects.requireNonNull(entry.target()).id());
	}

	/**
	 * Which connections have a SCIM configuration.
	 *
	 * @param ids the ids of the connections, empty if they are unknown
	 * @param problem why they are unknown
	 */
	private record Provisioned(Optional<Set<String>> ids, String problem) {

	}

}
