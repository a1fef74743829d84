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
 * Health of the signing certificates of all connections, in numbers: {@code UNKNOWN}
 * until they have been read, then {@code UP} or, if that is asked for,
 * {@code OUT_OF_SERVICE} while those of an active connection have expired. To ask for it
 * asks nobody else.
 */
public final class CertificatesHealthIndicator extends AbstractReactiveHealthIndicator {

	private final CertificateMonitor monitor;

	private final boolean failOnExpired;

	/**
	 * Create an indicator.
	 * @param monitor the monitor
	 * @param failOnExpired whether an expired certificate is the application's failure
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
		if (report.sweptAt() != null) {
			report.active().forEach((state, count) -> builder.withDetail(state.toString(), count));
			builder.withDetail("inactive", report.inactive()).withDetail("sweptAt", report.sweptAt());
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
		return (report.sweptAt() != null) ? Status.UP : Status.UNKNOWN;
	}

}
