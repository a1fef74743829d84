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

	private volatile boolean hasFailed;

	PublishedKeys(Account account, PublishedEventStore store, Scheduler thread) {
		this.account = account;
		this.store = store;
		this.thread = thread;
	}

	Mono<Boolean> contains(String key) {
		return lookUp(key).onErrorReturn(false).defaultIfEmpty(false);
	}

	/**
	 * Return whether the store has a key, or the failure of the store.
	 */
	Mono<Boolean> lookUp(String key) {
		return Mono.defer(() -> this.store.contains(key))
			.timeout(TIMEOUT, this.thread)
			.doOnError(this::fail)
			.publishOn(this.thread);
	}

	Mono<Void> add(String key, Duration keepFor) {
		return Mono.defer(() -> this.store.add(key, keepFor))
			.timeout(TIMEOUT, this.thread)
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
