// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

/**
 * Switches of the event stream at {@code /api/v2/events}. A response has the events after
 * the offset, and ends: a client reconnects for the next. Changes of connections and of
 * the connections of organizations by requests are events, and so are connections that
 * are added as a seed.
 */
public final class EventStreamSwitches {

	private final LockedApi api;

	EventStreamSwitches(LockedApi api) {
		this.api = api;
	}

	/**
	 * Set whether the tenant has the types {@code connection.*}. Without, it rejects them
	 * with 400, as tenants do that do not have them yet.
	 * @param available whether it has; {@code true} by default
	 * @return these switches
	 */
	public EventStreamSwitches connectionEvents(boolean available) {
		this.api.change((auth0) -> auth0.events().connectionTypes(available));
		return this;
	}

	/**
	 * Set whether as many streams are open as the plan allows. Further ones are rejected
	 * with 403.
	 * @param tooMany whether they are; {@code false} by default
	 * @return these switches
	 */
	public EventStreamSwitches tooManyStreams(boolean tooMany) {
		this.api.change((auth0) -> auth0.events().tooManyStreams(tooMany));
		return this;
	}

	/**
	 * Remove all events, and reject the offsets that were sent until now with 410.
	 * @return these switches
	 */
	public EventStreamSwitches expireOffsets() {
		this.api.change((auth0) -> auth0.events().expire());
		return this;
	}

}
