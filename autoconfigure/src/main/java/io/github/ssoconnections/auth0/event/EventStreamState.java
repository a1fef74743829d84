// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

/**
 * State of an event stream.
 */
public enum EventStreamState {

	/**
	 * The stream is not running.
	 */
	STOPPED,

	/**
	 * The stream connects for the first time.
	 */
	CONNECTING,

	/**
	 * Events arrive. The reconnect after the vendor has closed the stream, every few
	 * minutes, does not change this.
	 */
	CONNECTED,

	/**
	 * The plan of the tenant allows no further stream, and other streams of the tenant
	 * are open.
	 */
	TOO_MANY_STREAMS,

	/**
	 * The tenant has no event stream (404).
	 */
	UNSUPPORTED,

	/**
	 * The credentials were rejected.
	 */
	UNAUTHORIZED,

	/**
	 * The scope {@code read:events} or another permission is missing.
	 */
	FORBIDDEN,

	/**
	 * Too many requests (429).
	 */
	RATE_LIMITED,

	/**
	 * The vendor rejected the request for another reason.
	 */
	REJECTED,

	/**
	 * The vendor cannot be reached, or the stream failed.
	 */
	UNAVAILABLE,

	/**
	 * The handler fails. The same event is delivered again.
	 */
	HANDLER_FAILED,

	/**
	 * The offset cannot be loaded or stored.
	 */
	STORE_FAILED

}
