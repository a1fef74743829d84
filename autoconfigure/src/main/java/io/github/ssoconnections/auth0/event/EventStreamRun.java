// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.event.EventProcessor.HandlerException;
import io.github.ssoconnections.auth0.event.EventProcessor.PositionLostException;
import io.github.ssoconnections.auth0.event.StoredOffset.StoreException;
import io.github.ssoconnections.client.StreamOptions;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.http.MediaType;

/**
 * A stream from its subscription to its cancellation: one response after the other.
 */
final class EventStreamRun {

	/** Responses that end without progress before the stream counts as unavailable. */
	private static final int MAX_FRUITLESS = 3;

	/** A response that ends sooner without a message is no usual close. */
	private static final Duration SHORT_LIFE = Duration.ofSeconds(30);

	private final Auth0Client client;

	private final EventStreamSettings settings;

	private final EventProcessor processor;

	private final StoredOffset offset;

	private final ReconnectDelays delays;

	private final EventStreamStatus status;

	private final Scheduler scheduler;

	private final EventSubscription subscription = new EventSubscription();

	private boolean opened;

	private long openedAt;

	/** Whether the response had a message. */
	private boolean fruitful;

	/** Number of consecutive responses that ended without a message. */
	private int fruitless;

	EventStreamRun(Auth0Client client, EventStreamSettings settings, EventProcessor processor, ReconnectDelays delays,
			EventStreamStatus status, Scheduler scheduler) {
		this.client = client;
		this.settings = settings;
		this.processor = processor;
		this.offset = processor.offset();
		this.delays = delays;
		this.status = status;
		this.scheduler = scheduler;
	}

	Mono<Void> run() {
		return Mono
			.defer(() -> this.offset.load()
				.then(Mono.defer(this::connect))
				.onErrorResume((failure) -> Mono.fromSupplier(() -> recover(failure))))
			.flatMap((delay) -> Mono.delay(delay, this.scheduler))
			.repeat()
			.then();
	}

	private Mono<Duration> connect() {
		this.opened = false;
		this.fruitful = false;
		EventReader reader = new EventReader(this::now);
		StreamOptions options = new StreamOptions(MediaType.TEXT_EVENT_STREAM, this.settings.idleTimeout(),
				this.scheduler);
		// What was read before a failure is processed before the failure
		return this.client.stream(this.subscription.call(this.offset.value()), options)
			.flatMapIterable(reader::read)
			.onBackpressureBuffer(this.settings.bufferSize())
			.onErrorResume((failure) -> Mono.just(new EventMessage.Failed(failure)))
			.publishOn(this.scheduler, 1)
			.concatMap(this::process, 1)
			.then(Mono.fromSupplier(() -> closed(reader)));
	}

	private Mono<Void> process(EventMessage message) {
		if (message instanceof EventMessage.Opened) {
			open();
			return (this.offset.value() == null) ? this.processor.open().then(Mono.fromRunnable(this::refreshed))
					: this.processor.open();
		}
		Mono<Void> processed = this.processor.process(message);
		return (message instanceof EventMessage.Error) ? processed : processed.then(Mono.fromRunnable(this::succeeded));
	}

	private void succeeded() {
		this.delays.succeeded();
		this.fruitful = true;
		this.fruitless = 0;
		this.status.connected();
	}

	private void open() {
		this.opened = true;
		this.openedAt = now();
		if (this.subscription.accepted()) {
			this.status.withoutConnections();
		}
		EventStreamState state = this.status.state();
		if (state != EventStreamState.HANDLER_FAILED && state != EventStreamState.STORE_FAILED
				&& this.fruitless < MAX_FRUITLESS) {
			this.status.connected();
		}
	}

	private void refreshed() {
		if (this.status.state() == EventStreamState.HANDLER_FAILED) {
			this.status.connected();
		}
	}

	private Duration closed(EventReader reader) {
		this.status.debug("closed by the vendor");
		// Without an offset, each reconnect reads all connections
		if (this.offset.value() == null || (!this.fruitful && now() - this.openedAt < SHORT_LIFE.toMillis())) {
			return this.delays.afterFailure();
		}
		this.delays.succeeded();
		return this.delays.afterClose(reader.retry());
	}

