// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import reactor.core.publisher.Mono;

/**
 * Handler that records what it is called with.
 */
final class RecordingHandler implements ConnectionEventHandler {

	/** Ids of events, and {@code refresh}. */
	final List<String> calls = new ArrayList<>();

	final List<ConnectionEvent> events = new ArrayList<>();

	Function<ConnectionEvent, Mono<Void>> onEvent = (event) -> Mono.empty();

	Mono<Void> refresh = Mono.empty();

	@Override
	public Mono<Void> onEvent(ConnectionEvent event) {
		this.calls.add(event.id());
		this.events.add(event);
		return this.onEvent.apply(event);
	}

	@Override
	public Mono<Void> refresh() {
		this.calls.add("refresh");
		return this.refresh;
	}

}
