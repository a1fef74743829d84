// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.declarative.DesiredConnections;
import io.github.ssoconnections.declarative.DriftMeters;
import io.github.ssoconnections.declarative.DriftMonitor;
import io.github.ssoconnections.declarative.Reconciliations;
import io.github.ssoconnections.fleet.Locks;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ReconciliationAutoConfiguration}, {@link DriftAutoConfiguration} and
 * {@link DriftMetricsAutoConfiguration}.
 */
class ReconciliationAutoConfigurationTests {

	private static final DesiredConnections DESIRED = (account) -> Mono.just(List.of());

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ReactiveHttpClientAutoConfiguration.class,
				WebClientAutoConfiguration.class, ClerkAutoConfiguration.class, Auth0AutoConfiguration.class,
				ConnectionCatalogAutoConfiguration.class, FleetAutoConfiguration.class,
				ConnectionIndexAutoConfiguration.class, ReconciliationAutoConfiguration.class,
				DriftAutoConfiguration.class, DriftMetricsAutoConfiguration.class))
		.withPropertyValues("sso-connections.clerk.api-key=sk_test_1",
				"sso-connections.auth0.accounts.eu.domain=acme.eu.auth0.com",
				"sso-connections.auth0.accounts.eu.token=token");

	@Test
	void hasAReconciliationForEachAccount() {
		this.contextRunner.run((context) -> {
			Reconciliations reconciliations = context.getBean(Reconciliations.class);
			assertThat(reconciliations.accounts()).containsExactlyInAnyOrder(Account.ofDefault("clerk"),
					new Account("auth0", "eu"));
			assertThat(reconciliations.get("clerk").hasSharedLock()).isFalse();
			assertThat(context).doesNotHaveBean(DriftMonitor.class).doesNotHaveBean(DriftMeters.class);
		});
	}

	@Test
	void usesTheLocksOfTheApplication() {
		this.contextRunner.withBean(Locks.class, () -> mock(Locks.class))
			.run((context) -> assertThat(context.getBean(Reconciliations.class).get("clerk").hasSharedLock()).isTrue());
	}

	@Test
	void comparesDeclaredConnectionsAndMetersThem() {
		this.contextRunner.withBean(DesiredConnections.class, () -> DESIRED)
			.withBean(SimpleMeterRegistry.class)
			.run((context) -> {
				assertThat(context).hasSingleBean(DriftMonitor.class);
				context.getBean(DriftMeters.class).bindTo(context.getBean(MeterRegistry.class));
				assertThat(context.getBean(MeterRegistry.class).get("sso.connections.drift").gauges()).hasSize(8);
			});
	}

	@Test
	void worksWithoutMicrometersMetrics() {
		this.contextRunner.withBean(DesiredConnections.class, () -> DESIRED)
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(DriftMonitor.class)
				.doesNotHaveBean(DriftMeters.class));
	}

	@Test
	void backsOffForTheBeansOfTheApplication() {
		Reconciliations own = new Reconciliations(List.of());
		this.contextRunner.withBean(Reconciliations.class, () -> own)
			.run((context) -> assertThat(context.getBean(Reconciliations.class)).isSameAs(own));
	}

	@Test
	void isAbsentWithoutAnAccount() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(ConnectionCatalogAutoConfiguration.class, FleetAutoConfiguration.class,
							ConnectionIndexAutoConfiguration.class, ReconciliationAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Reconciliations.class));
	}

}
