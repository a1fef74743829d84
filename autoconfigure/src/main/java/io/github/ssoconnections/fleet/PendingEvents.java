// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.fleet.FleetClock.Period;
import org.jspecify.annotations.Nullable;
import reactor.core.Scannable;
import reactor.core.publisher.Sinks;

/**
 * Events that have not been published, by key and in their order.
 */
final class PendingEvents {

	static final int MAX_SIZE = 10_000;

	private final Map<String, PendingEvent> events = new LinkedHashMap<>();

	/** The keys of the last changes, by the states at which they start. */
	private final Map<String, String> changes = new HashMap<>();

	private final Deque<Mark> marks = new ArrayDeque<>();

	private @Nullable PendingEvent inProgress;

	/**
	 * Add an event at the end. One of the same key is replaced.
	 * @param event the event
	 * @return the event, with the result of the one that it replaces unless that is being
	 * published
	 */
	synchronized PendingEvent add(PendingEvent event) {
		PendingEvent replaced = remove(event.key());
		PendingEvent added = (replaced != null) ? event.replacing(replaced, isInProgress(replaced)) : event;
		this.events.put(added.key(), added);
		if (added.keyBefore() != null) {
			this.changes.put(added.keyBefore(), added.key());
		}
		return added;
	}

	private boolean isInProgress(PendingEvent event) {
		return this.inProgress != null && this.inProgress.result() == event.result();
	}

	/**
	 * Return the first event, which is being published from now on.
	 * @return the event
	 */
	synchronized @Nullable PendingEvent first() {
		Iterator<PendingEvent> events = this.events.values().iterator();
		this.inProgress = events.hasNext() ? events.next() : null;
		return this.inProgress;
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

	/**
	 * Remove what must not be published after an operation of this instance: an event of
	 * the same state, and those of the states before, each of which starts at another.
	 * @param key the key of the state
	 * @param keyBefore the key of the state before
	 * @return the removed events
	 */
	synchronized List<PendingEvent> supersede(String key, @Nullable String keyBefore) {
		List<PendingEvent> superseded = new ArrayList<>();
		PendingEvent event = remove(key);
		if (event != null) {
			superseded.add(event);
		}
		String state = keyBefore;
		while (state != null) {
			PendingEvent change = remove(state);
			if (change != null) {
				superseded.add(change);
			}
			state = (change != null) ? change.keyBefore() : null;
		}
		return superseded;
	}

	/**
	 * Add a key to add to the store before the next event: no pending event is of its
	 * state or one before.
	 * @param mark the key
	 */
	synchronized void add(Mark mark) {
		if (this.marks.size() == MAX_SIZE) {
			this.marks.remove();
		}
		this.marks.add(mark);
	}

	synchronized @Nullable Mark nextMark() {
		return this.marks.poll();
	}

	private @Nullable PendingEvent remove(String key) {
		PendingEvent event = this.events.remove(key);
		if (event != null && event.keyBefore() != null) {
			this.changes.remove(event.keyBefore(), key);
		}
		return event;
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
		Set<String> states = statesFrom(event);
		states.removeIf((key) -> {
			PendingEvent change = this.events.get(key);
			return change != null && change.isAgain();
		});
		return states;
	}

	/**
	 * Return the keys of an event and of the states that followed.
	 * @param event the event
	 * @return the keys
	 */
	synchronized Set<String> statesFrom(PendingEvent event) {
		Set<String> states = new LinkedHashSet<>();
		String state = event.key();
		while (state != null && states.add(state)) {
			state = this.changes.get(state);
		}
		return states;
	}

	synchronized List<PendingEvent> all() {
		return List.copyOf(this.events.values());
	}

	/**
	 * Remove the oldest events if there are too many, but not the one in progress.
	 * @return the removed events
	 */
	synchronized List<PendingEvent> removeExcess() {
		int excess = this.events.size() - MAX_SIZE;
		return (excess > 0)
				? remove(this.events.values().stream().filter((event) -> !isInProgress(event)).limit(excess).toList())
				: List.of();
	}

	/**
	 * Return the first event that another instance should have published meanwhile, which
	 * is being published from now on.
	 * @param retention the time within which it does
	 * @return the event
	 */
	synchronized @Nullable PendingEvent firstOlderThan(Duration retention) {
		this.inProgress = this.events.values()
			.stream()
			.filter((event) -> event.age().elapsed().compareTo(retention) > 0)
			.findFirst()
			.orElse(null);
		return this.inProgress;
	}

	/**
	 * Remove the events that another instance has published meanwhile.
	 * @param retention the time within which it does
	 * @return the removed events
	 */
	synchronized List<PendingEvent> removeOlderThan(Duration retention) {
		return remove(this.events.values()
			.stream()
			.filter((event) -> event.age().elapsed().compareTo(retention) > 0)
			.toList());
	}

	private List<PendingEvent> remove(List<PendingEvent> events) {
		events.forEach((event) -> remove(event.key()));
		return events;
	}

	/**
	 * Let the age of all events start now.
	 * @param now the current time
	 */
	synchronized void restartAges(Period now) {
		this.events.replaceAll((key, event) -> event.withAge(now));
	}

	/**
	 * The key of a change that was published already.
	 *
	 * @param key the key
	 * @param keyBefore the key of the state before
	 */
	record Mark(String key, @Nullable String keyBefore) {

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
	 * @param result the completion of the publication
	 */
	record PendingEvent(String key, Object event, @Nullable Duration keepFor, @Nullable String keyBefore,
			boolean isAgain, Period age, Sinks.Empty<Void> result) {

		static PendingEvent of(String key, Object event, @Nullable Duration keepFor, @Nullable String keyBefore,
				Period age) {
			return new PendingEvent(key, event, keepFor, keyBefore, false, age, Sinks.empty());
		}

		boolean isChange() {
			return this.keepFor == null;
		}

		/**
		 * Return this event, whose publication is also that of a replaced event.
		 * @param replaced the event that it replaces
		 * @param inProgress whether the replaced event is being published
		 * @return the event
		 */
		PendingEvent replacing(PendingEvent replaced, boolean inProgress) {
			Sinks.Empty<Void> result = (inProgress || hasFailed(replaced)) ? this.result : replaced.result;
			return new PendingEvent(this.key, this.event, this.keepFor, this.keyBefore, isChange(), this.age, result);
		}

		private static boolean hasFailed(PendingEvent event) {
			return event.result.scan(Scannable.Attr.ERROR) != null;
		}

		PendingEvent withAge(Period age) {
			return new PendingEvent(this.key, this.event, this.keepFor, this.keyBefore, this.isAgain, age, this.result);
		}

		/**
		 * Return whether the event must not be published, as a later state was.
		 * @return whether it is superseded
		 */
		boolean isSuperseded() {
			return Boolean.TRUE.equals(this.result.scan(Scannable.Attr.TERMINATED)) && !hasFailed(this);
		}

		void complete() {
			this.result.tryEmitEmpty();
		}

		void fail(String message) {
			this.result.tryEmitError(new IllegalStateException(message));
		}

	}

}
