// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;

import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionCreation;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs {@link MovingExamples} over the sandbox.
 */
class MovingExamplesTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	@Test
	void workLikeTheSdks() {
		try (Sandbox sandbox = Sandbox.start()) {
			new ApplicationContextRunner().withUserConfiguration(Application.class)
				.withPropertyValues("sso-connections.clerk.base-url=" + sandbox.clerkBaseUrl(),
						"sso-connections.clerk.api-key=" + sandbox.clerkApiKey(),
						"sso-connections.auth0.base-url=" + sandbox.auth0().baseUrl(),
						"sso-connections.auth0.token=" + sandbox.auth0().token(),
						"sso-connections.auth0.rate-limit.enabled=false")
				.run((context) -> {
					EnterpriseConnectionService clerk = context.getBean(EnterpriseConnectionService.class);
					EnterpriseConnectionCreation creation = context.getBean(EnterpriseConnectionCreation.class);
					String metadataUrl = "https://idp.acme.com/metadata";
					EnterpriseConnection created = MovingExamples.clerk(creation, clerk, metadataUrl);
					assertThat(clerk.get(created.id()).block(LIMIT).active()).isTrue();
					assertThat(MovingExamples.clerk(creation, clerk, metadataUrl).id()).isEqualTo(created.id());
					Auth0ConnectionService auth0 = context.getBean(Auth0ConnectionService.class);
					String id = auth0
						.create(new NewAuth0Connection().name("acme")
							.displayName("Acme Inc.")
							.strategy(ConnectionStrategy.SAMLP))
						.block(LIMIT)
						.id();
					Auth0Connection updated = MovingExamples.auth0(auth0, id);
					assertThat(updated.showAsButton()).isTrue();
					assertThat(updated.displayName()).isEqualTo("Acme Inc.");
				});
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