	private long now() {
		return this.scheduler.now(TimeUnit.MILLISECONDS);
	}

	private Duration recover(Throwable failure) {
		if (failure instanceof HandlerException) {
			return failed(EventStreamState.HANDLER_FAILED, "has a handler that failed", failure.getCause());
		}
		if (failure instanceof StoreException) {
			return failed(EventStreamState.STORE_FAILED, "cannot load or store its offset", failure.getCause());
		}
		if (failure instanceof PositionLostException) {
			return startAnew("the vendor reported " + failure.getMessage());
		}
		if (failure instanceof SsoApiException ofVendor) {
			return recover(ofVendor);
		}
		if (Exceptions.isOverflow(failure)) {
			this.status.debug("closed because " + this.settings.bufferSize() + " events are waiting");
			return (this.offset.value() != null) ? this.delays.afterClose(null) : this.delays.afterFailure();
		}
		return failed(EventStreamState.UNAVAILABLE, "failed", failure);
	}

	private Duration recover(SsoApiException failure) {
		if (failure instanceof SsoApiException.RateLimited) {
			this.status.failed(EventStreamState.RATE_LIMITED, "is rate limited", failure);
			return this.delays.afterRateLimit(failure.retryAfter());
		}
		if (failure instanceof SsoApiException.Unavailable || failure instanceof SsoApiException.MalformedResponse) {
			return unavailable(failure);
		}
		return failure.operation().equals(EventSubscription.OPERATION) ? rejected(failure)
				: rejected(EventStreamState.UNAUTHORIZED, "has no access token", failure);
	}

	private Duration unavailable(SsoApiException failure) {
		if (this.opened && ++this.fruitless < MAX_FRUITLESS) {
			this.status.debug(failure);
			return this.delays.afterFailure();
		}
		return failed(EventStreamState.UNAVAILABLE, "is not available", failure);
	}

	private Duration rejected(SsoApiException failure) {
		if (failure instanceof SsoApiException.Gone && this.offset.value() != null) {
			return startAnew("the stored offset has expired");
		}
		if (failure instanceof SsoApiException.InvalidRequest && Integer.valueOf(400).equals(failure.status())) {
			return badRequest(failure);
		}
		if (failure instanceof SsoApiException.Forbidden) {
			return isTooManyStreams(failure)
					? rejected(EventStreamState.TOO_MANY_STREAMS, "is one too many for the plan of the tenant", failure)
					: rejected(EventStreamState.FORBIDDEN, "needs the scope 'read:events'", failure);
		}
		if (failure instanceof SsoApiException.Unauthorized) {
			return rejected(EventStreamState.UNAUTHORIZED, "was rejected", failure);
		}
		if (failure instanceof SsoApiException.NotFound) {
			return rejected(EventStreamState.UNSUPPORTED, "does not exist in the tenant", failure);
		}
		return rejected(EventStreamState.REJECTED, "was rejected", failure);
	}

	private Duration badRequest(SsoApiException failure) {
		return switch (this.subscription.rejected(failure, this.offset.value() != null)) {
			case RETRY -> this.delays.afterClose(null);
			case RETRY_WITHOUT_OFFSET -> startAnew("the stored offset is invalid");
			case GIVE_UP -> rejected(EventStreamState.REJECTED, "was rejected", failure);
		};
	}

	private Duration startAnew(String reason) {
		this.status.positionLost(reason);
		this.offset.forget();
		return this.delays.afterFailure();
	}

	private Duration failed(EventStreamState state, String reason, @Nullable Throwable failure) {
		this.status.failed(state, reason, failure);
		return this.delays.afterFailure();
	}

	private Duration rejected(EventStreamState state, String reason, SsoApiException failure) {
		this.status.failed(state, reason, failure);
		return this.delays.afterRejection();
	}

	private static boolean isTooManyStreams(SsoApiException failure) {
		return failure.errors()
			.stream()
			.anyMatch((error) -> String.valueOf(error.text()).toLowerCase(Locale.ROOT).contains("maximum"));
	}

}
