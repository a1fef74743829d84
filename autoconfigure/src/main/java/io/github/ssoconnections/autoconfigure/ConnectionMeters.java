// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.http.ApiClientListener;
import io.github.ssoconnections.http.ApiMeter;
import io.github.ssoconnections.http.ApiObservation.Keys;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Meters what the clients do by themselves, as {@link ApiMeter} says.
 */
final class ConnectionMeters implements ApiClientListener, MeterBinder {

	private static final Tags CLERK = Tags.of(Keys.VENDOR.asString(), "clerk");

	private final ObjectProvider<ClerkClient> clerk;

	private final List<Bound> bound = new CopyOnWriteArrayList<>();

	ConnectionMeters(ObjectProvider<ClerkClient> clerk) {
		this.clerk = clerk;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Bound bound = new Bound(
				Counter.builder(ApiMeter.RETRIES.getName())
					.description("Attempts that repeated an earlier one")
					.withRegistry(registry),
				Timer.builder(ApiMeter.RATE_LIMIT_WAIT.getName())
					.description("Time for which attempts waited for a permit of the rate limit")
					.withRegistry(registry));
		// There from the start, so that the first wait shows as an increase
		bound.waits().withTags(CLERK);
		Gauge.builder(ApiMeter.RATE_LIMIT_REMAINING.getName(), this.clerk, ConnectionMeters::remaining)
			.description("Permits of the rate limit that are left in this process")
			.tags(CLERK)
			.strongReference(true)
			.register(registry);
		this.bound.add(bound);
	}

	private static double remaining(ObjectProvider<ClerkClient> clerk) {
		ClerkClient client = clerk.getIfUnique();
		return (client != null) ? client.remainingPermits() : Double.NaN;
	}

	@Override
	public void onRepeat(String vendor, String operation, SsoApiException failure) {
		Tags tags = Tags.of(Keys.VENDOR.asString(), vendor, Keys.OPERATION.asString(), operation);
		this.bound.forEach((bound) -> bound.retries().withTags(tags).increment());
	}

	@Override
	public void onWait(String vendor, String operation, Duration waited) {
		Tags tags = Tags.of(Keys.VENDOR.asString(), vendor);
		this.bound.forEach((bound) -> bound.waits().withTags(tags).record(waited));
	}

	/**
	 * The meters in a registry.
	 *
	 * @param retries the counters of repeats
	 * @param waits the timers of waits
	 */
	private record Bound(Meter.MeterProvider<Counter> retries, Meter.MeterProvider<Timer> waits) {
	}

}
