// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.account.Account;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A {@link PublishedEventStore} that may fail, or not respond: an event whose key cannot
 * be looked up has not been published.
 */
final class PublishedKeys {

	static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final Log logger = LogFactory.getLog(PublishedKeys.class);

	private final Account account;

	private final PublishedEventStore store;

	private final Scheduler thread;

	private final Scheduler storeScheduler;

	private final Scheduler timer;

	private volatile boolean hasFailed;

	/**
	 * Create keys.
	 * @param account the account, for log messages
	 * @param store the store
	 * @param thread the scheduler of the results
	 * @param storeScheduler the scheduler of the calls of the store, which may block
	 * @param timer the scheduler of the timeout
	 */
	PublishedKeys(Account account, PublishedEventStore store, Scheduler thread, Scheduler storeScheduler,
			Scheduler timer) {
		this.account = account;
		this.store = store;
		this.thread = thread;
		this.storeScheduler = storeScheduler;
		this.timer = timer;
	}

	Mono<Boolean> contains(String key) {
		return lookUp(key).onErrorReturn(false).defaultIfEmpty(false);
	}

	/**
	 * Look a key up.
	 * @param key the key
	 * @return whether the store has it; fails if the store fails
	 */
	Mono<Boolean> lookUp(String key) {
		return Mono.defer(() -> this.store.contains(key))
			.subscribeOn(this.storeScheduler)
			.timeout(TIMEOUT, this.timer)
			.doOnError(this::fail)
			.publishOn(this.thread);
	}

	Mono<Void> add(String key, Duration keepFor) {
		return Mono.defer(() -> this.store.add(key, keepFor))
			.subscribeOn(this.storeScheduler)
			.timeout(TIMEOUT, this.timer)
			.doOnSuccess((done) -> this.hasFailed = false)
			.onErrorResume((failure) -> Mono.fromRunnable(() -> fail(failure)))
			.publishOn(this.thread);
	}

	Mono<Void> expire(@Nullable String key) {
		return (key != null) ? add(key, Duration.ZERO) : Mono.empty();
	}

	private void fail(Throwable failure) {
		if (!this.hasFailed) {
			this.hasFailed = true;
			logger.warn("The store of published events has failed: events of " + this.account
					+ " are published nevertheless, and may be published more than once: "
					+ Excerpt.of(failure.toString(), 500));
		}
		logger.debug("The store of published events has failed", failure);
	}

}
