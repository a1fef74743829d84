// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.actuate;

import java.time.Duration;
import java.util.List;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.autoconfigure.Auth0AutoConfiguration;
import io.github.ssoconnections.autoconfigure.ClerkAutoConfiguration;
import io.github.ssoconnections.health.ConnectionsHealthIndicator;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConnectionsHealthContributorAutoConfiguration}.
 */
class Auth0HealthContributorAutoConfigurationTests {

	private static final String NAME = "auth0HealthContributor";

	@RegisterExtension
	static final Wire wire = new Wire();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(Auth0AutoConfiguration.class, ClerkAutoConfiguration.class,
				ConnectionsHealthContributorAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class));

	@Test
	void requestsOneConnection() {
		wire.respondsWith(200, "{\"connections\":[]}");
		withTenant().run((context) -> {
			assertThat(wire.requests()).isEmpty();
			assertThat(context.getBean(ReactiveHealthContributorRegistry.class).getContributor("auth0")).isNotNull();
			assertThat(context).doesNotHaveBean("clerkHealthContributor");
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(wire.theRequest().getUrl()).isEqualTo("/api/v2/connections?take=1");
		});
	}

	@ParameterizedTest
	@CsvSource({ "401,DOWN,unauthorized", "403,DOWN,forbidden", "429,UNKNOWN,rate-limited", "503,UNKNOWN,unavailable",
			"200,UNKNOWN,malformed-response" })
	void reportsWhyItIsNotUp(int status, String code, String reason) {
		wire.respondsWith(status, "<html>");
		withTenant().withPropertyValues("sso-connections.auth0.retry.max-attempts=1").run((context) -> {
			Health health = health(context);
			assertThat(health.getStatus()).isEqualTo(new Status(code));
			assertThat(health.getDetails()).containsEntry("reason", reason);
			assertThat(health.toString()).doesNotContain("given");
		});
	}

	@Test
	void fetchesTokenOnceWhateverTheNumberOfCallers() {
		withClient().run((context) -> {
			respondsWith(200);
			assertThat(probe(context)).allMatch((health) -> health.getStatus().equals(Status.UP));
			assertThat(wire.requests()).extracting(LoggedRequest::getUrl)
				.containsExactly("/oauth/token", "/api/v2/connections?take=1");
		});
	}

	@Test
	void requestsTwoTokensWhenTokensAreRejectedWhateverTheNumberOfCallers() {
		withClient().run((context) -> {
			respondsWith(401);
			assertThat(probe(context)).allMatch((health) -> health.getStatus().equals(Status.DOWN));
			assertThat(wire.requests()).extracting(LoggedRequest::getUrl)
				.containsExactly("/oauth/token", "/api/v2/connections?take=1", "/oauth/token",
						"/api/v2/connections?take=1");
		});
	}

	private ApplicationContextRunner withClient() {
		return this.contextRunner.withPropertyValues("sso-connections.auth0.client-id=id",
				"sso-connections.auth0.client-secret=s", "sso-connections.auth0.rate-limit.enabled=false",
				"sso-connections.auth0.base-url=" + wire.server().baseUrl());
	}

	private static void respondsWith(int status) {
		wire.respondsWith(status, "{\"connections\":[]}");
		wire.server()
			.stubFor(WireMock.post("/oauth/token").willReturn(WireMock.okJson("{\"access_token\":\"given\"}")));
	}

	private static List<Health> probe(ApplicationContext context) {
		ReactiveHealthIndicator indicator = context.getBean(NAME, ReactiveHealthIndicator.class);
		return Flux.range(0, 1000)
			.flatMap((i) -> indicator.health(true), 1000)
			.collectList()
			.block(Duration.ofSeconds(20));
	}

	@Test
	void isPresentBesideClerk() {
		withTenant().withPropertyValues("sso-connections.clerk.api-key=sk_test_1")
			.run((context) -> assertThat(context).hasBean(NAME).hasBean("clerkHealthContributor"));
	}

	@Test
	void isAbsentWithoutTenant() {
		this.contextRunner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(NAME));
		this.contextRunner.withPropertyValues("sso-connections.clerk.api-key=sk_test_1")
			.run((context) -> assertThat(context).doesNotHaveBean(NAME));
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.health.auth0.enabled=false", "management.health.defaults.enabled=false" })
	void isAbsentWhenDisabled(String property) {
		withTenant().withPropertyValues(property)
			.run((context) -> assertThat(context).doesNotHaveBean(NAME).hasSingleBean(Auth0ConnectionService.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { NAME, "auth0HealthIndicator" })
	void backsOffWhenApplicationHasItsOwn(String name) {
		withTenant().withBean(name, HealthIndicator.class, () -> () -> Health.down().build())
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ConnectionsHealthIndicator.class));
	}

	private ApplicationContextRunner withTenant() {
		return this.contextRunner.withPropertyValues("sso-connections.auth0.token=given",
				"sso-connections.auth0.base-url=" + wire.server().baseUrl());
	}

	private static Health health(ApplicationContext context) {
		return context.getBean(NAME, ReactiveHealthIndicator.class).health(true).block(Duration.ofSeconds(20));
	}

}
