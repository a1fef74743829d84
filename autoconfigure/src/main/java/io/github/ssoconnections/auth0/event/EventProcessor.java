// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Processes the messages of a stream, one after the other: the handler first, then the
 * offset.
 */
final class EventProcessor {

	/** Deliveries of an event before all connections are read in place of it. */
	static final int MAX_DELIVERIES = 10;

	/** Minimum interval between refreshes for events that cannot be read. */
	static final Duration REFRESH_INTERVAL = Duration.ofMinutes(1);

	private final ConnectionEventHandler handler;

	private final StoredOffset offset;

	private final EventStreamStatus status;

	private final Scheduler scheduler;

	private final RecentEvents recent = new RecentEvents();

	/** Offset that the current response was requested with, until there is another. */
	private @Nullable String resumedAt;

	private @Nullable String failedEvent;

	private int deliveries;

	private @Nullable Long refreshedAt;

	EventProcessor(ConnectionEventHandler handler, StoredOffset offset, EventStreamStatus status, Scheduler scheduler) {
		this.handler = handler;
		this.offset = offset;
		this.status = status;
		this.scheduler = scheduler;
	}

	StoredOffset offset() {
		return this.offset;
	}

	/**
	 * Process the beginning of a response.
	 * @return reads all connections if there is no offset
	 */
	Mono<Void> open() {
		this.resumedAt = this.offset.value();
		return (this.resumedAt == null) ? refresh() : Mono.empty();
	}

	/**
	 * Process a message.
	 * @param message the message
	 * @return completes when it is handled and its offset is stored
	 */
	Mono<Void> process(EventMessage message) {
		if (message instanceof EventMessage.OfConnection ofConnection) {
			return process(ofConnection.event());
		}
		if (message instanceof EventMessage.OffsetOnly offsetOnly) {
			return store(offsetOnly.offset());
		}
		if (message instanceof EventMessage.Unreadable unreadable) {
			return refreshSince(unreadable.receivedAt()).then(Mono.defer(() -> store(unreadable.offset())));
		}
		if (message instanceof EventMessage.Error error) {
			return process(error);
		}
		return (message instanceof EventMessage.Failed failed) ? Mono.error(failed.reason()) : Mono.empty();
	}

	private Mono<Void> process(ConnectionEvent event) {
		if (event.offset().equals(this.resumedAt)) {
			return Mono.empty();
		}
		if (this.recent.contains(event.id())) {
			return store(event.offset());
		}
		return handle(event).then(Mono.defer(() -> {
			this.recent.add(event.id());
			this.failedEvent = null;
			this.deliveries = 0;
			return store(event.offset());
		}));
	}

	private Mono<Void> handle(ConnectionEvent event) {
		if (!event.id().equals(this.failedEvent)) {
			this.failedEvent = event.id();
			this.deliveries = 0;
		}
		if (this.deliveries == MAX_DELIVERIES) {
			this.status.givenUp(event);
		}
		return (this.deliveries++ < MAX_DELIVERIES) ? call(() -> this.handler.onEvent(event)) : refresh();
	}

	private Mono<Void> process(EventMessage.Error error) {
		return switch (error.code()) {
			case "timeout", "connection_timeout" -> Mono.empty();
			case "invalid_cursor", "cursor_expired" -> Mono.error(new PositionLostException(error.code()));
			case "payload_too_large" -> skip(error);
			default -> Mono.error(new StreamException(error.code()));
		};
	}

	// Resumed at the old offset, the stream would end at the same event again
	private Mono<Void> skip(EventMessage.Error error) {
		if (error.offset() == null || error.offset().equals(this.offset.value())) {
			return Mono.error(new PositionLostException(error.code()));
		}
		return refreshSince(now()).then(Mono.defer(() -> store(error.offset())));
	}

	private Mono<Void> refreshSince(long time) {
		return Mono.defer(() -> {
			Long last = this.refreshedAt;
			if (last != null && last > time) {
				return Mono.empty();
			}
			this.status.unreadable();
			long delay = (last != null) ? last + REFRESH_INTERVAL.toMillis() - now() : 0;
			return (delay > 0) ? Mono.delay(Duration.ofMillis(delay), this.scheduler).then(Mono.defer(this::refresh))
					: refresh();
		});
	}

	private Mono<Void> refresh() {
		long start = now();
		return call(this.handler::refresh).then(Mono.fromRunnable(() -> this.refreshedAt = start));
	}

	private static Mono<Void> call(Supplier<Mono<Void>> handler) {
		return Mono.defer(handler).onErrorMap(HandlerException::new);
	}

	private Mono<Void> store(@Nullable String offset) {
		if (offset != null && !offset.equals(this.resumedAt)) {
			this.resumedAt = null;
		}
		return this.offset.store(offset);
	}

	private long now() {
		return this.scheduler.now(TimeUnit.MILLISECONDS);
	}

	/**
	 * The events after the stored offset are gone.
	 */
	static final class PositionLostException extends RuntimeException {

		PositionLostException(String reason) {
			super(reason);
		}

	}

	/**
	 * The vendor closed the stream with an error.
	 */
	static final class StreamException extends RuntimeException {

		StreamException(String code) {
			super("the stream ended with the error '" + code + "'");
		}

	}

	/**
	 * Failure of the handler.
	 */
	static final class HandlerException extends RuntimeException {

		HandlerException(Throwable cause) {
			super(cause.toString(), cause);
		}

	}

}
