// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.health;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.FailureReason;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.Assert;

/**
 * Health of the access to a vendor: {@code UP} if a request succeeds, {@code DOWN} if the
 * vendor rejects the credentials, {@code UNKNOWN} for any other failure, for example if
 * the vendor is unreachable. Makes at most one request per time to live, also for
 * concurrent checks.
 */
public final class ConnectionsHealthIndicator extends AbstractReactiveHealthIndicator {

	private static final Log logger = LogFactory.getLog(ConnectionsHealthIndicator.class);

	private final Mono<Health> check;

	private final long timeToLive;

	private final LongSupplier nanoTime;

	private final AtomicReference<@Nullable Check> latest = new AtomicReference<>();

	/**
	 * Create an indicator. The first check sends the first request.
	 * @param probe a cheap call of a service, whose result is ignored
	 * @param timeToLive how long a result is cached, including failures
	 * @param timeout the timeout of a check
	 */
	public ConnectionsHealthIndicator(Mono<?> probe, Duration timeToLive, Duration timeout) {
		this(probe, timeToLive, timeout, System::nanoTime, Clock.systemUTC(), Schedulers::parallel);
	}

	ConnectionsHealthIndicator(Mono<?> probe, Duration timeToLive, Duration timeout, LongSupplier nanoTime, Clock clock,
			Supplier<Scheduler> scheduler) {
		Assert.notNull(probe, "'probe' must not be null");
		Assert.isTrue(timeToLive.compareTo(Duration.ZERO) > 0, "'timeToLive' must be positive");
		Assert.isTrue(timeout.toMillis() > 0, "'timeout' must be at least 1ms");
		// Shorter than the timeout of the check, so that the call reports its own timeout
		CallOptions options = CallOptions.timeout(Duration.ofNanos(timeout.toNanos() / 20 * 19)).withMaxAttempts(1);
		this.check = Mono
			.defer(() -> probe.then(Mono.just(Status.UP)).map(Health::status).timeout(timeout, scheduler.get()))
			.onErrorResume((failure) -> Mono.just(failed(failure)))
			.map((health) -> health.withDetail("checkedAt", clock.instant()).build())
			// Concurrent subscribers share a check, so it uses the context of none of
			// them
			.contextWrite((context) -> options.apply(Context.empty()));
		this.timeToLive = timeToLive.toNanos();
		this.nanoTime = nanoTime;
	}

	private static Health.Builder failed(Throwable failure) {
		logger.debug("Health check failed", failure);
		FailureReason reason = FailureReason.of(failure);
		boolean rejected = reason == FailureReason.UNAUTHORIZED || reason == FailureReason.FORBIDDEN;
		return Health.status(rejected ? Status.DOWN : Status.UNKNOWN).withDetail("reason", reason.toString());
	}

	@Override
	protected Mono<Health> doHealthCheck(Health.Builder builder) {
		return Mono.defer(() -> latest().result);
	}

	private Check latest() {
		while (true) {
			Check last = this.latest.get();
			if (last != null && !last.isOver()) {
				return last;
			}
			Check next = new Check();
			if (this.latest.compareAndSet(last, next)) {
				return next;
			}
		}
	}

	/**
	 * A check, made at the first subscription. It continues after the cancellation of its
	 * subscribers; otherwise probes with a short timeout would send a request each.
	 */
	private final class Check {

		private final Mono<Health> result = ConnectionsHealthIndicator.this.check.doOnTerminate(this::end).cache();

		private volatile @Nullable Long end;

		private void end() {
			this.end = ConnectionsHealthIndicator.this.nanoTime.getAsLong();
		}

		private boolean isOver() {
			Long end = this.end;
			return end != null && ConnectionsHealthIndicator.this.nanoTime.getAsLong()
					- end >= ConnectionsHealthIndicator.this.timeToLive;
		}

	}

}
