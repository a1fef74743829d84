// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Refreshes one account, by one refresh at a time. A call during a refresh shares the
 * next refresh with other calls, as the running refresh may have passed a change already.
 */
final class AccountRefresher {

	private static final Log logger = LogFactory.getLog(AccountRefresher.class);

	private final IndexedAccount account;

	private final Consumer<AccountRefresh> listener;

	private Sinks.@Nullable One<AccountRefresh> running;

	private Sinks.@Nullable One<AccountRefresh> next;

	private Disposable subscription = Disposables.disposed();

	AccountRefresher(IndexedAccount account, Consumer<AccountRefresh> listener) {
		this.account = account;
		this.listener = listener;
	}

	IndexedAccount account() {
		return this.account;
	}

	/**
	 * Refresh the account.
	 * @param scheduler the scheduler of time-outs and listeners
	 * @return the end, after the listeners were notified
	 */
	Mono<AccountRefresh> refresh(Scheduler scheduler) {
		return Mono.defer(() -> request(scheduler).asMono());
	}

	private synchronized Sinks.One<AccountRefresh> request(Scheduler scheduler) {
		if (this.running == null) {
			return start(Sinks.one(), scheduler);
		}
		this.next = (this.next != null) ? this.next : Sinks.one();
		return this.next;
	}

	private Sinks.One<AccountRefresh> start(Sinks.One<AccountRefresh> sink, Scheduler scheduler) {
		this.running = sink;
		this.subscription = this.account.refresh(scheduler).subscribe((refresh) -> {
			notifyListener(refresh);
			proceed(scheduler);
			sink.tryEmitValue(refresh);
		}, (failure) -> {
			notifyListener(this.account.unchanged());
			proceed(scheduler);
			sink.tryEmitError(failure);
		});
		return sink;
	}

	private synchronized void proceed(Scheduler scheduler) {
		Sinks.One<AccountRefresh> next = this.next;
		this.running = null;
		this.next = null;
		if (next != null) {
			start(next, scheduler);
		}
	}

	private void notifyListener(AccountRefresh refresh) {
		try {
			this.listener.accept(refresh);
		}
		catch (RuntimeException ex) {
			logger.error("A listener for refreshes has failed", ex);
		}
	}

	/**
	 * Cancel the running refresh.
	 */
	void cancel() {
		Sinks.One<AccountRefresh> running;
		Sinks.One<AccountRefresh> next;
		synchronized (this) {
			this.subscription.dispose();
			running = this.running;
			next = this.next;
			this.running = null;
			this.next = null;
		}
		if (running != null) {
			running.tryEmitError(new IllegalStateException("The index was stopped"));
		}
		if (next != null) {
			next.tryEmitError(new IllegalStateException("The index was stopped"));
		}
	}

}
