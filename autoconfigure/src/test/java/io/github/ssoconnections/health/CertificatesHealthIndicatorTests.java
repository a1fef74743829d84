// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.health;

import java.time.Duration;
import java.time.Instant;

import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.monitor.TestCatalog;
import io.github.ssoconnections.monitor.VirtualMonitor;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

class CertificatesHealthIndicatorTests {

	private static final Instant START = VirtualMonitor.START;

	private final TestCatalog catalog = new TestCatalog("clerk").with("canary_1", START.plus(Duration.ofDays(31)))
		.with("canary_2", false, new CatalogCertificate("canary", null, null, START));

	private final VirtualMonitor virtual = new VirtualMonitor(this.catalog);

	@Test
	void isUnknownBeforeTheFirstRefresh() {
		Health health = health(false);
		assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(health.getDetails()).isEmpty();
		assertThat(this.catalog.refreshes()).isZero();
	}

	@Test
	void isUnknownWhenNoRefreshHasSucceeded() {
		this.catalog.responding(Flux.error(new IllegalStateException("canary")));
		this.virtual.start();
		assertThat(health(true)).isEqualTo(Health.unknown().withDetail("reason", "failed").build());
	}

	@Test
	void countsConnectionsByStateAndNamesNone() {
		this.virtual.start();
		Health health = health(true);
		assertThat(health).isEqualTo(Health.up()
			.withDetail("valid", 1L)
			.withDetail("expiring", 0L)
			.withDetail("critical", 0L)
			.withDetail("expired", 0L)
			.withDetail("not-yet-valid", 0L)
			.withDetail("none", 0L)
			.withDetail("unknown", 0L)
			.withDetail("inactive", 1L)
			.withDetail("sweptAt", START.plusSeconds(15))
			.build());
		assertThat(health.toString()).doesNotContain("canary");
	}

	@Test
	void followsTimeThoughRefreshesFail() {
		this.virtual.start();
		this.catalog.responding(Flux.error(new IllegalStateException("canary")));
		this.virtual.advance(Duration.ofDays(2));
		assertThat(health(true).getStatus()).isEqualTo(Status.UP);
		assertThat(health(true).getDetails()).containsEntry("expiring", 1L)
			.containsEntry("sweptAt", START.plusSeconds(15))
			.containsEntry("reason", "failed");
		this.virtual.advance(Duration.ofDays(30));
		assertThat(health(true).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(health(true).getDetails()).containsEntry("expired", 1L);
	}

	@Test
	void isUpWhenCertificateExpiredUnlessAskedOtherwise() {
		this.virtual.start().advance(Duration.ofDays(32));
		assertThat(health(false).getStatus()).isEqualTo(Status.UP);
		assertThat(health(false).getDetails()).containsEntry("expired", 1L);
		assertThat(health(true).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
	}

	@Test
	void isUpWhenOnlyInactiveConnectionsExpired() {
		this.virtual.start();
		assertThat(health(true).getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void makesNoRequest() {
		this.virtual.start();
		for (int i = 0; i < 100; i++) {
			health(true);
		}
		assertThat(this.catalog.refreshes()).isEqualTo(1);
	}

	private Health health(boolean failOnExpired) {
		return new CertificatesHealthIndicator(this.virtual.monitor(), failOnExpired).health()
			.block(Duration.ofSeconds(20));
	}

}
