// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.autoconfigure.actuate.SsoConnectionsEndpointAutoConfiguration;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.endpoint.SsoConnectionsEndpoint;
import io.github.ssoconnections.endpoint.SsoConnectionsEndpoint.VendorDescriptor;
import io.github.ssoconnections.monitor.CertificateExpired;
import io.github.ssoconnections.sandbox.Sandbox;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that the series, events, failures and limits of two accounts of each vendor are
 * apart.
 */
class NamedAccountObservabilityTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final Sandbox sandbox = Sandbox.start();

	private final List<Object> events = new ArrayList<>();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClerkContexts.autoConfigurations())
		.withConfiguration(AutoConfigurations.of(Auth0AutoConfiguration.class, ConnectionCatalogAutoConfiguration.class,
				ConnectionMetricsAutoConfiguration.class, SsoConnectionsEndpointAutoConfiguration.class,
				ObservationAutoConfiguration.class, MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class))
		.withInitializer((context) -> context.addApplicationListener(
				(ApplicationListener<PayloadApplicationEvent<?>>) (event) -> this.events.add(event.getPayload())))
		.withPropertyValues("sso-connections.clerk.api-key=sk_test_default",
				"sso-connections.clerk.base-url=" + sandbox.clerkBaseUrl(),
				"sso-connections.clerk.retry.initial-backoff=1ms",
				"sso-connections.clerk.accounts.europe.api-key=sk_test_europe",
				"sso-connections.clerk.accounts.europe.base-url=" + sandbox.clerkBaseUrl(),
				"sso-connections.auth0.rate-limit.limit=1000", "sso-connections.auth0.retry.initial-backoff=1ms",
				"sso-connections.auth0.accounts.live.token=live_token",
				"sso-connections.auth0.accounts.live.base-url=" + sandbox.auth0().baseUrl(),
				"sso-connections.auth0.accounts.staging.token=staging_token",
				"sso-connections.auth0.accounts.staging.base-url=" + sandbox.auth0().baseUrl());

	@AfterEach
	void resetSandbox() {
		sandbox.reset();
	}

	@AfterAll
	static void closeSandbox() {
		sandbox.close();
	}

	@Test
	void countsOperationsAndRetriesOfEachAccount() {
		this.contextRunner.run((context) -> {
			EnterpriseConnectionService europe = context.getBean(ClerkAccounts.class)
				.get("europe")
				.enterpriseConnections();
			run(context.getBean(EnterpriseConnectionService.class).list());
			run(europe.list());
			sandbox.faults().on("GET", "/v1/enterprise_connections").times(2).status(503);
			run(europe.list());
			sandbox.faults().clear();
			run(context.getBean(Auth0Accounts.class).get("staging").connections().list());
			assertThat(counts(context, "sso.connections.operation"))
				.isEqualTo(Map.of("auth0 staging", 1.0, "clerk default", 1.0, "clerk europe", 2.0));
			assertThat(counts(context, "sso.connections.retries")).isEqualTo(Map.of("clerk europe", 2.0));
		});
	}

	@Test
	void limitsEachAccount() {
		this.contextRunner.run((context) -> {
			assertThat(counts(context, "sso.connections.rate.limit.wait"))
				.isEqualTo(Map.of("auth0 live", 0.0, "auth0 staging", 0.0, "clerk default", 0.0, "clerk europe", 0.0));
			run(context.getBean(ClerkAccounts.class).get("europe").enterpriseConnections().list());
			assertThat(counts(context, "sso.connections.rate.limit.remaining"))
				.hasEntrySatisfying("clerk europe", (permits) -> assertThat(permits).isPositive())
				.hasEntrySatisfying("clerk default", (permits) -> assertThat(permits).isNaN())
				.containsOnlyKeys("auth0 live", "auth0 staging", "clerk default", "clerk europe");
		});
	}

	@Test
	void pausesTheAccountOnlyThatWasRateLimited() {
		this.contextRunner.withPropertyValues("sso-connections.clerk.retry.max-attempts=1").run((context) -> {
			EnterpriseConnectionService europe = context.getBean(ClerkAccounts.class)
				.get("europe")
				.enterpriseConnections();
			sandbox.faults().on("GET", "/v1/enterprise_connections").times(1).status(429, 3600);
			assertThatExceptionOfType(SsoApiException.RateLimited.class).isThrownBy(() -> run(europe.list()))
				.satisfies((failure) -> assertThat(failure.account()).isEqualTo("europe"))
				.withMessageStartingWith("clerk/europe enterprise_connections.list: 429");
			run(context.getBean(EnterpriseConnectionService.class).list());
			assertThatExceptionOfType(SsoApiException.RateLimited.class).isThrownBy(() -> run(europe.list()))
				.withMessageContaining("not sent");
		});
	}

	@Test
	void namesThePropertyOfARejectedKeyAndOfAnAddressWithoutLists() {
		this.contextRunner
			.withPropertyValues("sso-connections.clerk.base-url=" + sandbox.clerkBaseUrl() + "/v2",
					"sso-connections.clerk.accounts.europe.api-key=sk_rejected")
			.run((context) -> {
				Mono<?> ofNoList = context.getBean(EnterpriseConnectionService.class).list();
				assertThatExceptionOfType(SsoApiException.NotFound.class).isThrownBy(() -> run(ofNoList))
					.withMessageStartingWith("clerk enterprise_connections.list: 404 no such list; check "
							+ "'sso-connections.clerk.base-url'");
				EnterpriseConnectionService europe = context.getBean(ClerkAccounts.class)
					.get("europe")
					.enterpriseConnections();
				assertThatExceptionOfType(SsoApiException.Unauthorized.class).isThrownBy(() -> run(europe.list()))
					.withMessageContaining("401 the credentials were rejected; check "
							+ "'sso-connections.clerk.accounts.europe.api-key' [");
				sandbox.faults().on("GET", "/api/v2/connections").status(401);
				Mono<?> rejected = context.getBean(Auth0Accounts.class).get("live").connections().list();
				assertThatExceptionOfType(SsoApiException.Unauthorized.class).isThrownBy(() -> run(rejected))
					.withMessageContaining("check 'sso-connections.auth0.accounts.live.token', "
							+ "'sso-connections.auth0.accounts.live.client-id', "
							+ "'sso-connections.auth0.accounts.live.client-secret'");
			});
	}

	@Test
	void givesNoAdviceAboutAConnectionThatIsAbsent() {
		this.contextRunner.run((context) -> {
			Mono<?> absent = context.getBean(EnterpriseConnectionService.class).get("ent_absent");
			assertThatExceptionOfType(SsoApiException.NotFound.class).isThrownBy(() -> run(absent))
				.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("check"));
		});
	}

	@Test
	void publishesTheAccountWithEachEvent() {
		this.contextRunner.run((context) -> {
			run(context.getBean(ClerkAccounts.class)
				.get("europe")
				.enterpriseConnections()
				.create(new NewEnterpriseConnection().name("Acme")
					.domains("acme.example")
					.provider(ConnectionProvider.SAML_OKTA)));
			run(context.getBean(Auth0Accounts.class)
				.get("live")
				.connections()
				.create(new NewAuth0Connection().name("acme").strategy(ConnectionStrategy.SAMLP)));
			assertThat(this.events).filteredOn(ConnectionChanged.class::isInstance)
				.map(ConnectionChanged.class::cast)
				.map((event) -> event.vendor() + " " + event.account() + " " + event.connectionName())
				.containsExactly("clerk europe Acme", "auth0 live acme");
		});
	}

	@Test
	void monitorsTheCertificatesOfEachAccount() {
		sandbox.seed();
		CountDownLatch expired = new CountDownLatch(4);
		Set<String> accounts = ConcurrentHashMap.newKeySet();
		this.contextRunner
			.withConfiguration(
					AutoConfigurations.of(FleetAutoConfiguration.class, ConnectionIndexAutoConfiguration.class,
							CertificateMonitorAutoConfiguration.class, CertificateMetricsAutoConfiguration.class))
			.withInitializer((context) -> context
				.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) (event) -> {
					if (event.getPayload() instanceof CertificateExpired one
							&& accounts.add(one.vendor() + " " + one.account())) {
						expired.countDown();
					}
				}))
			.withPropertyValues("sso-connections.certificates.monitor.enabled=true",
					"sso-connections.certificates.monitor.initial-delay=0s")
			.run((context) -> {
				assertThat(expired.await(20, TimeUnit.SECONDS)).as("accounts %s", accounts).isTrue();
				assertThat(accounts).containsExactlyInAnyOrder("clerk default", "clerk europe", "auth0 live",
						"auth0 staging");
				assertThat(counts(context, "sso.connections.certificates")).hasSize(4)
					.allSatisfy((account, connections) -> assertThat(connections).isPositive());
				assertThat(counts(context, "sso.connections.certificate.sweep.age")).hasSize(4);
			});
	}

	@Test
	void namesTheAccountInCatalogAndEndpoint() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=ssoconnections")
			.run((context) -> {
				run(context.getBean(ClerkAccounts.class)
					.get("europe")
					.enterpriseConnections()
					.create(new NewEnterpriseConnection().name("Acme")
						.domains("acme.example")
						.provider(ConnectionProvider.SAML_OKTA)));
				assertThat(context.getBean(ConnectionCatalogs.class).all())
					.extracting((catalog) -> catalog.vendor() + " " + catalog.account())
					.containsExactlyInAnyOrder("clerk default", "clerk europe", "auth0 live", "auth0 staging");
				ConnectionCatalog europe = context.getBean(ConnectionCatalogs.class)
					.all()
					.stream()
					.filter((catalog) -> catalog.account().equals("europe"))
					.findFirst()
					.orElseThrow();
				assertThat(europe.listAll().map(CatalogEntry::account).collectList().block(LIMIT))
					.containsOnly("europe");
				assertThat(context.getBean(SsoConnectionsEndpoint.class)
					.connections(null, null, null)
					.block(LIMIT)
					.vendors()).extracting(VendorDescriptor::account)
					.containsExactlyInAnyOrder("default", "europe", "live", "staging");
			});
	}

	private static <T> T run(Mono<T> call) {
		return call.block(LIMIT);
	}

	private static Map<String, Double> counts(ApplicationContext context, String meter) {
		MeterRegistry registry = context.getBean(SimpleMeterRegistry.class);
		Collection<Meter> meters = registry.find(meter).meters();
		Map<String, Double> counts = new TreeMap<>();
		meters.forEach((one) -> counts.merge(one.getId().getTag("vendor") + " " + one.getId().getTag("account"),
				one.measure().iterator().next().getValue(), Double::sum));
		return counts;
	}

}
