// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.Auth0ConnectionKeys;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.ClientChange;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.scim.Auth0ScimConfigurations;
import io.github.ssoconnections.testing.Scrape;
import io.github.ssoconnections.testing.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConnectionMetricsAutoConfiguration}, and for what a scrape holds.
 */
class Auth0MetricsAutoConfigurationTests {

	@RegisterExtension
	static final Wire wire = Wire.auth0();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(Auth0AutoConfiguration.class, ConnectionMetricsAutoConfiguration.class,
				ObservationAutoConfiguration.class, MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, PrometheusMetricsExportAutoConfiguration.class));

	@Test
	void scrapeHoldsSixSeriesAtMostForOperationAndExceptionAndNoId() {
		tenant().run((context) -> {
			exercise(context);
			List<Scrape.Series> all = Scrape.series(context.getBean(PrometheusMeterRegistry.class).scrape(),
					"sso_connections_");
			Map<String, Long> counts = all.stream()
				.filter((one) -> one.labels().containsKey("exception"))
				.collect(Collectors.groupingBy(
						(one) -> one.labels().get("operation") + " " + one.labels().get("exception"),
						Collectors.counting()));
			assertThat(counts).hasSizeGreaterThan(50);
			assertThat(counts.values()).allMatch((count) -> count <= 6);
			assertThat(counts).containsEntry("connections.get none", 6L).containsEntry("oauth.token none", 3L);
			assertThat(all).filteredOn((one) -> one.labels().containsKey("vendor"))
				.allMatch((one) -> one.labels().get("vendor").equals("auth0"));
			assertThat(all.stream().flatMap((one) -> one.labels().values().stream()))
				.noneMatch((value) -> value.contains("con_1") || value.contains("acme") || value.contains("@"));
		});
	}

	@Test
	void knowsRemainingPermits() {
		wire.respondsWith(200, "{\"access_token\":\"t\",\"id\":\"con_1\"}");
		tenant("sso-connections.auth0.rate-limit.enabled=true").run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("sso.connections.rate.limit.remaining").gauge().value()).isNaN();
			context.getBean(Auth0ConnectionService.class).get("con_1").block(Duration.ofSeconds(20));
			assertThat(registry.get("sso.connections.rate.limit.remaining").tag("vendor", "auth0").gauge().value())
				.isEqualTo(context.getBean(Auth0Client.class).remainingPermits())
				.isNotNaN();
		});
	}

	@Test
	void hasNoMetersWithoutTenant() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(ConnectionMeters.class));
	}

	@Test
	void callsWithoutMetersWhenMicrometersMetricsAreMissing() {
		wire.respondsWith(200, "{\"access_token\":\"t\",\"id\":\"con_1\"}");
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(Auth0AutoConfiguration.class, ConnectionMetricsAutoConfiguration.class))
			.withPropertyValues(properties())
			.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(ConnectionMetricsAutoConfiguration.class);
				context.getBean(Auth0ConnectionService.class).get("con_1").block(Duration.ofSeconds(20));
			});
	}

	private ApplicationContextRunner tenant(String... properties) {
		return this.contextRunner.withPropertyValues(properties()).withPropertyValues(properties);
	}

	private static String[] properties() {
		return new String[] { "sso-connections.auth0.base-url=" + wire.server().baseUrl(),
				"sso-connections.auth0.client-id=id", "sso-connections.auth0.client-secret=s",
				"sso-connections.auth0.rate-limit.enabled=false", "sso-connections.auth0.rate-limit.max-pause=0ms",
				"sso-connections.auth0.retry.initial-backoff=0ms" };
	}

	private static void exercise(ApplicationContext context) {
		for (int status : new int[] { 200, 302, 400, 401, 403, 404, 409, 410, 429, 503 }) {
			wire.server().resetAll();
			wire.respondsWith(status, "{\"id\":\"id_1\"}");
			wire.server()
				.stubFor(WireMock.post("/oauth/token")
					.willReturn(WireMock.okJson("{\"access_token\":\"t\",\"id\":\"con_1\"}")));
			for (Mono<?> operation : operations(context)) {
				operation.onErrorComplete().block(Duration.ofSeconds(20));
			}
		}
		wire.respondsWith(WireMock.aResponse().withFixedDelay(500).withBody("{}"));
		operations(context).forEach((operation) -> operation.subscribe().dispose());
	}

	private static List<Mono<?>> operations(ApplicationContext context) {
		Auth0ConnectionService service = context.getBean(Auth0ConnectionService.class);
		Auth0ScimConfigurations scim = context.getBean(Auth0ScimConfigurations.class);
		return List.of(service.list(), service.get("con_1"), service.create(new NewAuth0Connection().name("acme")),
				service.delete("con_1"), service.deleteUser("con_1", "one@acme.com"), scim.get("con_1"),
				scim.delete("con_1"), context.getBean(Auth0ConnectionKeys.class).rotate("con_1"),
				context.getBean(Auth0ConnectionClients.class)
					.update("con_1", List.of(ClientChange.enable("client_of_acme"))));
	}

}
