// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.monitor.CertificateMeter.Keys;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Binds the meters of a {@link CertificateMonitor}, as described by
 * {@link CertificateMeter}. Reading the meters makes no request.
 */
public final class CertificateMeters implements MeterBinder {

	private static final int MAX_CONNECTIONS = 100;

	private final CertificateMonitor monitor;

	/**
	 * Create meters.
	 * @param monitor the monitor
	 */
	public CertificateMeters(CertificateMonitor monitor) {
		Assert.notNull(monitor, "'monitor' must not be null");
		this.monitor = monitor;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.monitor.accounts().stream().map(MonitoredAccount::account).distinct().forEach((account) -> {
			for (CertificateState state : CertificateState.values()) {
				bindCount(registry, account, state, true);
				bindCount(registry, account, state, false);
			}
			Gauge.builder(CertificateMeter.REFRESH_AGE.getName(), () -> age(account))
				.description("Time since the last successful refresh")
				.baseUnit(CertificateMeter.REFRESH_AGE.getBaseUnit())
				.tags(tags(account))
				.register(registry);
		});
		MultiGauge expiry = expiry(registry, CertificateMeter.EXPIRY,
				"Time until all signing certificates of a connection have expired");
		MultiGauge secretExpiry = expiry(registry, CertificateMeter.OIDC_SECRET_EXPIRY,
				"Time until the client secret of an OIDC connection expires");
		Runnable update = () -> {
			expiry.register(rows(this::certificates), true);
			secretExpiry.register(rows(CertificateMeters::secrets), true);
		};
		this.monitor.onRefresh(update);
		update.run();
	}

	private static MultiGauge expiry(MeterRegistry registry, CertificateMeter meter, String description) {
		return MultiGauge.builder(meter.getName())
			.description(description)
			.baseUnit(meter.getBaseUnit())
			.register(registry);
	}

	private void bindCount(MeterRegistry registry, Account account, CertificateState state, boolean active) {
		Gauge.builder(CertificateMeter.CONNECTIONS.getName(), () -> count(account, state, active))
			.description("Connections with signing certificates, and all SAML connections")
			.tags(tags(account).and(Keys.STATE.asString(), state.toString(), Keys.ACTIVE.asString(),
					String.valueOf(active)))
			.register(registry);
	}

	private double count(Account account, CertificateState state, boolean active) {
		Instant now = this.monitor.clock().instant();
		List<MonitoredAccount> accounts = accounts(account).filter((monitored) -> monitored.refreshedAt() != null)
			.toList();
		return accounts.isEmpty() ? Double.NaN
				: accounts.stream()
					.flatMap((monitored) -> monitored.connections().values().stream())
					.filter((connection) -> connection.active() == active
							&& connection.status(now, this.monitor.thresholds()).state() == state)
					.count();
	}

	private double age(Account account) {
		return accounts(account).map(MonitoredAccount::refreshedAt)
			.map((refreshedAt) -> (refreshedAt != null) ? refreshedAt : this.monitor.startedAt())
			.filter(Objects::nonNull)
			.mapToDouble((since) -> -secondsUntil(since))
			.max()
			.orElse(Double.NaN);
	}

	private Stream<MonitoredAccount> accounts(Account account) {
		return this.monitor.accounts().stream().filter((monitored) -> monitored.account().equals(account));
	}

	private List<MultiGauge.Row<?>> rows(Function<MonitoredAccount, Stream<Expiry>> expiries) {
		return this.monitor.accounts()
			.stream()
			.flatMap(expiries)
			.sorted(Comparator.comparing((Expiry expiry) -> !expiry.active()).thenComparing(Expiry::at))
			.limit(MAX_CONNECTIONS).<MultiGauge.Row<?>>map(this::row).toList();
	}

	private Stream<Expiry> certificates(MonitoredAccount monitored) {
		Instant now = this.monitor.clock().instant();
		return monitored.connections().entrySet().stream().flatMap((entry) -> {
			String id = entry.getKey();
			boolean active = entry.getValue().active();
			Instant at = entry.getValue().status(now, this.monitor.thresholds()).expiresAt();
			return (at != null)
					? Stream
						.of(new Expiry(monitored.account(), id, active, at, () -> certificates(monitored, id, active)))
					: Stream.empty();
		});
	}

	private @Nullable Instant certificates(MonitoredAccount monitored, String id, boolean active) {
		MonitoredConnection connection = monitored.connection(id);
		return (connection != null && connection.active() == active)
				? connection.status(this.monitor.clock().instant(), this.monitor.thresholds()).expiresAt() : null;
	}

	private static Stream<Expiry> secrets(MonitoredAccount monitored) {
		return monitored.secrets()
			.entrySet()
			.stream()
			.map((entry) -> new Expiry(monitored.account(), entry.getKey(), entry.getValue().active(),
					entry.getValue().expiresAt(), () -> secret(monitored, entry.getKey(), entry.getValue().active())));
	}

	private static @Nullable Instant secret(MonitoredAccount monitored, String id, boolean active) {
		MonitoredSecret secret = monitored.secret(id);
		return (secret != null && secret.active() == active) ? secret.expiresAt() : null;
	}

	private MultiGauge.Row<?> row(Expiry expiry) {
		return MultiGauge.Row.of(tags(expiry.account()).and(Keys.CONNECTION_ID.asString(), expiry.id(),
				Keys.ACTIVE.asString(), String.valueOf(expiry.active())), expiry, this::secondsLeft);
	}

	// The connection may have changed since the refresh that made the row
	private double secondsLeft(Expiry expiry) {
		Instant at = expiry.current().get();
		return (at != null) ? secondsUntil(at) : Double.NaN;
	}

	private static Tags tags(Account account) {
		return Tags.of(Keys.VENDOR.asString(), account.vendor(), Keys.ACCOUNT.asString(), account.name());
	}

	private double secondsUntil(Instant instant) {
		Duration left = Duration.between(this.monitor.clock().instant(), instant);
		return left.getSeconds() + left.getNano() / 1e9;
	}

	private record Expiry(Account account, String id, boolean active, Instant at, Supplier<@Nullable Instant> current) {

	}

}
