// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.fleet.FleetSettings;
import io.github.ssoconnections.fleet.Locks;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The lock of each account: one within this process and, with {@link Locks}, one that all
 * instances share. A shared lock is renewed after a third of its time, and counts as lost
 * after nine tenths of it.
 */
final class ApplyLocks {

	private static final Log logger = LogFactory.getLog(ApplyLocks.class);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

	/** For the response of the shared locks, after the time to wait. */
	private static final Duration RESPONSE_TIME = Duration.ofSeconds(10);

	private static final int MAX_NAME = 64;

	private final Map<Account, String> holders = new ConcurrentHashMap<>();

	private final @Nullable Locks locks;

	private final FleetSettings settings;

	private final Scheduler timer;

	private final Scheduler blocking;

	/**
	 * Create the locks.
	 * @param locks the locks that all instances share, {@code null} if there are none
	 * @param settings the names and the time of the shared locks
	 * @param timer the scheduler of waits
	 * @param blocking the scheduler of calls to the shared locks
	 */
	ApplyLocks(@Nullable Locks locks, FleetSettings settings, Scheduler timer, Scheduler blocking) {
		this.locks = locks;
		this.settings = settings;
		this.timer = timer;
		this.blocking = blocking;
	}

	boolean areShared() {
		return this.locks != null;
	}

	Mono<Held> acquire(Account account, ApplyOptions options) {
		return Mono.defer(() -> {
			long end = this.timer.now(TimeUnit.NANOSECONDS) + options.lockTimeout().toNanos();
			return acquire(account, options.holder(), end);
		});
	}

	private Mono<Held> acquire(Account account, String holder, long end) {
		String other = this.holders.putIfAbsent(account, holder);
		if (other != null) {
			return again(account, holder, end, other);
		}
		if (this.locks == null) {
			return Mono.just(new Held(account, null));
		}
		String name = lockName(account);
		return acquireShared(this.locks, name, account, end).doOnError((failure) -> this.holders.remove(account))
			.doOnCancel(() -> this.holders.remove(account))
			.flatMap((shared) -> {
				if (shared.isPresent()) {
					return Mono.just(new Held(account, new Shared(shared.get())));
				}
				this.holders.remove(account);
				return again(account, holder, end,
						this.locks.holder(name).orElse("another instance, which holds the lock " + name));
			});
	}

	private Mono<Optional<Locks.Held>> acquireShared(Locks locks, String name, Account account, long end) {
		Duration wait = Duration.ofNanos(Math.max(end - this.timer.now(TimeUnit.NANOSECONDS), 0)).plus(RESPONSE_TIME);
		return Mono.<Optional<Locks.Held>>create((sink) -> {
			AtomicBoolean ended = new AtomicBoolean();
			sink.onCancel(() -> ended.set(true));
			this.blocking.schedule(() -> {
				try {
					Optional<Locks.Held> held = locks.acquire(name, this.settings.lockAtMostFor());
					if (ended.compareAndSet(false, true)) {
						sink.success(held);
					}
					else {
						held.ifPresent(Locks.Held::release);
					}
				}
				catch (RuntimeException ex) {
					sink.error(ex);
				}
			});
		})
			.timeout(wait, Mono.error(() -> new AccountLockedException(account,
					"somebody: the lock " + name + " could not be acquired in time")), this.timer);
	}

	private Mono<Held> again(Account account, String holder, long end, String other) {
		if (this.timer.now(TimeUnit.NANOSECONDS) >= end) {
			return Mono.error(new AccountLockedException(account, other));
		}
		return Mono.delay(POLL_INTERVAL, this.timer).then(Mono.defer(() -> acquire(account, holder, end)));
	}

	private String lockName(Account account) {
		String name = this.settings.lockPrefix() + "-apply-" + account.vendor() + "-" + account.name();
		return (name.length() <= MAX_NAME) ? name
				: name.substring(0, MAX_NAME - 9) + "-" + Integer.toHexString(name.hashCode());
	}

	/**
	 * The lock of an account.
	 */
	final class Held {

		private final Account account;

		private final @Nullable Shared shared;

		private Held(Account account, @Nullable Shared shared) {
			this.account = account;
			this.shared = shared;
		}

		boolean isHeld() {
			return this.shared == null || this.shared.isHeld();
		}

		Mono<Void> release() {
			Mono<Void> local = Mono.fromRunnable(() -> ApplyLocks.this.holders.remove(this.account));
			return (this.shared != null) ? this.shared.release().then(local) : local;
		}

	}

	/**
	 * A lock that all instances share.
	 */
	private final class Shared {

		private volatile Locks.Held held;

		private volatile long lostAt;

		private final Disposable renewal;

		private Shared(Locks.Held held) {
			this.held = held;
			this.lostAt = lostAt(now());
			Duration third = ApplyLocks.this.settings.lockAtMostFor().dividedBy(3);
			this.renewal = ApplyLocks.this.blocking.schedulePeriodically(this::renew, third.toNanos(), third.toNanos(),
					TimeUnit.NANOSECONDS);
		}

		private long now() {
			return ApplyLocks.this.timer.now(TimeUnit.NANOSECONDS);
		}

		private long lostAt(long since) {
			return since + ApplyLocks.this.settings.lockAtMostFor().toNanos() / 10 * 9;
		}

		boolean isHeld() {
			return now() < this.lostAt;
		}

		private void renew() {
			long since = now();
			try {
				Optional<Locks.Held> renewed = this.held.renew(ApplyLocks.this.settings.lockAtMostFor());
				renewed.ifPresent((lock) -> this.held = lock);
				this.lostAt = renewed.isPresent() ? lostAt(since) : since;
			}
			catch (RuntimeException ex) {
				logger.warn("The lock of an apply could not be renewed", ex);
			}
		}

		Mono<Void> release() {
			return Mono.<Void>fromRunnable(() -> {
				this.renewal.dispose();
				if (isHeld()) {
					this.held.release();
				}
			}).subscribeOn(ApplyLocks.this.blocking).onErrorResume((failure) -> {
				logger.warn("The lock of an apply could not be released, and ends by itself", failure);
				return Mono.empty();
			});
		}

	}

}
