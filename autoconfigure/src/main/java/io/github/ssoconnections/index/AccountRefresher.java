// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.util.function.Consumer;

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

	/**
	 * Read one connection again.
	 * @param id the vendor's id
	 * @param scheduler the scheduler of listeners
	 * @return the connection before and after, after the listeners were notified; empty
	 * before the first refresh
	 */
	Mono<AccountRefresh> reread(String id, Scheduler scheduler) {
		return this.account.reread(id).publishOn(scheduler).doOnNext(this.listener);
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
			this.listener.accept(refresh);
			proceed(sink, scheduler);
			sink.tryEmitValue(refresh);
		}, (failure) -> {
			this.listener.accept(this.account.unchanged());
			proceed(sink, scheduler);
			sink.tryEmitError(failure);
		});
		return sink;
	}

	private synchronized void proceed(Sinks.One<AccountRefresh> ended, Scheduler scheduler) {
		if (this.running != ended) {
			// Cancelled meanwhile
			return;
		}
		Sinks.One<AccountRefresh> next = this.next;
		this.running = null;
		this.next = null;
		if (next != null) {
			start(next, scheduler);
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
