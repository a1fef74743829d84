// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.ConnectionChanged.Kind;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.event.Auth0EventStream;
import io.github.ssoconnections.auth0.event.ConnectionEvent;
import io.github.ssoconnections.auth0.event.ConnectionEventHandler;
import io.github.ssoconnections.auth0.event.ConnectionEventType;
import io.github.ssoconnections.fleet.FleetLock;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.monitor.ConnectionChangeMonitor;
import io.github.ssoconnections.monitor.VendorHint;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.context.SmartLifecycle;

/**
 * Runs the event streams of tenants at Auth0, each in the instance that holds the lock of
 * the account.
 */
final class Auth0EventStreams implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(Auth0EventStreams.class);

	private static final Duration RESTART_DELAY = Duration.ofMinutes(1);

	private final List<LockedStream> streams = new ArrayList<>();

	private volatile boolean running;

	/**
	 * Add the stream of an account.
	 * @param account the account
	 * @param stream the stream
	 * @param lock the lock of the account
	 * @param index the index
	 * @param monitor the monitor of changes
	 */
	void add(Account account, Auth0EventStream stream, FleetLock lock, RefreshedConnectionIndex index,
			ConnectionChangeMonitor monitor) {
		LockedStream locked = new LockedStream(account, stream, new Handler(account, index, monitor), lock);
		this.streams.add(locked);
		lock.addListener(locked);
	}

	@Override
	public void start() {
		this.running = true;
		this.streams.forEach(LockedStream::update);
	}

	@Override
	public void stop() {
		this.running = false;
		this.streams.forEach(LockedStream::update);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// Stops before the index, whose refreshes its handler uses
	@Override
	public int getPhase() {
		return DEFAULT_PHASE;
	}

	private final class LockedStream implements FleetLock.Listener {

		private final Account account;

		private final Auth0EventStream stream;

		private final ConnectionEventHandler handler;

		private final FleetLock lock;

		private @Nullable Disposable subscription;

		LockedStream(Account account, Auth0EventStream stream, ConnectionEventHandler handler, FleetLock lock) {
			this.account = account;
			this.stream = stream;
			this.handler = handler;
			this.lock = lock;
		}

		@Override
		public void onAcquired() {
			update();
		}

		@Override
		public void onLost() {
			update();
		}

		synchronized void update() {
			boolean wanted = Auth0EventStreams.this.running && this.lock.isHeld();
			Disposable subscription = this.subscription;
			if (wanted && subscription == null) {
				this.subscription = this.stream.run(this.handler)
					// Not on the thread that renews the lock
					.subscribeOn(Schedulers.boundedElastic())
					.doOnError((failure) -> logger.error("The event stream of " + this.account
							+ " has ended unexpectedly; it is started again in " + RESTART_DELAY.toSeconds() + " s",
							failure))
					.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, RESTART_DELAY))
					.subscribe();
			}
			else if (!wanted && subscription != null) {
				this.subscription = null;
				subscription.dispose();
			}
		}

	}

	/**
	 * Reads the connection of an event again.
	 *
	 * @param account the account
	 * @param index the index
	 * @param monitor the monitor of changes
	 */
	private record Handler(Account account, RefreshedConnectionIndex index,
			ConnectionChangeMonitor monitor) implements ConnectionEventHandler {

		@Override
		public Mono<Void> onEvent(ConnectionEvent event) {
			return this.monitor.onVendorEvent(this.account, new VendorHint(event.connectionId(), kind(event.type()),
					event.type().isOfOrganization() ? "organizationIds" : null, event.id(), event.time()));
		}

		private static Kind kind(ConnectionEventType type) {
			return type.isOfOrganization() ? Kind.UPDATED : Kind.valueOf(type.name());
		}

		@Override
		public Mono<Void> refresh() {
			return this.index.of(this.account).refresh();
		}

	}

}
