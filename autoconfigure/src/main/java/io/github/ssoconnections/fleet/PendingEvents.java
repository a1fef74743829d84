// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.ssoconnections.fleet.FleetClock.Period;
import org.jspecify.annotations.Nullable;

/**
 * Events that have not been published, by key and in their order.
 */
final class PendingEvents {

	static final int MAX_SIZE = 10_000;

	private final Map<String, PendingEvent> events = new LinkedHashMap<>();

	private long dropped;

	/**
	 * Add an event at the end. One of the same key is replaced.
	 * @param event the event
	 */
	synchronized void add(PendingEvent event) {
		this.events.remove(event.key());
		this.events.put(event.key(), event);
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
			this.events.remove(event.key());
		}
	}

	synchronized void remove(String key) {
		this.events.remove(key);
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
		Iterator<String> oldest = this.events.keySet().iterator();
		while (this.events.size() > MAX_SIZE) {
			oldest.next();
			oldest.remove();
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
		this.events.values().removeIf((event) -> event.age().elapsed().compareTo(retention) > 0);
	}

	/**
	 * Let the age of all events start now.
	 * @param now the current time
	 */
	synchronized void restartAges(Period now) {
		this.events
			.replaceAll((key, event) -> new PendingEvent(key, event.event(), event.keepFor(), event.keyBefore(), now));
	}

	/**
	 * An event that has not been published.
	 *
	 * @param key the key
	 * @param event the event
	 * @param keepFor the time for which its key is kept once it was published,
	 * {@code null} if that depends on the interval between refreshes
	 * @param keyBefore the key of the state before a change
	 * @param age the time since it was added
	 */
	record PendingEvent(String key, Object event, @Nullable Duration keepFor, @Nullable String keyBefore, Period age) {

	}

}
