// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.index.ConnectionIndexSettings;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.lint.CertificateLint;
import io.github.ssoconnections.monitor.CertificateExpired;
import io.github.ssoconnections.monitor.CertificateMeters;
import io.github.ssoconnections.monitor.CertificateMonitor;
import io.github.ssoconnections.monitor.TestCatalog;
import io.github.ssoconnections.monitor.VirtualMonitor;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CertificateMonitorAutoConfiguration} and
 * {@link CertificateMetricsAutoConfiguration}.
 */
class CertificateMonitorAutoConfigurationTests {

	private static final String ENABLED = "sso-connections.certificates.monitor.enabled=true";

	private final TestCatalog catalog = new TestCatalog("test").with("con_1", Instant.EPOCH);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ConnectionCatalogAutoConfiguration.class, FleetAutoConfiguration.class,
				ConnectionIndexAutoConfiguration.class, CertificateMonitorAutoConfiguration.class,
				CertificateMetricsAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(strings = { "", "=true", "=false" })
	void isDisabledByDefault(String value) {
		String property = "sso-connections.certificates.monitor.interval=1h";
		this.contextRunner.withPropertyValues(value.isEmpty() ? property : ENABLED.replace("=true", value))
			.withBean(TestCatalog.class, () -> this.catalog)
			.run((context) -> {
				assertThat(context.getBeansOfType(CertificateMonitor.class)).hasSize(value.equals("=true") ? 1 : 0);
				assertThat(context.getBeansOfType(CertificateMeters.class)).hasSize(value.equals("=true") ? 1 : 0);
			});
	}

	@Test
	void isDisabledWhenThereIsNoCatalog() {
		this.contextRunner.withPropertyValues(ENABLED)
			.run((context) -> assertThat(context).doesNotHaveBean(CertificateMonitor.class));
	}

	@Test
	void refreshesAndPublishesEvents() {
		BlockingQueue<Object> events = new ArrayBlockingQueue<>(10);
		this.contextRunner.withPropertyValues(ENABLED, "sso-connections.certificates.monitor.initial-delay=0s")
			.withBean(TestCatalog.class, () -> this.catalog)
			.withInitializer((context) -> context.addApplicationListener(
					(ApplicationListener<PayloadApplicationEvent<?>>) (event) -> events.add(event.getPayload())))
			.run((context) -> {
				RefreshedConnectionIndex index = context.getBean(RefreshedConnectionIndex.class);
				assertThat(index.isRunning()).isTrue();
				assertThat(events.poll(20, TimeUnit.SECONDS)).isInstanceOfSatisfying(CertificateExpired.class,
						(event) -> assertThat(event.connectionId()).isEqualTo("con_1"));
				context.close();
				assertThat(index.isRunning()).isFalse();
			});
	}

	@Test
	void backsOffForMonitorOfTheApplicationAndMetersIt() {
		this.contextRunner.withBean("own", CertificateMonitor.class, () -> new VirtualMonitor(this.catalog).monitor())
			.run((context) -> assertThat(context).hasSingleBean(CertificateMonitor.class)
				.hasSingleBean(CertificateMeters.class));
		this.contextRunner.withPropertyValues(ENABLED)
			.withBean(TestCatalog.class, () -> this.catalog)
			.withBean("own", CertificateMonitor.class, () -> new VirtualMonitor(this.catalog).monitor())
			.run((context) -> assertThat(context).getBean(CertificateMonitor.class).isSameAs(context.getBean("own")));
	}

	@Test
	void hasNoMetersWhenMicrometerIsMissing() {
		this.contextRunner.withPropertyValues(ENABLED)
			.withBean(TestCatalog.class, () -> this.catalog)
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasSingleBean(CertificateMonitor.class)
				.doesNotHaveBean(CertificateMeters.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "monitor.interval=999ms", "monitor.interval=8d", "monitor.initial-delay=-1s",
			"monitor.initial-delay=2d", "warning-threshold=-1s", "critical-threshold=4000d" })
	void rejectsTimesOutOfBounds(String property) {
		this.contextRunner.withPropertyValues(ENABLED, "sso-connections.certificates." + property)
			.withBean(TestCatalog.class, () -> this.catalog)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("must be between"));
	}

	@Test
	void namesThresholdsThatContradictEachOther() {
		this.contextRunner
			.withPropertyValues(ENABLED, "sso-connections.certificates.warning-threshold=5d",
					"sso-connections.certificates.critical-threshold=6d")
			.withBean(TestCatalog.class, () -> this.catalog)
			.run((context) -> assertThat(
					new InvalidPropertyFailureAnalyzer(new StandardEnvironment()).analyze(context.getStartupFailure()))
				.satisfies((analysis) -> {
					assertThat(analysis.getDescription())
						.contains("Properties 'sso-connections.certificates.critical-threshold' and "
								+ "'sso-connections.certificates.warning-threshold' contradict each other");
					assertThat(analysis.getAction()).contains("critical-threshold").contains("warning-threshold");
				}));
	}

	@Test
	void agreesWithDefaultsOfMonitorMadeByHand() {
		CertificateProperties certificates = new CertificateProperties();
		assertThat(certificates.toThresholds()).isEqualTo(CertificateLint.Thresholds.DEFAULT);
		assertThat(new ConnectionIndexProperties().toSettings(new CertificateMonitorProperties()))
			.isEqualTo(ConnectionIndexSettings.defaults());
	}

}
