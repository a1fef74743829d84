// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.util.function.Supplier;

import io.github.ssoconnections.auth0.Auth0Client;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Event stream of a tenant: hints that a connection was changed by anyone, such as in the
 * dashboard. Needs the scope {@code read:events}. A plan allows 1, 4 or 8 streams of all
 * applications together: run one per tenant, not one per instance.
 * <p>
 * Events are delivered at least once. An event is handled first, and its offset is stored
 * afterwards; events with the id of one of the last 10,000 are dropped.
 *
 * @see <a href=
 * "https://auth0.com/docs/customize/events/consume-events-with-events-api">Consume Events
 * with the Events API</a>
 */
public interface Auth0EventStream {

	/**
	 * Run the stream until it is cancelled, which closes its connection. It never
	 * completes, and fails only if it is running already: after each failure it connects
	 * again, and {@link #state()} says what is wrong. Nothing is sent and no thread is
	 * started before the subscription.
	 * @param handler the handler of the events
	 * @return never completes
	 */
	Mono<Void> run(ConnectionEventHandler handler);

	/**
	 * Return the state.
	 * @return the state, {@link EventStreamState#STOPPED} unless it runs
	 */
	EventStreamState state();

	/**
	 * Return whether the tenant has events for created, updated and deleted connections.
	 * Without them, there are events of organizations only.
	 * @return {@code false} once the tenant has rejected these types
	 */
	boolean isCoveringConnections();

	/**
	 * Create a stream with default settings, on Reactor's parallel scheduler.
	 * @param client the client of the tenant
	 * @param offsets the store for the offset
	 * @return the stream
	 */
	static Auth0EventStream create(Auth0Client client, EventOffsetStore offsets) {
		return create(client, offsets, EventStreamSettings.defaults());
	}

	/**
	 * Create a stream on Reactor's parallel scheduler.
	 * @param client the client of the tenant
	 * @param offsets the store for the offset
	 * @param settings the settings
	 * @return the stream
	 */
	static Auth0EventStream create(Auth0Client client, EventOffsetStore offsets, EventStreamSettings settings) {
		return create(client, offsets, settings, Schedulers::parallel);
	}

	/**
	 * Create a stream.
	 * @param client the client of the tenant
	 * @param offsets the store for the offset
	 * @param settings the settings
	 * @param scheduler supplies the scheduler for handlers, delays and timeouts, when the
	 * stream is run
	 * @return the stream
	 */
	static Auth0EventStream create(Auth0Client client, EventOffsetStore offsets, EventStreamSettings settings,
			Supplier<Scheduler> scheduler) {
		return new DefaultAuth0EventStream(client, offsets, settings, scheduler, Math::random);
	}

}
