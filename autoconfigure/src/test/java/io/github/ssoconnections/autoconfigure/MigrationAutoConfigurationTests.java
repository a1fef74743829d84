// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.account.NoSuchAccountException;
import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.migration.ConnectionMigrations;
import io.github.ssoconnections.onboarding.OnboardingTools;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link MigrationAutoConfiguration}.
 */
class MigrationAutoConfigurationTests {

	private static final String BEAN = "ssoConnectionMigrations";

	private static final String CLERK = "sso-connections.clerk.api-key=sk_test_1";

	private static final String[] AUTH0 = { "sso-connections.auth0.domain=acme.eu.auth0.com",
			"sso-connections.auth0.token=token" };

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, Auth0AutoConfiguration.class,
				SamlMetadataAutoConfiguration.class, HandOverAutoConfiguration.class,
				MigrationAutoConfiguration.class));

	@Test
	void hasMigrationsBetweenTheAccountsOfBothVendors() {
		this.contextRunner.withPropertyValues(CLERK).withPropertyValues(AUTH0).run((context) -> {
			assertThat(context.getBeanFactory().containsSingleton(BEAN)).as("created at first use").isFalse();
			ConnectionMigrations migrations = context.getBean(ConnectionMigrations.class);
			assertThat(migrations.get().source()).hasToString("auth0");
			assertThat(migrations.get().target()).hasToString("clerk");
			assertThatExceptionOfType(NoSuchAccountException.class).isThrownBy(() -> migrations.get("us", "default"));
			assertThatExceptionOfType(NoSuchAccountException.class).isThrownBy(() -> migrations.get("default", "us"));
			assertThatExceptionOfType(NoSuchAccountException.class).isThrownBy(() -> migrations.scan("us"));
		});
	}

	@Test
	void backsOffWithoutOneOfTheVendors() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(ConnectionMigrations.class));
		this.contextRunner.withPropertyValues(CLERK)
			.run((context) -> assertThat(context).doesNotHaveBean(ConnectionMigrations.class));
		this.contextRunner.withPropertyValues(AUTH0)
			.run((context) -> assertThat(context).doesNotHaveBean(ConnectionMigrations.class));
	}

	@Test
	void backsOffWithABeanOfTheApplication() {
		ConnectionMigrations own = new ConnectionMigrations(mock(Auth0Accounts.class), mock(ClerkAccounts.class),
				mock(OnboardingTools.class));
		this.contextRunner.withPropertyValues(CLERK)
			.withPropertyValues(AUTH0)
			.withBean(ConnectionMigrations.class, () -> own)
			.run((context) -> assertThat(context).getBean(ConnectionMigrations.class).isSameAs(own));
	}

}
