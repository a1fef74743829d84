// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import java.time.Duration;

import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.autoconfigure.Auth0AutoConfiguration;
import io.github.ssoconnections.autoconfigure.Auth0Properties;
import io.github.ssoconnections.autoconfigure.ClerkAutoConfiguration;
import io.github.ssoconnections.autoconfigure.ClerkProperties;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.test.SandboxAssertions;
import io.github.ssoconnections.test.SandboxCredentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SsoSandboxAutoConfiguration}.
 */
class SsoSandboxAutoConfigurationTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final String EUROPE = "sso-connections.clerk.accounts.europe.";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebClientAutoConfiguration.class, ClerkAutoConfiguration.class,
				Auth0AutoConfiguration.class, SsoSandboxAutoConfiguration.class));

	@Test
	void suppliesAccountOfEachVendor() {
		this.runner.run((context) -> {
			Sandbox sandbox = context.getBean(Sandbox.class);
			assertThat(context).hasSingleBean(EnterpriseConnectionService.class)
				.hasSingleBean(Auth0ConnectionService.class);
			assertThat(context.getBean(ClerkConnectionDetails.class).getBaseUrl()).isEqualTo(sandbox.clerkBaseUrl());
			assertThat(context.getBean(Auth0ConnectionDetails.class).getBaseUrl()).isEqualTo(sandbox.auth0().baseUrl());
		});
	}

	@Test
	void usesNoKeyOfTheProperties() {
		this.runner.withPropertyValues("sso-connections.clerk.api-key=sk_live_real")
			.run((context) -> assertThat(context.getBean(ClerkConnectionDetails.class).getApiKey())
				.isEqualTo(SandboxCredentials.clerkApiKey("default")));
	}

	@Test
	void replacesDetailsOfTheApplication() {
		this.runner.withUserConfiguration(OwnDetails.class).run((context) -> {
			assertThat(context.getBeansOfType(ClerkConnectionDetails.class)).containsOnlyKeys("vault", "other",
					"europe");
			assertThat(context.getBean(ClerkConnectionDetails.class).getApiKey())
				.isEqualTo(SandboxCredentials.clerkApiKey("default"));
			assertThat(qualified(context, "europe").getApiKey()).isEqualTo(SandboxCredentials.clerkApiKey("europe"));
			context.getBean(EnterpriseConnectionService.class).listAll().collectList().block(SOON);
			assertThat(context.getBean(Sandbox.class).requests()).hasSize(1);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "api-key=", "base-url=https://gateway.example/v1", "rate-limit.limit=500" })
	void suppliesDetailsOfNamedAccountThatAreNoDefaultCandidate(String property) {
		this.runner.withBean(Injected.class)
			.withPropertyValues("sso-connections.clerk.api-key=", EUROPE + property)
			.run((context) -> {
				assertThat(context.getBean(ClerkConnectionDetails.class).getApiKey())
					.isEqualTo(SandboxCredentials.clerkApiKey("default"));
				ClerkConnectionDetails europe = qualified(context, "europe");
				assertThat(europe.getApiKey()).isEqualTo(SandboxCredentials.clerkApiKey("europe"));
				assertThat(europe.getBaseUrl()).isEqualTo(context.getBean(Sandbox.class).clerkBaseUrl());
				assertThat(context.getBean(Injected.class))
					.isEqualTo(new Injected(context.getBean(ClerkConnectionDetails.class), europe));
			});
	}

	@Test
	void runsServicesOfNamedAccounts() {
		this.runner
			.withPropertyValues("sso-connections.clerk.api-key=${NOT_SET}", EUROPE + "api-key=${NOT_SET}",
					"sso-connections.auth0.accounts.live.token=")
			.run((context) -> {
				Sandbox sandbox = context.getBean(Sandbox.class);
				context.getBean(EnterpriseConnectionService.class).list().block(SOON);
				BeanFactoryAnnotationUtils
					.qualifiedBeanOfType(context.getBeanFactory(), EnterpriseConnectionService.class, "europe")
					.list()
					.block(SOON);
				context.getBean(Auth0Accounts.class).get("live").connections().list().block(SOON);
				SandboxAssertions.assertThat(sandbox)
					.received("GET", "/v1/enterprise_connections")
					.byAccount("europe")
					.once();
				SandboxAssertions.assertThat(sandbox)
					.received("GET", "/v1/enterprise_connections")
					.byAccount("default")
					.once();
				SandboxAssertions.assertThat(sandbox).received("GET", "/api/v2/connections").byAccount("live").once();
			});
	}

	@Test
	void findsAccountsWhoseValuesCannotBeResolved() {
		this.runner
			.withPropertyValues(EUROPE + "api-key=${NOT_SET}", "sso-connections.auth0.accounts.live.token=${NOT_SET}")
			.run((context) -> {
				assertThat(qualified(context, "europe")).isNotNull();
				assertThat(BeanFactoryAnnotationUtils
					.qualifiedBeanOfType(context.getBeanFactory(), Auth0ConnectionDetails.class, "live")
					.getToken()).isEqualTo(SandboxCredentials.auth0Token("live"));
			});
	}

	@Test
	void suppliesNamedAccountsOnlyWhereThereIsNoOther() {
		this.runner.withPropertyValues(EUROPE + "api-key=x")
			.run((context) -> assertThat(context.getBeanNamesForType(ClerkConnectionDetails.class))
				.containsExactly("sandboxClerkConnectionDetails-europe"));
	}

	@Test
	void enforcesRateLimitsOnlyOnRequest() {
		this.runner.run((context) -> {
			assertThat(context.getBean(ClerkProperties.class).getRateLimit().isEnabled()).isFalse();
			assertThat(context.getBean(Auth0Properties.class).getRateLimit().isEnabled()).isFalse();
		});
		this.runner.withPropertyValues("sso-connections.clerk.rate-limit.enabled=true")
			.run((context) -> assertThat(context.getBean(ClerkProperties.class).getRateLimit().isEnabled()).isTrue());
	}

	@Test
	void keepsContextsApart() {
		this.runner.run((first) -> this.runner.run((second) -> {
			first.getBean(EnterpriseConnectionService.class)
				.create(new NewEnterpriseConnection().name("Acme")
					.provider(ConnectionProvider.SAML_CUSTOM)
					.domains("acme.example"))
				.block(SOON);
			assertThat(second.getBean(Sandbox.class).requests()).isEmpty();
			assertThat(second.getBean(EnterpriseConnectionService.class).listAll().collectList().block(SOON)).isEmpty();
		}));
	}

	@Test
	void usesSandboxOfTheApplication() {
		try (Sandbox own = Sandbox.start()) {
			this.runner.withBean(Sandbox.class, () -> own)
				.run((context) -> assertThat(context.getBean(ClerkConnectionDetails.class).getBaseUrl())
					.isEqualTo(own.clerkBaseUrl()));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "no-such.json", "not.json", "rejected.json" })
	void failsWhenSeedCannotBeUsed(String seed) {
		this.runner.withPropertyValues("sso-connections.test.sandbox.seed=seeds/" + seed)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageNotContaining("top-secret")
				.satisfies((cause) -> assertThat(context.getStartupFailure())
					.hasStackTraceContaining("'seeds/" + seed + "'")));
	}

	private static ClerkConnectionDetails qualified(ConfigurableApplicationContext context, String account) {
		return BeanFactoryAnnotationUtils.qualifiedBeanOfType(context.getBeanFactory(), ClerkConnectionDetails.class,
				account);
	}

	/**
	 * A bean that uses two accounts.
	 *
	 * @param unnamed the one without a name
	 * @param europe the one with a name
	 */
	private record Injected(ClerkConnectionDetails unnamed, @Qualifier("europe") ClerkConnectionDetails europe) {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnDetails {

		@Bean
		@Primary
		ClerkConnectionDetails vault() {
			throw new IllegalStateException("Must not be called");
		}

		@Bean
		ClerkConnectionDetails other() {
			throw new IllegalStateException("Must not be called");
		}

		@Bean(defaultCandidate = false)
		@Qualifier("europe")
		ClerkConnectionDetails europe() {
			throw new IllegalStateException("Must not be called");
		}

	}

}
