// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

import io.github.ssoconnections.fleet.PendingEvents.Mark;
import io.github.ssoconnections.fleet.PendingEvents.PendingEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publication of one pending event, unless the store has its key. Used by one thread at a
 * time.
 */
final class PublicationStep {

	private static final Log logger = LogFactory.getLog(EventPublication.class);

	private final ApplicationEventPublisher publisher;

	private final FleetLock lock;

	private final PendingEvents pending;

	private final FleetClock clock;

	private boolean listenerHasFailed;

	PublicationStep(ApplicationEventPublisher publisher, FleetLock lock, PendingEvents pending, FleetClock clock) {
		this.publisher = publisher;
		this.lock = lock;
		this.pending = pending;
		this.clock = clock;
	}

	Mono<Void> publish(Mark mark, @Nullable PublishedKeys keys, Duration retention) {
		return (keys != null) ? keys.add(mark.key(), retention.multipliedBy(2)).then(keys.expire(mark.keyBefore()))
				: Mono.empty();
	}

	/**
	 * Publish an event.
	 * @param event the event
	 * @param keys the keys of the store, {@code null} without one
	 * @param retention the time for which an instance that does not publish keeps an
	 * event
	 * @param older whether the event is due to be dropped unless the store shows that
	 * nobody has published it
	 * @return whether the event has been published, empty if that is not known
	 */
	Mono<Boolean> publish(PendingEvent event, @Nullable PublishedKeys keys, Duration retention, boolean older) {
		if (keys == null) {
			return Mono.fromSupplier(() -> this.lock.isHeld() && notifyListeners(event));
		}
		Duration keepFor = (event.keepFor() != null) ? event.keepFor() : retention.multipliedBy(2);
		if (older) {
			return lookUp(this.pending.statesFrom(event), keys::lookUp)
				.onErrorResume((failure) -> Mono.fromRunnable(this::restartAges))
				.flatMap((published) -> published ? remove(event) : publishUnknown(event, keys, keepFor, true));
		}
		return lookUp(this.pending.evidence(event), keys::contains).flatMap(
				(published) -> published ? remove(event) : publishUnknown(event, keys, keepFor, this.lock.isHeld()));
	}

	private static Mono<Boolean> lookUp(Set<String> states, Function<String, Mono<Boolean>> store) {
		return Flux.fromIterable(states).concatMap(store, 1).any((published) -> published);
	}

	private Mono<Boolean> remove(PendingEvent event) {
		this.pending.remove(event);
		return Mono.just(true);
	}

	// The key of a state that was published expires with the next state
	private Mono<Boolean> publishUnknown(PendingEvent event, PublishedKeys keys, Duration keepFor, boolean mayPublish) {
		return (mayPublish && notifyListeners(event))
				? keys.add(event.key(), keepFor).then(keys.expire(event.keyBefore())).thenReturn(true)
				: Mono.just(false);
	}

	private boolean notifyListeners(PendingEvent event) {
		if (event.isSuperseded()) {
			return false;
		}
		try {
			this.publisher.publishEvent(event.event());
		}
		catch (VirtualMachineError ex) {
			throw ex;
		}
		catch (Throwable ex) {
			if (!this.listenerHasFailed) {
				this.listenerHasFailed = true;
				logger.warn(
						"A listener for " + event.event().getClass().getSimpleName()
								+ " has failed, which does not affect the refresh. Further failures are not logged",
						ex);
			}
		}
		this.pending.remove(event);
		return true;
	}

	void restartAges() {
		this.pending.restartAges(this.clock.start(Duration.ZERO));
	}

}
