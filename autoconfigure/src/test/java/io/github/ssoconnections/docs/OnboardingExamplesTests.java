// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.autoconfigure.Auth0AutoConfiguration;
import io.github.ssoconnections.autoconfigure.ClerkAutoConfiguration;
import io.github.ssoconnections.autoconfigure.ConnectionCatalogAutoConfiguration;
import io.github.ssoconnections.autoconfigure.ConnectionIndexAutoConfiguration;
import io.github.ssoconnections.autoconfigure.FleetAutoConfiguration;
import io.github.ssoconnections.autoconfigure.HandOverAutoConfiguration;
import io.github.ssoconnections.autoconfigure.OnboardingAutoConfiguration;
import io.github.ssoconnections.autoconfigure.SamlMetadataAutoConfiguration;
import io.github.ssoconnections.onboarding.Offboarding;
import io.github.ssoconnections.onboarding.Onboarding;
import io.github.ssoconnections.onboarding.OnboardingState;
import io.github.ssoconnections.onboarding.OnboardingStep;
import io.github.ssoconnections.onboarding.OnboardingStepCompleted;
import io.github.ssoconnections.onboarding.OnboardingVendor;
import io.github.ssoconnections.onboarding.Onboardings;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Runs the examples of the page {@code onboard-a-customer.md} in an application.
 */
class OnboardingExamplesTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final Sandbox sandbox = Sandbox.start();

	private final List<OnboardingStep> steps = new ArrayList<>();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, Auth0AutoConfiguration.class,
				ConnectionCatalogAutoConfiguration.class, FleetAutoConfiguration.class,
				ConnectionIndexAutoConfiguration.class, SamlMetadataAutoConfiguration.class,
				HandOverAutoConfiguration.class, OnboardingAutoConfiguration.class))
		.withInitializer((context) -> context
			.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) (event) -> {
				if (event.getPayload() instanceof OnboardingStepCompleted completed) {
					this.steps.add(completed.step());
				}
			}))
		.withBean(OnboardingExamples.OnboardingLog.class)
		.withPropertyValues("sso-connections.clerk.base-url=" + this.sandbox.clerkBaseUrl(),
				"sso-connections.clerk.api-key=" + this.sandbox.clerkApiKey());

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	@Test
	void onboardsACustomer() {
		this.contextRunner.withBean(OnboardingExamples.Customers.class).run((context) -> {
			OnboardingExamples.Customers customers = context.getBean(OnboardingExamples.Customers.class);
			String metadata = TestMetadata.xml("https://idp.globex.com", "https://idp.globex.com/sso", TestCertificates
				.selfSigned("idp", Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(300))));
			OnboardingState state = customers.create("Globex", "globex", metadata, "globex.com").block(LIMIT);
			assertThat(customers.sheet(state).block(LIMIT)).startsWith("# Single sign-on for Globex with Okta");
			assertThat(customers.testLink(state).block(LIMIT)).startsWith("http");
			this.sandbox.completeTestRuns();
			assertThat(customers.activate(state, (review) -> false).block(LIMIT)).isNull();
			assertThat(this.sandbox.clerkSignIn("ann@globex.com")).isEmpty();
			assertThat(customers.activate(state, (review) -> review.conflicts().isEmpty()).block(LIMIT).isActive())
				.isTrue();
			assertThat(this.sandbox.clerkSignIn("ann@globex.com")).containsExactly(state.connectionId());
			Offboarding offboarding = customers.offboard(state).block(LIMIT);
			assertThat(offboarding.deletion()).isNotEmpty();
			assertThat(this.sandbox.clerkSignIn("ann@globex.com")).isEmpty();
			assertThat(this.steps).containsExactly(OnboardingStep.ORGANIZATION, OnboardingStep.CONNECTION,
					OnboardingStep.HAND_OVER, OnboardingStep.TEST_LINK, OnboardingStep.ACTIVATION,
					OnboardingStep.DEACTIVATION);
		});
	}

	@Test
	void createsTheSameAtAuth0() {
		this.contextRunner
			.withPropertyValues("sso-connections.auth0.base-url=" + this.sandbox.auth0().baseUrl(),
					"sso-connections.auth0.token=" + this.sandbox.auth0().token(),
					"sso-connections.auth0.rate-limit.enabled=false")
			.run((context) -> {
				String clientId = "app";
				this.sandbox.auth0().clients(clientId).organizationUsage(clientId, "allow");
				String metadata = TestMetadata.xml("https://idp.globex.com", "https://idp.globex.com/sso",
						TestCertificates.selfSigned("idp", Instant.now().minus(Duration.ofDays(1)),
								Instant.now().plus(Duration.ofDays(300))));
				Onboarding onboarding = context.getBean(Onboardings.class).get("auth0");
				OnboardingState state = onboarding.create(OnboardingExamples.auth0Request(metadata, clientId))
					.block(LIMIT);
				assertThat(state.organizationId()).isNotNull();
				assertThat(
						onboarding.review(state.connectionId()).flatMap(onboarding::activate).block(LIMIT).isActive())
					.isTrue();
				assertThat(context.getBean(Auth0ConnectionClients.class)
					.listAll(state.connectionId())
					.collectList()
					.block(LIMIT)).singleElement().asString().contains(clientId);
			});
	}

	@Test
	void reportsFindingsAndPartialEnds() {
		this.contextRunner.withBean(OnboardingExamples.Customers.class).run((context) -> {
			OnboardingExamples.Customers customers = context.getBean(OnboardingExamples.Customers.class);
			assertThatIllegalArgumentException()
				.isThrownBy(() -> customers.create("Globex", "globex", "<html>", "globex.com").block(LIMIT))
				.withMessageContaining("metadata_invalid");
			assertThat(OnboardingExamples.partial(new IllegalStateException())).isEqualTo("nothing is done");
			assertThat(this.steps).isEmpty();
		});
	}

	@Test
	void hasAnOnboardingForEveryAccount() {
		this.contextRunner
			.withPropertyValues("sso-connections.clerk.accounts.europe.base-url=" + this.sandbox.clerkBaseUrl(),
					"sso-connections.clerk.accounts.europe.api-key=" + this.sandbox.clerkApiKey(),
					"sso-connections.auth0.base-url=" + this.sandbox.auth0().baseUrl(),
					"sso-connections.auth0.token=" + this.sandbox.auth0().token())
			.run((context) -> {
				Onboardings onboardings = context.getBean(Onboardings.class);
				Account europe = new Account("clerk", "europe");
				assertThat(onboardings.accounts()).containsExactly(Account.ofDefault("clerk"), europe,
						Account.ofDefault("auth0"));
				assertThat(onboardings.get(europe).account()).isEqualTo(europe);
				assertThatIllegalArgumentException().isThrownBy(() -> onboardings.get("other"))
					.withMessage("'account' must be one of [clerk, clerk/europe, auth0]");
			});
	}

	@Test
	void takesTheVendorOfTheApplication() {
		OnboardingVendor vendor = mock(OnboardingVendor.class);
		given(vendor.account()).willReturn(Account.ofDefault("third"));
		this.contextRunner.withBean(OnboardingVendor.class, () -> vendor)
			.run((context) -> assertThat(context.getBean(Onboardings.class).accounts())
				.containsExactly(Account.ofDefault("third"), Account.ofDefault("clerk")));
	}

	@Test
	void isAbsentWithoutAnAccount() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(ClerkAutoConfiguration.class, ConnectionCatalogAutoConfiguration.class,
							ConnectionIndexAutoConfiguration.class, SamlMetadataAutoConfiguration.class,
							HandOverAutoConfiguration.class, OnboardingAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Onboardings.class));
	}

}
