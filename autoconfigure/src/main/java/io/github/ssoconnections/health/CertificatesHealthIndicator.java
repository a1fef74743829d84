// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.health;

import io.github.ssoconnections.monitor.CertificateMonitor;
import io.github.ssoconnections.monitor.CertificateReport;
import io.github.ssoconnections.monitor.CertificateState;
import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.Assert;

/**
 * Health of the signing certificates of all connections, with the number of connections
 * by state: {@code UNKNOWN} until the certificates have been read, then {@code UP}.
 * Optionally {@code OUT_OF_SERVICE} while all certificates of an active connection have
 * expired. Makes no request. Reports the result of the last refresh.
 */
public final class CertificatesHealthIndicator extends AbstractReactiveHealthIndicator {

	private final CertificateMonitor monitor;

	private final boolean failOnExpired;

	/**
	 * Create an indicator.
	 * @param monitor the monitor
	 * @param failOnExpired whether expired certificates result in {@code OUT_OF_SERVICE}
	 */
	public CertificatesHealthIndicator(CertificateMonitor monitor, boolean failOnExpired) {
		Assert.notNull(monitor, "'monitor' must not be null");
		this.monitor = monitor;
		this.failOnExpired = failOnExpired;
	}

	@Override
	protected Mono<Health> doHealthCheck(Health.Builder builder) {
		return Mono.fromSupplier(() -> health(builder, this.monitor.report()));
	}

	private Health health(Health.Builder builder, CertificateReport report) {
		builder.status(status(report));
		if (report.refreshedAt() != null) {
			report.active().forEach((state, count) -> builder.withDetail(state.toString(), count));
			builder.withDetail("inactive", report.inactive()).withDetail("sweptAt", report.refreshedAt());
		}
		if (report.failure() != null) {
			builder.withDetail("reason", report.failure().toString());
		}
		return builder.build();
	}

	private Status status(CertificateReport report) {
		if (this.failOnExpired && report.active().getOrDefault(CertificateState.EXPIRED, 0L) > 0) {
			return Status.OUT_OF_SERVICE;
		}
		return (report.refreshedAt() != null) ? Status.UP : Status.UNKNOWN;
	}

}
