// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.actuate;

import java.time.Duration;

import io.github.ssoconnections.autoconfigure.ClerkAutoConfiguration;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.health.ConnectionsHealthIndicator;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ConnectionsHealthContributorAutoConfiguration}.
 */
class ClerkHealthContributorAutoConfigurationTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String NAME = "clerkHealthContributor";

	private static final String PAGE = "{\"data\":[],\"total_count\":0}";

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(ClerkAutoConfiguration.class,
			ConnectionsHealthContributorAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class);

	@RegisterExtension
	static final Wire wire = new Wire();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void contributesWhenThereIsKey() {
		withWire().run((context) -> {
			assertThat(context).getBean(NAME).isInstanceOf(ConnectionsHealthIndicator.class);
			assertThat(context.getBean(ReactiveHealthContributorRegistry.class).getContributor("clerk")).isNotNull();
			assertThat(wire.requests()).isEmpty();
		});
	}

	@Test
	void contributesInWebApplications() {
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withPropertyValues("sso-connections.clerk.api-key=sk_test_1")
			.run((context) -> assertThat(context).hasBean(NAME));
		new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withPropertyValues("sso-connections.clerk.api-key=sk_test_1")
			.run((context) -> assertThat(context).hasBean(NAME));
	}

	@Test
	void contributesWhenThereIsServiceOfTheApplication() {
		this.contextRunner.withBean(EnterpriseConnectionService.class, () -> mock(EnterpriseConnectionService.class))
			.run((context) -> {
				assertThat(context).hasBean(NAME);
				assertThat(health(context).getDetails()).containsEntry("reason", "failed");
			});
	}

	@Test
	void contributesOfDefaultServiceWhenThereIsSecondAccount() {
		withWire()
			.withBean("europe", EnterpriseConnectionService.class, () -> mock(EnterpriseConnectionService.class),
					(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
			.run((context) -> {
				wire.respondsWith(200, PAGE);
				assertThat(health(context).getStatus()).isEqualTo(Status.UP);
				wire.theRequest();
			});
	}

	@Test
	void contributesNothingWhenThereIsNoKey() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(NAME));
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.health.clerk.enabled=false", "management.health.defaults.enabled=false" })
	void contributesNothingWhenDisabled(String property) {
		withWire().withPropertyValues(property).run((context) -> {
			assertThat(context).doesNotHaveBean(NAME);
			assertThat(context).hasSingleBean(EnterpriseConnectionService.class);
		});
	}

	@Test
	void contributesWhenItIsTheOnlyOneThatIsEnabled() {
		withWire()
			.withPropertyValues("management.health.defaults.enabled=false", "management.health.clerk.enabled=true")
			.run((context) -> assertThat(context).hasBean(NAME));
	}

	@ParameterizedTest
	@ValueSource(strings = { "clerkHealthContributor", "clerkHealthIndicator" })
	void backsOffWhenApplicationHasItsOwn(String name) {
		withWire().withBean(name, HealthIndicator.class, () -> () -> Health.down().build()).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context).doesNotHaveBean(ConnectionsHealthIndicator.class);
		});
	}

	@Test
	void sendsOneRequestForAThousandConcurrentProbes() {
		wire.respondsWith(200, PAGE);
		withWire().run((context) -> {
			ReactiveHealthIndicator indicator = context.getBean(ConnectionsHealthIndicator.class);
			assertThat(Flux.range(0, 1000).flatMap((i) -> indicator.health(), 1000).collectList().block(LONG))
				.hasSize(1000)
				.allSatisfy((health) -> assertThat(health.getStatus()).isEqualTo(Status.UP));
			wire.received("GET", "/enterprise_connections?limit=1", "");
		});
	}

	@ParameterizedTest
	@CsvSource({ "401,DOWN,unauthorized", "402,DOWN,forbidden", "403,DOWN,forbidden", "429,UNKNOWN,rate-limited",
			"500,UNKNOWN,unavailable", "503,UNKNOWN,unavailable", "302,UNKNOWN,malformed-response",
			"404,UNKNOWN,failed" })
	void distinguishesFailuresWithoutRetries(int status, String expected, String reason) {
		wire.respondsWith(status, "{\"errors\":[{\"code\":\"canary\",\"message\":\"canary of acme.com\"}]}");
		withWire().run((context) -> {
			Health health = health(context);
			assertThat(health.getStatus().getCode()).isEqualTo(expected);
			assertThat(health.getDetails()).containsOnlyKeys("reason", "checkedAt").containsEntry("reason", reason);
			health(context);
			wire.theRequest();
		});
	}

	@Test
	void reportsMalformedResponse() {
		wire.respondsWith(200, "<html>");
		withWire().run((context) -> {
			assertThat(health(context).getDetails()).containsEntry("reason", "malformed-response");
			wire.theRequest();
		});
	}

	@Test
	void reportsUnreachableVendor() {
		this.contextRunner
			.withPropertyValues("sso-connections.clerk.api-key=sk_test_1",
					"sso-connections.clerk.base-url=http://127.0.0.1:1/v1")
			.run((context) -> {
				assertThat(health(context).getStatus()).isEqualTo(Status.UNKNOWN);
				assertThat(health(context).getDetails()).containsEntry("reason", "unavailable");
			});
	}

	@Test
	void usesNoTokenOfTheRetryBudget() {
		wire.respondsWith(503, "{}");
		withWire()
			.withPropertyValues("sso-connections.clerk.retry.budget=1",
					"sso-connections.clerk.retry.initial-backoff=1ms", "sso-connections.clerk.health.time-to-live=1ms")
			.run((context) -> {
				health(context);
				assertThat(wire.requests()).hasSize(1);
				context.getBean(EnterpriseConnectionService.class).get("ent_1").onErrorComplete().block(LONG);
				assertThat(wire.requests()).as("The one repeat was left").hasSize(3);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "time-to-live=0s", "time-to-live=2d", "timeout=0s", "timeout=2m" })
	void rejectsTimesOutOfBounds(String property) {
		withWire().withPropertyValues("sso-connections.clerk.health." + property)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("must be between"));
	}

	private ApplicationContextRunner withWire() {
		return this.contextRunner.withPropertyValues("sso-connections.clerk.api-key=sk_test_wire",
				"sso-connections.clerk.base-url=" + wire.baseUrl());
	}

	private static Health health(ApplicationContext context) {
		return context.getBean(ConnectionsHealthIndicator.class).health().block(LONG);
	}

}
