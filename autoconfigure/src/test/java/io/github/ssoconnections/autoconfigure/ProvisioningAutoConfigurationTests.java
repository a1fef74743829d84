// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.scim.Auth0ScimConfigurations;
import io.github.ssoconnections.auth0.scim.NewScimToken;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.directory.ClerkDirectories;
import io.github.ssoconnections.clerk.directory.NewDirectory;
import io.github.ssoconnections.provisioning.ProvisioningState;
import io.github.ssoconnections.provisioning.Provisionings;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProvisioningAutoConfigurationTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final Sandbox sandbox = Sandbox.start().seed();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, Auth0AutoConfiguration.class,
				ConnectionCatalogAutoConfiguration.class, ProvisioningAutoConfiguration.class));

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@Test
	void readsDirectoriesAndScimConfigurations() {
		this.contextRunner
			.withPropertyValues("sso-connections.clerk.base-url=" + sandbox.clerkBaseUrl(),
					"sso-connections.clerk.api-key=" + sandbox.clerkApiKey(),
					"sso-connections.auth0.base-url=" + sandbox.auth0().baseUrl(),
					"sso-connections.auth0.token=" + sandbox.auth0().token())
			.run((context) -> {
				Provisionings provisionings = context.getBean(Provisionings.class);
				assertThat(provisionings.accounts()).containsExactly(Account.ofDefault("clerk"),
						Account.ofDefault("auth0"));
				String id = context.getBean(EnterpriseConnectionService.class).listAll().blockFirst(LIMIT).id();
				assertThat(get(provisionings, "clerk", id).endpoints()).isEmpty();
				context.getBean(ClerkDirectories.class)
					.create(new NewDirectory().enterpriseConnectionId(id).name("Staff").provider("okta"))
					.block(LIMIT);
				assertThat(get(provisionings, "clerk", id).endpoints()).singleElement().satisfies((endpoint) -> {
					assertThat(endpoint.name()).isEqualTo("Staff");
					assertThat(endpoint.url()).isNotBlank();
					assertThat(endpoint.tokens()).isNull();
				});
				String samlp = context.getBean(Auth0ConnectionService.class)
					.listAll()
					.filter((connection) -> ConnectionStrategy.SAMLP.equals(connection.strategy()))
					.blockFirst(LIMIT)
					.id();
				assertThat(get(provisionings, "auth0", samlp).endpoints()).isEmpty();
				Auth0ScimConfigurations scim = context.getBean(Auth0ScimConfigurations.class);
				scim.create(samlp).then(scim.createToken(samlp, new NewScimToken())).block(LIMIT);
				assertThat(get(provisionings, "auth0", samlp).endpoints()).singleElement()
					.satisfies((endpoint) -> assertThat(endpoint.tokens()).singleElement()
						.satisfies((token) -> assertThat(token.id()).isNotBlank()));
				assertThatIllegalArgumentException()
					.isThrownBy(() -> provisionings.get(new Account("clerk", "elsewhere")));
			});
	}

	@Test
	void isAbsentWithoutAccounts() {
		this.contextRunner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Provisionings.class));
	}

	private static ProvisioningState get(Provisionings provisionings, String vendor, String id) {
		return provisionings.get(Account.ofDefault(vendor)).get(id).block(LIMIT);
	}

}
