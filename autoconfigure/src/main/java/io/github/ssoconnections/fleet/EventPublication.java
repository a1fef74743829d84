// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;
import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.fleet.PendingEvents.Mark;
import io.github.ssoconnections.fleet.PendingEvents.PendingEvent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publication of the events of one account that all instances of an application find, one
 * event after the other. See {@link EventPublications}.
 */
public final class EventPublication {

	static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

	private final Account account;

	private final FleetSettings settings;

	private final FleetLock lock;

	private final @Nullable PublishedEventStore store;

	private final FleetClock clock;

	private final PendingEvents pending = new PendingEvents();

	private final PublicationStep step;

	private final DroppedEvents dropped;

	private final PublicationLoop loop;

	private volatile @Nullable PublishedKeys publishedKeys;

	private volatile Duration retention;

	// Used by the loop alone
	private boolean looksUpOlder;

	EventPublication(Account account, FleetSettings settings, ApplicationEventPublisher publisher, FleetLock lock,
			@Nullable PublishedEventStore store, FleetClock clock) {
		this.account = account;
		this.settings = settings;
		this.lock = lock;
		this.store = store;
		this.clock = clock;
		this.step = new PublicationStep(publisher, lock, this.pending, clock);
		this.dropped = new DroppedEvents(account);
		this.loop = new PublicationLoop(this::next, store != null || lock instanceof RenewedLock);
		this.retention = settings.retention(Duration.ofHours(1));
		if (lock instanceof RenewedLock renewed) {
			renewed.onHeldElsewhere(this::heldElsewhere);
		}
		lock.addListener(new FleetLock.Listener() {

			@Override
			public void onAcquired() {
				acquired();
			}

			@Override
			public void onLost() {
				lost();
			}

		});
	}

	/**
	 * Set how often all instances refresh the account, which decides for how long an
	 * instance that does not publish keeps an event: twice the interval with jitter and
	 * the time that a refresh takes, and the time to take over.
	 * @param interval the maximum interval between two refreshes, 1 hour by default
	 * @return this publication
	 */
	public EventPublication refreshedEvery(Duration interval) {
		this.retention = this.settings.retention(interval);
		return this;
	}

	/**
	 * Publish an event that happens once, such as the expiry of a certificate. If this
	 * instance holds the lock, the event is published unless the store has its key.
	 * Otherwise, it is kept until the holder certainly has published it, and is published
	 * if this instance acquires the lock before, or if the store has no key then. What a
	 * listener throws is logged once. Without locks and without a store, the event is
	 * published before this method returns, unless another thread is publishing.
	 * @param key the {@linkplain EventKey key}
	 * @param event the event
	 */
	public void publish(String key, Object event) {
		add(PendingEvent.of(key, event, this.settings.keepPublished(), null, this.clock.start(Duration.ZERO)));
	}

	/**
	 * Publish the change to a state that may come back, such as a change, its revocation
	 * and the same change: as {@link #publish}, but the store keeps the key no longer
	 * than instances find the same change at different times, and no longer than the
	 * state lasts. Starts at once, whether or not there is a subscription to the result,
	 * which can be ignored.
	 * @param key the {@linkplain EventKey key} of the state
	 * @param keyBefore the key of the state before, which the store need not keep any
	 * more; {@code null} if there was none
	 * @param event the event
	 * @return the completion, after the listeners have returned and the store has the key
	 * or has failed, or after the key was found in the store. If this instance does not
	 * hold the lock, that is after it has acquired it. Fails with an
	 * {@link IllegalStateException} if this instance loses the lock or stops before, or
	 * drops the event: another instance publishes it, or has published it, if it has
	 * found it
	 */
	public Mono<Void> publishChange(String key, @Nullable String keyBefore, Object event) {
		return add(PendingEvent.of(key, event, null, keyBefore, this.clock.start(Duration.ZERO)));
	}

	/**
	 * Add the key of a change that this instance has made and published itself, so that
	 * no instance publishes it when a refresh finds it. What is pending of the state
	 * before is not published any more, nor what led to it. The store is updated after
	 * the event that is being published, whether or not this instance holds the lock;
	 * without a store, it is not. Does not block.
	 * @param key the {@linkplain EventKey key} of the state
	 * @param keyBefore the key of the state before, {@code null} if there was none
	 */
	public void markPublished(String key, @Nullable String keyBefore) {
		this.pending.supersede(key, keyBefore).forEach(PendingEvent::complete);
		if (this.store != null) {
			this.pending.add(new Mark(key, keyBefore));
			this.loop.proceed();
		}
	}

