// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.context.ApplicationEventPublisher;

/**
 * An instance of an application in virtual time, which publishes the events of one
 * account.
 */
public final class VirtualInstance {

	public static final Account ACCOUNT = Account.ofDefault("clerk");

	private final VirtualFleetTime time;

	private final VirtualTimeScheduler scheduler;

	private final List<Object> events = new ArrayList<>();

	private final EventPublications publications;

	private ApplicationEventPublisher listener = (event) -> {
	};

	VirtualInstance(VirtualFleetTime time, @Nullable Locks locks, @Nullable PublishedEventStore store) {
		this(time, locks, store, Duration.ofHours(1));
	}

	public VirtualInstance(VirtualFleetTime time, @Nullable Locks locks, @Nullable PublishedEventStore store,
			Duration interval) {
		this.time = time;
		this.scheduler = time.newScheduler();
		this.publications = new EventPublications(this::received, FleetSettings.defaults(), locks, store,
				time.fleetClock(), () -> this.scheduler, () -> this.scheduler, () -> this.scheduler);
		publication().refreshedEvery(interval);
	}

	private void received(Object event) {
		this.events.add(event);
		this.listener.publishEvent(event);
	}

	/**
	 * Start, and let the time pass until the first attempt to acquire the lock was made.
	 */
	public VirtualInstance start() {
		this.publications.start();
		this.time.pass(FleetSettings.defaults().firstAttempt());
		return this;
	}

	/**
	 * End without a stop.
	 */
	public void kill() {
		this.time.kill(this.scheduler);
	}

	public EventPublication publication() {
		return this.publications.forAccount(ACCOUNT);
	}

	public EventPublications publications() {
		return this.publications;
	}

	public VirtualTimeScheduler scheduler() {
		return this.scheduler;
	}

	public boolean holdsLock() {
		return publication().lock().isHeld();
	}

	/**
	 * Do this with each event.
	 */
	public void listener(ApplicationEventPublisher listener) {
		this.listener = listener;
	}

	/**
	 * Return the events since this was last called.
	 */
	public List<Object> events() {
		List<Object> events = List.copyOf(this.events);
		this.events.clear();
		return events;
	}

}
