// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.StringUtils;

/**
 * {@link Reconciliation} at any vendor.
 */
final class DefaultReconciliation implements Reconciliation {

	private static final int CONCURRENCY = 4;

	private final ReconciliationVendor vendor;

	private final ReconciliationTools tools;

	DefaultReconciliation(ReconciliationVendor vendor, ReconciliationTools tools) {
		Assert.notNull(vendor, "'vendor' must not be null");
		Assert.notNull(tools, "'tools' must not be null");
		this.vendor = vendor;
		this.tools = tools;
	}

	@Override
	public Account account() {
		return this.vendor.account();
	}

	@Override
	public Mono<ConnectionPlan> plan(Collection<DesiredConnection> desired, PlanOptions options) {
		Assert.notNull(desired, "'desired' must not be null");
		Assert.notNull(options, "'options' must not be null");
		List<DesiredConnection> all = List.copyOf(desired);
		return Mono.defer(() -> new Planner(this.vendor, all, options, this.tools.clock().instant()).plan());
	}

	@Override
	public Flux<AppliedStep> apply(ConnectionPlan plan, ApplyOptions options) {
		Assert.notNull(plan, "'plan' must not be null");
		Assert.notNull(options, "'options' must not be null");
		return Flux.defer(() -> {
			String reason = reject(plan, options);
			return (reason != null) ? Flux.error(new ChangedSincePlanException(reason))
					: Flux.usingWhen(this.tools.locks().acquire(account(), options),
							(lock) -> new Applier(this.vendor).apply(plan, lock), ApplyLocks.Held::release);
		});
	}

	private @Nullable String reject(ConnectionPlan plan, ApplyOptions options) {
		if (!plan.account().equals(account())) {
			return "Nothing was written: the plan is of the account " + plan.account() + ", not of " + account();
		}
		if (!plan.apiHost().equals(this.vendor.apiHost())) {
			return "Nothing was written: the plan is of " + plan.apiHost() + ", not of " + this.vendor.apiHost();
		}
		Duration age = Duration.between(plan.createdAt(), this.tools.clock().instant());
		return (age.compareTo(options.maxAge()) <= 0) ? null : "Nothing was written: the plan is " + age.toMinutes()
				+ " minutes old, and may be " + options.maxAge().toMinutes() + ": make a new plan";
	}

	@Override
	public Mono<ExportedConnections> export(String secretPrefix) {
		Assert.hasText(secretPrefix, "'secretPrefix' must not be empty");
		return Mono.defer(() -> {
			ReconciliationVendor.FurtherFields further = this.vendor.furtherFields();
			Set<String> references = new HashSet<>();
			List<String> omitted = new CopyOnWriteArrayList<>();
			return this.vendor.list()
				.filter((current) -> StringUtils.hasText(current.name())
						|| !omitted.add("The name of the connection " + current.id() + " cannot be read."))
				.flatMapSequential((current) -> further.read(current, null), CONCURRENCY)
				.map((current) -> export(current, secretPrefix, references))
				.collectList()
				.map((connections) -> new ExportedConnections(account().vendor(), connections, omitted));
		});
	}

	private ExportedConnections.Exported export(CurrentConnection current, String prefix, Set<String> references) {
		return new ConnectionExport(this.vendor, current, prefix, references).exported();
	}

	@Override
	public boolean hasSharedLock() {
		return this.tools.locks().areShared();
	}

}
