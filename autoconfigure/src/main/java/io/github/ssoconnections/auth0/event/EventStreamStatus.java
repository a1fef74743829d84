// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import io.github.ssoconnections.account.Account;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * State of a stream. A change for the worse is logged once.
 */
final class EventStreamStatus {

	private static final Log logger = LogFactory.getLog(Auth0EventStream.class);

	private final Account account;

	private volatile EventStreamState state = EventStreamState.STOPPED;

	private volatile boolean coveringConnections = true;

	EventStreamStatus(Account account) {
		this.account = account;
	}

	EventStreamState state() {
		return this.state;
	}

	boolean isCoveringConnections() {
		return this.coveringConnections;
	}

	synchronized void stopped() {
		this.state = EventStreamState.STOPPED;
	}

	synchronized void connecting() {
		this.coveringConnections = true;
		this.state = EventStreamState.CONNECTING;
	}

	// A run that is cancelled may still end what it is at
	synchronized void connected() {
		if (this.state == EventStreamState.STOPPED) {
			return;
		}
		if (this.state != EventStreamState.CONNECTED && this.state != EventStreamState.CONNECTING) {
			logger.info("The event stream of " + this.account + " is connected");
		}
		this.state = EventStreamState.CONNECTED;
	}

	/**
	 * Record a failure.
	 * @param state the state
	 * @param reason what failed
	 * @param failure the failure
	 */
	synchronized void failed(EventStreamState state, String reason, @Nullable Throwable failure) {
		if (this.state == EventStreamState.STOPPED) {
			return;
		}
		String message = "The event stream of " + this.account + " " + reason + ": " + failure;
		if (this.state != state) {
			logger.warn(message);
		}
		logger.debug(message, failure);
		this.state = state;
	}

	void withoutConnections() {
		this.coveringConnections = false;
		logger.warn("The event stream of " + this.account + " has no events of the types 'connection.*', which the "
				+ "tenant rejects: changes of connections come from the refresh alone");
	}

	void unreadable() {
		logger.warn("An event of " + this.account + " cannot be read: all connections are read");
	}

	void positionLost(Object reason) {
		logger.info("The event stream of " + this.account + " starts anew, and all connections are read: " + reason);
	}

	void givenUp(ConnectionEvent event) {
		logger.error("Event " + event.id() + " of " + this.account
				+ " cannot be handled: all connections are read in place of it");
	}

	void debug(Object message) {
		logger.debug("The event stream of " + this.account + ": " + message);
	}

}
