// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.SsoApiException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the meters of one vendor leave alone what happens at the other: every
 * listener is notified of both.
 */
class ConnectionMetersTests {

	private static final SsoApiException FAILURE = new SsoApiException.Unavailable(new SsoApiException.Details("clerk",
			"enterprise_connections.get", null, "test", List.of(), null, null, true, null));

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final ConnectionMeters<Object> meters = new ConnectionMeters<>("clerk",
			new StaticListableBeanFactory().getBeanProvider(Object.class), (client) -> 1);

	@BeforeEach
	void bind() {
		this.meters.bindTo(this.registry);
	}

	@Test
	void countsRetriesAtItsVendorOnly() {
		this.meters.onRetry("auth0", "connections.get", FAILURE);
		assertThat(this.registry.find("sso.connections.retries").counters()).isEmpty();
		this.meters.onRetry("clerk", "enterprise_connections.get", FAILURE);
		assertThat(this.registry.get("sso.connections.retries").counters()).singleElement()
			.satisfies((counter) -> assertThat(counter.count()).isEqualTo(1))
			.satisfies((counter) -> assertThat(counter.getId().getTag("operation"))
				.isEqualTo("enterprise_connections.get"));
	}

	@Test
	void countsUnexpectedStructureAtItsVendorOnly() {
		this.meters.onUnexpectedStructure("auth0", "connections.list", 1, 1);
		assertThat(this.registry.find("sso.connections.unexpected.structure").counters()).isEmpty();
		this.meters.onUnexpectedStructure("clerk", "enterprise_connections.list", 1, 2);
		assertThat(this.registry.get("sso.connections.unexpected.structure").counters()).singleElement()
			.satisfies((counter) -> assertThat(counter.count()).isEqualTo(3))
			.satisfies((counter) -> assertThat(counter.getId().getTag("operation"))
				.isEqualTo("enterprise_connections.list"));
	}

	@Test
	void recordsWaitsAtItsVendorOnly() {
		this.meters.onWait("auth0", "connections.get", Duration.ofSeconds(1));
		assertThat(this.registry.get("sso.connections.rate.limit.wait").timer().count()).isZero();
		this.meters.onWait("clerk", "enterprise_connections.get", Duration.ofSeconds(2));
		assertThat(this.registry.get("sso.connections.rate.limit.wait").timer().totalTime(TimeUnit.SECONDS))
			.isEqualTo(2);
	}

}
