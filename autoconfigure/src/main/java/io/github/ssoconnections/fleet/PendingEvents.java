// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.fleet.FleetClock.Period;
import org.jspecify.annotations.Nullable;

/**
 * Events that have not been published, by key and in their order.
 */
final class PendingEvents {

	static final int MAX_SIZE = 10_000;

	private final Map<String, PendingEvent> events = new LinkedHashMap<>();

	/** The keys of the last changes, by the states at which they start. */
	private final Map<String, String> changes = new HashMap<>();

	private long dropped;

	/**
	 * Add an event at the end. One of the same key is replaced.
	 * @param event the event
	 */
	synchronized void add(PendingEvent event) {
		boolean again = this.events.containsKey(event.key());
		remove(event.key());
		this.events.put(event.key(), (again && event.isChange()) ? event.again() : event);
		if (event.keyBefore() != null) {
			this.changes.put(event.keyBefore(), event.key());
		}
	}

	synchronized @Nullable PendingEvent first() {
		Iterator<PendingEvent> events = this.events.values().iterator();
		return events.hasNext() ? events.next() : null;
	}

	/**
	 * Remove an event, unless one of the same key was added meanwhile.
	 * @param event the event
	 */
	synchronized void remove(PendingEvent event) {
		PendingEvent current = this.events.get(event.key());
		if (current != null && current.event() == event.event()) {
			remove(event.key());
		}
	}

	synchronized void remove(String key) {
		PendingEvent event = this.events.remove(key);
		if (event != null && event.keyBefore() != null) {
			this.changes.remove(event.keyBefore(), key);
		}
	}

	/**
	 * Return the keys that show, if one of them has been published, that a change has
	 * been published: its own, and those of the states that followed, each of which
	 * starts at the state before. A state that has come back shows nothing, as it may
	 * have been published the first time.
	 * @param event the first of the pending events
	 * @return the keys
	 */
	synchronized Set<String> evidence(PendingEvent event) {
		Set<String> states = new LinkedHashSet<>();
		String state = event.key();
		while (state != null && states.add(state)) {
			state = this.changes.get(state);
		}
		states.removeIf((key) -> {
			PendingEvent change = this.events.get(key);
			return change != null && change.isAgain();
		});
		return states;
	}

	synchronized int size() {
		return this.events.size();
	}

	/**
	 * Drop the oldest events if there are too many.
	 * @return whether events are dropped for the first time since the last call of
	 * {@link #dropped()}
	 */
	synchronized boolean dropExcess() {
		boolean first = this.dropped == 0 && this.events.size() > MAX_SIZE;
		while (this.events.size() > MAX_SIZE) {
			remove(this.events.keySet().iterator().next());
			this.dropped++;
		}
		return first;
	}

	/**
	 * Return how many events were dropped since the last call.
	 * @return the number
	 */
	synchronized long dropped() {
		long dropped = this.dropped;
		this.dropped = 0;
		return dropped;
	}

	/**
	 * Remove the events that another instance has published meanwhile.
	 * @param retention the time within which it does
	 */
	synchronized void removeOlderThan(Duration retention) {
		this.events.values()
			.stream()
			.filter((event) -> event.age().elapsed().compareTo(retention) > 0)
			.map(PendingEvent::key)
			.toList()
			.forEach(this::remove);
	}

	/**
	 * Let the age of all events start now.
	 * @param now the current time
	 */
	synchronized void restartAges(Period now) {
		this.events.replaceAll((key, event) -> event.withAge(now));
	}

	/**
	 * An event that has not been published.
	 *
	 * @param key the key
	 * @param event the event
	 * @param keepFor the time for which its key is kept once it was published,
	 * {@code null} if that depends on the interval between refreshes
	 * @param keyBefore the key of the state before a change
	 * @param isAgain whether the state of a change has come back while the event was
	 * pending
	 * @param age the time since it was added
	 */
	record PendingEvent(String key, Object event, @Nullable Duration keepFor, @Nullable String keyBefore,
			boolean isAgain, Period age) {

		boolean isChange() {
			return this.keepFor == null;
		}

		PendingEvent again() {
			return new PendingEvent(this.key, this.event, this.keepFor, this.keyBefore, true, this.age);
		}

		PendingEvent withAge(Period age) {
			return new PendingEvent(this.key, this.event, this.keepFor, this.keyBefore, this.isAgain, age);
		}

	}

}
