// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
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

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Meters of the clients of all vendors, as documented by {@link ApiMeter}.
 */
final class ConnectionMeters implements ApiClientListener, MeterBinder {

	private final ListableBeanFactory beanFactory;

	private final List<Bound> bound = new CopyOnWriteArrayList<>();

	ConnectionMeters(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
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
		for (VendorRegistration<?, ?, ?, ?> vendor : VendorRegistration.all()) {
			vendor.accountNames(this.beanFactory).forEach((account) -> bind(bound, registry, vendor, account));
		}
		this.bound.add(bound);
	}

	private void bind(Bound bound, MeterRegistry registry, VendorRegistration<?, ?, ?, ?> vendor, String account) {
		Tags tags = tags(new Account(vendor.name(), account));
		// Registered at start, so that the first wait is an increase
		bound.waits().withTags(tags);
		Gauge.builder(ApiMeter.RATE_LIMIT_REMAINING.getName(), () -> vendor.remainingPermits(this.beanFactory, account))
			.description("Remaining rate limit permits in this process")
			.tags(tags)
			.register(registry);
	}

	@Override
	public void onRetry(Account account, String operation, SsoApiException failure) {
		Tags tags = tags(account, operation);
		this.bound.forEach((bound) -> bound.retries().withTags(tags).increment());
	}

	@Override
	public void onUnexpectedStructure(Account account, String operation, int skipped, int incomplete) {
		Tags tags = tags(account, operation);
		this.bound.forEach((bound) -> bound.unexpected().withTags(tags).increment(skipped + incomplete));
	}

	@Override
	public void onWait(Account account, String operation, Duration waited) {
		Tags tags = tags(account);
		this.bound.forEach((bound) -> bound.waits().withTags(tags).record(waited));
	}

	private static Tags tags(Account account) {
		return Tags.of(Keys.VENDOR.asString(), account.vendor(), Keys.ACCOUNT.asString(), account.name());
	}

	private static Tags tags(Account account, String operation) {
		return tags(account).and(Keys.OPERATION.asString(), operation);
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
