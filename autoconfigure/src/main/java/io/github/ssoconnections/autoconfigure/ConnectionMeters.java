// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.ApiClientListener;
import io.github.ssoconnections.client.ApiMeter;
import io.github.ssoconnections.client.ApiObservation.Keys;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Meters of the client of a vendor, as documented by {@link ApiMeter}.
 *
 * @param <C> the type of the client
 */
final class ConnectionMeters<C> implements ApiClientListener, MeterBinder {

	private final String vendor;

	private final Tags tags;

	private final ObjectProvider<C> client;

	private final ToDoubleFunction<C> remainingPermits;

	private final List<Bound> bound = new CopyOnWriteArrayList<>();

	ConnectionMeters(String vendor, ObjectProvider<C> client, ToDoubleFunction<C> remainingPermits) {
		this.vendor = vendor;
		this.tags = Tags.of(Keys.VENDOR.asString(), vendor);
		this.client = client;
		this.remainingPermits = remainingPermits;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Bound bound = new Bound(
				Counter.builder(ApiMeter.RETRIES.getName())
					.description("Retries of failed attempts")
					.withRegistry(registry),
				Counter.builder(ApiMeter.UNEXPECTED_STRUCTURE.getName())
					.description("Elements of responses with an unexpected structure")
					.withRegistry(registry),
				Timer.builder(ApiMeter.RATE_LIMIT_WAIT.getName())
					.description("Time that attempts waited for a rate limit permit")
					.withRegistry(registry));
		// Registered at start, so that the first wait is an increase
		bound.waits().withTags(this.tags);
		Gauge.builder(ApiMeter.RATE_LIMIT_REMAINING.getName(), this, ConnectionMeters::remaining)
			.description("Remaining rate limit permits in this process")
			.tags(this.tags)
			.strongReference(true)
			.register(registry);
		this.bound.add(bound);
	}

	private double remaining() {
		C client = this.client.getIfUnique();
		return (client != null) ? this.remainingPermits.applyAsDouble(client) : Double.NaN;
	}

	@Override
	public void onRetry(String vendor, String operation, SsoApiException failure) {
		if (vendor.equals(this.vendor)) {
			Tags tags = this.tags.and(Keys.OPERATION.asString(), operation);
			this.bound.forEach((bound) -> bound.retries().withTags(tags).increment());
		}
	}

	@Override
	public void onUnexpectedStructure(String vendor, String operation, int skipped, int incomplete) {
		if (vendor.equals(this.vendor)) {
			Tags tags = this.tags.and(Keys.OPERATION.asString(), operation);
			this.bound.forEach((bound) -> bound.unexpected().withTags(tags).increment(skipped + incomplete));
		}
	}

	@Override
	public void onWait(String vendor, String operation, Duration waited) {
		if (vendor.equals(this.vendor)) {
			this.bound.forEach((bound) -> bound.waits().withTags(this.tags).record(waited));
		}
	}

	/**
	 * Meters in a registry.
	 *
	 * @param retries the counters of retries
	 * @param unexpected the counters of elements of an unexpected structure
	 * @param waits the timers of waits
	 */
	private record Bound(Meter.MeterProvider<Counter> retries, Meter.MeterProvider<Counter> unexpected,
			Meter.MeterProvider<Timer> waits) {
	}

}
