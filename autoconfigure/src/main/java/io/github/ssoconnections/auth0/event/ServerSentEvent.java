// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import org.jspecify.annotations.Nullable;

/**
 * Event of a stream.
 *
 * @param type the type, {@code message} if the stream has none
 * @param id the id of this event, {@code null} if it has none; not that of an earlier
 * event, as in browsers
 * @param data the data, its lines separated by a line feed; {@code null} if the event is
 * too large
 */
record ServerSentEvent(String type, @Nullable String id, @Nullable String data) {

	/**
	 * Return the size only: the data has settings and secrets of connections.
	 */
	@Override
	public String toString() {
		return "ServerSentEvent[" + ((this.data != null) ? this.data.length() + " characters]" : "too large]");
	}

}
