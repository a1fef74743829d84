// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.function.ToIntFunction;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.declarative.DriftMeter.Keys;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Binds the meters of a {@link DriftMonitor}, as described by {@link DriftMeter}. Reading
 * the meters makes no request.
 */
public final class DriftMeters implements MeterBinder {

	private final DriftMonitor monitor;

	/**
	 * Create meters.
	 * @param monitor the monitor
	 */
	public DriftMeters(DriftMonitor monitor) {
		Assert.notNull(monitor, "'monitor' must not be null");
		this.monitor = monitor;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (Account account : this.monitor.accounts()) {
			bind(registry, account, "missing", Drift::missing);
			bind(registry, account, "changed", Drift::changed);
			bind(registry, account, "undeclared", Drift::undeclared);
			bind(registry, account, "unclear", Drift::unclear);
		}
	}

	private void bind(MeterRegistry registry, Account account, String state, ToIntFunction<Drift> count) {
		Gauge.builder(DriftMeter.DRIFT.getName(), () -> count(account, count))
			.description("Connections that differ from what is declared")
			.tags(Tags.of(Keys.VENDOR.asString(), account.vendor(), Keys.ACCOUNT.asString(), account.name(),
					Keys.STATE.asString(), state))
			.register(registry);
	}

	private double count(Account account, ToIntFunction<Drift> count) {
		Drift drift = this.monitor.drift(account);
		return (drift != null) ? count.applyAsInt(drift) : Double.NaN;
	}

}
