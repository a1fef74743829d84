// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.client.ApiMeter;
import io.github.ssoconnections.client.ApiObservation;
import io.github.ssoconnections.testing.Scrape;
import io.github.ssoconnections.testing.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientObservationAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link ConnectionMetricsAutoConfiguration}, and for what a scrape holds.
 */
class ClerkMetricsAutoConfigurationTests {

	private static final String CONNECTION = "{\"id\":\"ent_1\"}";

	@RegisterExtension
	static final Wire wire = new Wire();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClerkContexts.autoConfigurations())
		.withConfiguration(AutoConfigurations.of(ConnectionMetricsAutoConfiguration.class,
				ObservationAutoConfiguration.class, WebClientObservationAutoConfiguration.class,
				MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class))
		.withPropertyValues(ClerkContexts.KEY, ClerkContexts.baseUrl(wire.baseUrl()),
				"sso-connections.clerk.retry.initial-backoff=0ms", "sso-connections.clerk.rate-limit.max-pause=0ms");

	/** Fast enough to end every operation in every way. */
	private static final String NO_WAITS = "sso-connections.clerk.rate-limit.limit=100000";

	private final ApplicationContextRunner simple = this.contextRunner
		.withConfiguration(AutoConfigurations.of(SimpleMetricsExportAutoConfiguration.class));

	private final ApplicationContextRunner prometheus = this.contextRunner
		.withConfiguration(AutoConfigurations.of(PrometheusMetricsExportAutoConfiguration.class));

	@Test
	void hasMetersOfEnumAndNoOthers() {
		this.simple.run((context) -> {
			wire.respondsWith(200, "{\"id\":\"ent_1\",\"active\":{}}");
			Scrape.service(context).get("ent_1").block(Duration.ofSeconds(20));
			wire.respondsWith(503, "{}");
			catchThrowable(() -> Scrape.service(context).get("ent_1").block(Duration.ofSeconds(20)));
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			for (ApiMeter meter : ApiMeter.values()) {
				assertThat(registry.find(meter.getName()).meters()).as(meter.getName())
					.hasSize(1)
					.allSatisfy((found) -> {
						assertThat(found.getId().getType()).isEqualTo(meter.getType());
						assertThat(found.getId().getTags()).map((tag) -> tag.getKey())
							.containsExactlyInAnyOrder(
									Stream.of(meter.getKeyNames()).map((key) -> key.asString()).toArray(String[]::new));
					});
			}
			Set<String> expected = Stream.of(ApiMeter.values()).map(ApiMeter::getName).collect(Collectors.toSet());
			expected.add(ApiObservation.OPERATION_NAME);
			expected.add(ApiObservation.OPERATION_NAME + ".active");
			assertThat(registry.getMeters()).map((meter) -> meter.getId().getName())
				.filteredOn((name) -> name.startsWith("sso."))
				.hasSameElementsAs(expected);
		});
	}

	@Test
	void countsRetriesAndKnowsRemainingPermits() {
		wire.respondsWith(503, "{}");
		this.simple.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("sso.connections.rate.limit.remaining").gauge().value()).isNaN();
			assertThat(catchThrowable(() -> Scrape.service(context).get("ent_1").block(Duration.ofSeconds(20))))
				.isInstanceOf(SsoApiException.Unavailable.class);
			assertThat(registry.get("sso.connections.retries")
				.tags("vendor", "clerk", "operation", "enterprise_connections.get")
				.counter()
				.count()).isEqualTo(2);
			assertThat(registry.get("sso.connections.rate.limit.remaining").tags("vendor", "clerk").gauge().value())
				.isEqualTo(context.getBean(ClerkClient.class).remainingPermits())
				.isBetween(0.0, 100.0);
		});
	}

	@Test
	void timesWaits() {
		this.simple.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("sso.connections.rate.limit.wait").tags("vendor", "clerk").timer().count())
				.isZero();
			context.getBean(ConnectionMeters.class)
				.onWait(Account.ofDefault("clerk"), "enterprise_connections.get", Duration.ofMillis(1500));
			assertThat(registry.get("sso.connections.rate.limit.wait").timer())
				.satisfies((timer) -> assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(1500));
		});
	}

	@Test
	void metersIntoEveryRegistryThatItIsBoundTo() {
		SimpleMeterRegistry other = new SimpleMeterRegistry();
		wire.respondsWith(503, "{}");
		this.simple.run((context) -> {
			context.getBean(ConnectionMeters.class).bindTo(other);
			catchThrowable(() -> Scrape.service(context).get("ent_1").block(Duration.ofSeconds(20)));
			assertThat(other.get("sso.connections.retries").counter().count()).isEqualTo(2);
			assertThat(context.getBean(MeterRegistry.class).get("sso.connections.retries").counter().count())
				.isEqualTo(2);
		});
	}

	@Test
	void hasNoMetersWhenNoKeyIsSet() {
		this.simple.withPropertyValues("sso-connections.clerk.api-key=")
			.run((context) -> assertThat(context).doesNotHaveBean(ConnectionMeters.class));
	}

	@Test
	void callsWithoutMetersWhenMicrometersMetricsAreMissing() {
		wire.respondsWith(200, CONNECTION);
		new ApplicationContextRunner().withConfiguration(ClerkContexts.autoConfigurations())
			.withConfiguration(AutoConfigurations.of(ConnectionMetricsAutoConfiguration.class))
			.withPropertyValues(ClerkContexts.KEY, ClerkContexts.baseUrl(wire.baseUrl()))
			.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(ConnectionMetricsAutoConfiguration.class);
				assertThat(Scrape.service(context).get("ent_1").block(Duration.ofSeconds(20))).isNotNull();
			});
	}

	@Test
	void backsOffForInstrumentsOfTheApplication() {
		wire.respondsWith(503, "{}");
		this.simple.withBean(ApiClient.Instruments.class, () -> ApiClient.Instruments.NONE).run((context) -> {
			catchThrowable(() -> Scrape.service(context).get("ent_1").block(Duration.ofSeconds(20)));
			assertThat(context.getBean(MeterRegistry.class).find("sso.connections.retries").meters()).isEmpty();
		});
	}

	@Test
	void scrapeHoldsSixSeriesAtMostForOperationAndException() {
		this.prometheus.withPropertyValues(NO_WAITS).run((context) -> {
			Scrape.exercise(context, wire);
			String scrape = context.getBean(PrometheusMeterRegistry.class).scrape();
			Map<String, Set<String>> series = new TreeMap<>();
			List<Scrape.Series> all = Scrape.series(scrape, "sso_connections_");
			all.stream()
				.filter((one) -> one.labels().containsKey("exception"))
				.forEach((one) -> series
					.computeIfAbsent(one.labels().get("operation") + " " + one.labels().get("exception"),
							(key) -> new TreeSet<>())
					.add(one.toString()));
			assertThat(series).as(scrape).hasSizeGreaterThan(20);
			assertThat(series.values()).allSatisfy((some) -> assertThat(some).hasSizeLessThanOrEqualTo(6));
			assertThat(series.get("enterprise_connections.get none")).as("success and cancelled").hasSize(6);
			// What has no exception: three of what lasts, and the retries
			assertThat(all.stream()
				.filter((one) -> one.labels().containsKey("operation") && !one.labels().containsKey("exception"))
				.collect(Collectors.groupingBy((one) -> one.labels().get("operation"), Collectors.counting()))
				.values()).allSatisfy((count) -> assertThat(count).isLessThanOrEqualTo(4));
		});
	}

	@Test
	void scrapeHoldsValuesOfClosedSetsOnly() {
		this.prometheus.withPropertyValues(NO_WAITS).run((context) -> {
			Scrape.exercise(context, wire);
			List<Scrape.Series> all = Scrape.series(context.getBean(PrometheusMeterRegistry.class).scrape(),
					"sso_connections_");
			Set<String> exceptions = Stream.of(SsoApiException.class.getPermittedSubclasses())
				.map(Class::getSimpleName)
				.collect(Collectors.toSet());
			exceptions.addAll(Set.of("none", "Other"));
			assertThat(values(all, "vendor")).containsExactly("clerk");
			assertThat(values(all, "outcome")).containsExactlyInAnyOrder("success", "failure", "cancelled");
			assertThat(values(all, "exception")).isSubsetOf(exceptions).hasSize(11);
			assertThat(values(all, "operation")).isSubsetOf(Scrape.OPERATIONS).hasSize(Scrape.OPERATIONS.size());
			assertThat(all.stream().flatMap((one) -> one.labels().keySet().stream()).collect(Collectors.toSet()))
				.containsExactlyInAnyOrder("vendor", "account", "operation", "outcome", "exception", "error");
			assertThat(values(all, "account")).containsExactly("default");
		});
	}

	private static Set<String> values(List<Scrape.Series> series, String label) {
		return series.stream()
			.map((one) -> one.labels().get(label))
			.filter((value) -> value != null)
			.collect(Collectors.toSet());
	}

}
