// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.auth0.Auth0Client;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Default {@link Auth0EventStream}.
 */
final class DefaultAuth0EventStream implements Auth0EventStream {

	private final Auth0Client client;

	private final EventOffsetStore offsets;

	private final EventStreamSettings settings;

	private final Supplier<Scheduler> scheduler;

	private final DoubleSupplier random;

	private final EventStreamStatus status;

	private final AtomicBoolean running = new AtomicBoolean();

	/**
	 * Create a stream.
	 * @param client the client
	 * @param offsets the store
	 * @param settings the settings
	 * @param scheduler supplies the scheduler
	 * @param random returns numbers from 0 to 1, for jitter
	 */
	DefaultAuth0EventStream(Auth0Client client, EventOffsetStore offsets, EventStreamSettings settings,
			Supplier<Scheduler> scheduler, DoubleSupplier random) {
		Assert.notNull(client, "'client' must not be null");
		Assert.notNull(offsets, "'offsets' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		Assert.notNull(scheduler, "'scheduler' must not be null");
		this.client = client;
		this.offsets = offsets;
		this.settings = settings;
		this.scheduler = scheduler;
		this.random = random;
		this.status = new EventStreamStatus(client.account());
	}

	@Override
	public Mono<Void> run(ConnectionEventHandler handler) {
		Assert.notNull(handler, "'handler' must not be null");
		return Mono.using(this::start, (scheduler) -> newRun(handler, scheduler).run(), (scheduler) -> stop());
	}

	private Scheduler start() {
		if (!this.running.compareAndSet(false, true)) {
			throw new IllegalStateException("The event stream of " + this.client.account() + " is running already");
		}
		this.status.connecting();
		return this.scheduler.get();
	}

	private void stop() {
		this.status.stopped();
		this.running.set(false);
	}

	private EventStreamRun newRun(ConnectionEventHandler handler, Scheduler scheduler) {
		return new EventStreamRun(this.client, this.settings,
				new EventProcessor(handler, new StoredOffset(this.offsets, this.client.account()), this.status,
						scheduler),
				new ReconnectDelays(this.settings.retryDelay(), this.random), this.status, scheduler);
	}

	@Override
	public EventStreamState state() {
		return this.status.state();
	}

	@Override
	public boolean isCoveringConnections() {
		return this.status.isCoveringConnections();
	}

}
