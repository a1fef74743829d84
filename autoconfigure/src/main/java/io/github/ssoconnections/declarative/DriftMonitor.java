// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.index.AccountRefresh;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Compares each account with its {@link DesiredConnections} after each successful refresh
 * of the index. A comparison lists the connections once more, and makes no further calls.
 */
public final class DriftMonitor {

	private static final Log logger = LogFactory.getLog(DriftMonitor.class);

	private final Reconciliations reconciliations;

	private final DesiredConnections desired;

	private final Map<Account, Drift> drifts = new ConcurrentHashMap<>();

	private volatile Runnable listener = () -> {
	};

	private final Set<Account> inProgress = ConcurrentHashMap.newKeySet();

	/**
	 * Create a monitor.
	 * @param index the index
	 * @param reconciliations the reconciliation of each account
	 * @param desired the declared connections
	 */
	public DriftMonitor(RefreshedConnectionIndex index, Reconciliations reconciliations, DesiredConnections desired) {
		Assert.notNull(index, "'index' must not be null");
		Assert.notNull(reconciliations, "'reconciliations' must not be null");
		Assert.notNull(desired, "'desired' must not be null");
		this.reconciliations = reconciliations;
		this.desired = desired;
		index.onRefresh(this::refreshed);
	}

	private void refreshed(AccountRefresh refresh) {
		boolean complete = refresh.scope() == AccountRefresh.Scope.ALL
				|| refresh.scope() == AccountRefresh.Scope.INITIAL;
		if (complete && accounts().contains(refresh.account())) {
			compare(refresh.account());
		}
	}

	// Not awaited: a listener delays the next refresh
	private void compare(Account account) {
		if (!this.inProgress.add(account)) {
			return;
		}
		Mono.defer(() -> this.desired.find(account))
			.flatMap((connections) -> this.reconciliations.get(account)
				.plan(connections, PlanOptions.DEFAULT.withoutFurtherCalls()))
			.map(Drift::of)
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.doOnError((failure) -> logger.warn("The connections of " + account
					+ " could not be compared with the declared ones: " + failure.getMessage()))
			.onErrorReturn(Optional.empty())
			.subscribe((drift) -> compared(account, drift));
	}

	private void compared(Account account, Optional<Drift> drift) {
		drift.ifPresentOrElse((known) -> this.drifts.put(account, known), () -> this.drifts.remove(account));
		this.inProgress.remove(account);
		this.listener.run();
	}

	/**
	 * Set what to do after each comparison.
	 * @param listener the callback
	 */
	void onCompared(Runnable listener) {
		this.listener = listener;
	}

	/**
	 * Return the accounts.
	 * @return the accounts in their order
	 */
	public List<Account> accounts() {
		return this.reconciliations.accounts();
	}

	/**
	 * Return the result of the last comparison. Makes no request.
	 * @param account the account
	 * @return the drift, {@code null} if the account is not declared, was not compared
	 * yet, or the last comparison failed
	 */
	public @Nullable Drift drift(Account account) {
		return this.drifts.get(account);
	}

}
