// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import reactor.core.publisher.Mono;

/**
 * Handler of the events of a tenant. Its methods are invoked one after the other, on the
 * scheduler of the stream: they must not block, and their results must end. If a result
 * fails, the stream is resumed after a backoff at the same position.
 */
public interface ConnectionEventHandler {

	/**
	 * Handle an event. An event is delivered at least once: again after a failure, and
	 * after a restart that prevented its offset from being stored.
	 * @param event the event
	 * @return completes when the event is handled, so that its offset can be stored. If
	 * it fails ten times for the same event, {@link #refresh()} is invoked in place of it
	 */
	Mono<Void> onEvent(ConnectionEvent event);

	/**
	 * Read all connections: at the first start, when the vendor no longer has the events
	 * after the stored offset, and for an event that cannot be read. The stream is open
	 * already, and events that arrive meanwhile are delivered afterwards.
	 * @return completes when all connections are read
	 */
	Mono<Void> refresh();

}
