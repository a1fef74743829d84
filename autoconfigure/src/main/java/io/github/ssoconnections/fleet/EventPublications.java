// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.ssoconnections.account.Account;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.Assert;

/**
 * Publication of the events that every instance of an application finds by itself, such
 * as changes made elsewhere and certificates that expire.
 * <p>
 * Without locks, every instance publishes them. With locks, the instance that holds the
 * lock of an account does, and the others keep them for the case that they take over:
 * events are published at least once, and those of one {@linkplain EventKey key} are the
 * same event. With a {@link PublishedEventStore} as well, an event is published once,
 * also across restarts, unless an instance ends between the publication and the store.
 * <p>
 * Starts and stops with the application context; has no thread before the start, nor
 * without locks and store. Outside of an application context, call {@link #start()} and
 * {@link #stop()}.
 */
public final class EventPublications implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(EventPublications.class);

	private final ApplicationEventPublisher publisher;

	private final FleetSettings settings;

	private final @Nullable Locks locks;

	private final @Nullable PublishedEventStore store;

	private final FleetClock clock;

	private final Supplier<Scheduler> newScheduler;

	private final Supplier<Scheduler> blockingScheduler;

	private final Supplier<Scheduler> timer;

	private final Map<Account, EventPublication> publications = new LinkedHashMap<>();

	private boolean running;

	private boolean logged;

	private @Nullable Scheduler scheduler;

	EventPublications(ApplicationEventPublisher publisher, FleetSettings settings, @Nullable Locks locks,
			@Nullable PublishedEventStore store, FleetClock clock, Supplier<Scheduler> newScheduler,
			Supplier<Scheduler> blockingScheduler, Supplier<Scheduler> timer) {
		Assert.notNull(publisher, "'publisher' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		this.publisher = publisher;
		this.settings = settings;
		this.locks = locks;
		this.store = store;
		this.clock = clock;
		this.newScheduler = newScheduler;
		this.blockingScheduler = blockingScheduler;
		this.timer = timer;
	}

	/**
	 * Create publications of an application that has one instance, or whose instances
	 * each publish all events.
	 * @param publisher the publisher of the events
	 * @return the publications, which need no start
	 */
	public static EventPublications create(ApplicationEventPublisher publisher) {
		return create(publisher, FleetSettings.defaults(), null, null);
	}

	/**
	 * Create publications.
	 * @param publisher the publisher of the events
	 * @param settings the settings
	 * @param locks the locks that all instances share, such as {@link ShedLocks}, or
	 * {@code null} for none
	 * @param store the store of published events that all instances share, or
	 * {@code null} for none
	 * @return the publications
	 */
	public static EventPublications create(ApplicationEventPublisher publisher, FleetSettings settings,
			@Nullable Locks locks, @Nullable PublishedEventStore store) {
		return new EventPublications(publisher, settings, locks, store, FleetClock.ofSystem(),
				EventPublications::newScheduler, Schedulers::boundedElastic, Schedulers::parallel);
	}

	// Listeners may block
	private static Scheduler newScheduler() {
		return Schedulers.newBoundedElastic(4, Integer.MAX_VALUE, "sso-event-publication", 60, true);
	}

	/**
	 * Return the publication of the events of an account.
	 * @param account the account
	 * @return the publication, the same one for the same account
	 */
	public synchronized EventPublication forAccount(Account account) {
		Assert.notNull(account, "'account' must not be null");
		EventPublication publication = this.publications.get(account);
		if (publication == null) {
			publication = new EventPublication(account, this.settings, this.publisher, newLock(account), this.store,
					this.clock);
			this.publications.put(account, publication);
			if (this.running) {
				start(publication);
			}
		}
		return publication;
	}

	private FleetLock newLock(Account account) {
		return (this.locks == null) ? new NoLock()
				: new RenewedLock(this.settings.lockPrefix() + "-" + account.vendor() + "-" + account.name(),
						this.locks, this.settings.lockAtMostFor(), this.clock);
	}

	@Override
	public synchronized void start() {
		if (!this.running) {
			this.running = true;
			this.publications.values().forEach(this::start);
		}
	}

	private void start(EventPublication publication) {
		if (this.locks == null && !this.logged) {
			this.logged = true;
			logger.info("Every instance of this application publishes the events of its refreshes, because there is "
					+ "no single LockProvider bean of ShedLock");
		}
		if (this.locks != null || this.store != null) {
			Scheduler scheduler = this.scheduler;
			if (scheduler == null) {
				scheduler = this.newScheduler.get();
				this.scheduler = scheduler;
			}
			publication.start(scheduler, this.blockingScheduler.get(), this.timer.get());
		}
	}

	/**
	 * Publish what can be published within a few seconds and release the locks, so that
	 * another instance takes over at once.
	 */
	@Override
	public void stop() {
		stopped().block(EventPublication.STOP_TIMEOUT.multipliedBy(3));
	}

	@Override
	public void stop(Runnable callback) {
		stopped().doFinally((signal) -> callback.run()).subscribe();
	}

	private synchronized Mono<Void> stopped() {
		this.running = false;
		Scheduler scheduler = this.scheduler;
		this.scheduler = null;
		if (scheduler == null) {
			return Mono.empty();
		}
		Scheduler timer = this.timer.get();
		return Flux.fromIterable(this.publications.values().stream().toList())
			.flatMapDelayError((publication) -> publication.stop(timer), Integer.MAX_VALUE, 1)
			.then()
			.onErrorResume((failure) -> Mono.fromRunnable(() -> logger.warn("The stop was not complete", failure)))
			.doFinally((signal) -> scheduler.dispose());
	}

	@Override
	public synchronized boolean isRunning() {
		return this.running;
	}

}
