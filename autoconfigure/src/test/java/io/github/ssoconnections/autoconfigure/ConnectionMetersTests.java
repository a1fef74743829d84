// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConnectionMeters}: each vendor has its own meters.
 */
class ConnectionMetersTests {

	private static final SsoApiException FAILURE = new SsoApiException.Unavailable(new SsoApiException.Details(
			Account.ofDefault("clerk"), "enterprise_connections.get", null, "test", List.of(), null, null, true, null));

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final ConnectionMeters meters = new ConnectionMeters(new StaticListableBeanFactory(
			Map.of("client", ClerkClient.create(WebClient.builder(), ClerkConnectionDetails.of("sk_test_1")))));

	@BeforeEach
	void bind() {
		this.meters.bindTo(this.registry);
	}

	@Test
	void countsRetriesByVendor() {
		this.meters.onRetry(Account.ofDefault("auth0"), "connections.get", FAILURE);
		this.meters.onRetry(Account.ofDefault("clerk"), "enterprise_connections.get", FAILURE);
		this.meters.onRetry(Account.ofDefault("clerk"), "enterprise_connections.get", FAILURE);
		assertThat(counts("sso.connections.retries"))
			.isEqualTo(Map.of("auth0 connections.get", 1.0, "clerk enterprise_connections.get", 2.0));
	}

	@Test
	void countsUnexpectedStructureByVendor() {
		this.meters.onUnexpectedStructure(Account.ofDefault("auth0"), "connections.list", 1, 1);
		this.meters.onUnexpectedStructure(Account.ofDefault("clerk"), "enterprise_connections.list", 1, 2);
		assertThat(counts("sso.connections.unexpected.structure"))
			.isEqualTo(Map.of("auth0 connections.list", 2.0, "clerk enterprise_connections.list", 3.0));
	}

	@Test
	void recordsWaitsByVendor() {
		assertThat(wait("clerk").count()).isZero();
		this.meters.onWait(Account.ofDefault("auth0"), "connections.get", Duration.ofSeconds(1));
		this.meters.onWait(Account.ofDefault("clerk"), "enterprise_connections.get", Duration.ofSeconds(2));
		assertThat(wait("auth0").totalTime(TimeUnit.SECONDS)).isEqualTo(1);
		assertThat(wait("clerk").totalTime(TimeUnit.SECONDS)).isEqualTo(2);
	}

	@Test
	void hasPermitsOfVendorsWithAClient() {
		assertThat(this.registry.get("sso.connections.rate.limit.remaining").gauges()).singleElement()
			.satisfies((gauge) -> assertThat(gauge.getId().getTag("vendor")).isEqualTo("clerk"))
			.satisfies((gauge) -> assertThat(gauge.value()).isNaN());
	}

	private Timer wait(String vendor) {
		return this.registry.get("sso.connections.rate.limit.wait").tags("vendor", vendor).timer();
	}

	private Map<String, Double> counts(String name) {
		return this.registry.get(name)
			.counters()
			.stream()
			.collect(Collectors.toMap(
					(counter) -> counter.getId().getTag("vendor") + " " + counter.getId().getTag("operation"),
					Counter::count));
	}

}