	/**
	 * Return the lock of the account, to {@linkplain FleetLock#release() release} it when
	 * a refresh fails.
	 * @return the lock
	 */
	public FleetLock lock() {
		return this.lock;
	}

	/**
	 * Start to publish.
	 * @param scheduler the scheduler of listeners, which may block
	 * @param blockingScheduler the scheduler of the calls of locks and store, which block
	 * @param timer the scheduler of timeouts
	 */
	void start(Scheduler scheduler, Scheduler blockingScheduler, Scheduler timer) {
		if (this.loop.needsThread()) {
			Scheduler thread = this.loop.start(scheduler);
			this.publishedKeys = (this.store != null)
					? new PublishedKeys(this.account, this.store, thread, blockingScheduler, timer) : null;
			this.loop.proceed();
		}
		if (this.lock instanceof RenewedLock renewed) {
			renewed.start(blockingScheduler, this.settings.firstAttempt());
		}
	}

	/**
	 * Publish what can be published within a few seconds, release the lock and publish no
	 * more.
	 * @param timer the scheduler of the time limit
	 * @return the completion
	 */
	Mono<Void> stop(Scheduler timer) {
		Scheduler thread = this.loop.thread();
		if (thread == null) {
			return Mono.empty();
		}
		Mono<Void> released = (this.lock instanceof RenewedLock renewed) ? renewed.stop() : Mono.empty();
		return this.loop.whenIdle()
			.timeout(STOP_TIMEOUT, Mono.empty(), timer)
			.then(released.timeout(STOP_TIMEOUT, Mono.empty(), timer))
			.doFinally((signal) -> {
				this.loop.stop(thread);
				fail(this.pending.all(), "this instance has stopped");
			});
	}

	private Mono<Void> add(PendingEvent event) {
		PendingEvent added = this.pending.add(event);
		dropExcess();
		this.loop.proceed();
		return added.result().asMono();
	}

	private void dropExcess() {
		List<PendingEvent> excess = this.pending.removeExcess();
		if (!excess.isEmpty()) {
			this.dropped.add(excess.size());
			fail(excess, "there are too many events");
		}
	}

	private void fail(List<PendingEvent> events, String reason) {
		events.forEach((event) -> event.fail("An event of " + this.account + " was not published: " + reason));
	}

	private @Nullable Mono<?> next() {
		Mark mark = this.pending.nextMark();
		if (mark != null) {
			return this.step.publish(mark, this.publishedKeys, this.retention);
		}
		PendingEvent event = nextEvent();
		if (event != null) {
			return publishWithResult(event);
		}
		reportDropped("because listeners or the store were too slow");
		return null;
	}

	private void reportDropped(String reason) {
		if (this.lock.isHeld()) {
			this.dropped.report(reason);
		}
	}

	// The store shows whether the holder has published an event that is due to be dropped
	private @Nullable PendingEvent nextEvent() {
		if (this.lock.isHeld()) {
			this.looksUpOlder = false;
			return this.pending.first();
		}
		PendingEvent older = this.looksUpOlder ? this.pending.firstOlderThan(this.retention) : null;
		this.looksUpOlder = older != null;
		return older;
	}

	private Mono<Boolean> publishWithResult(PendingEvent event) {
		return this.step.publish(event, this.publishedKeys, this.retention, this.looksUpOlder)
			.doOnSuccess((published) -> {
				if (Boolean.TRUE.equals(published)) {
					event.complete();
				}
				else if (Boolean.FALSE.equals(published)) {
					fail(List.of(event), "this instance has lost the lock");
				}
			})
			.doOnError((failure) -> fail(List.of(event), "publication failed unexpectedly"))
			.doOnCancel(() -> fail(List.of(event), "this instance has stopped"));
	}

	private void heldElsewhere(boolean before) {
		if (before) {
			if (this.store == null) {
				fail(this.pending.removeOlderThan(this.retention), "another instance holds the lock");
			}
			else {
				this.loop.proceedAfter(() -> this.looksUpOlder = true);
			}
		}
		else {
			this.step.restartAges();
		}
	}

	private void acquired() {
		reportDropped("before this instance took over");
		this.loop.proceed();
	}

	private void lost() {
		fail(this.pending.all(), "this instance has lost the lock");
	}

}
