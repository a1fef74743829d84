// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;

import io.github.ssoconnections.autoconfigure.ClerkAutoConfiguration;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.testing.Redis;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.test.StepVerifier;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples do what the page says.
 */
class ReliabilityExamplesTests {

	private static final String CONNECTION = "{\"object\":\"enterprise_connection\",\"id\":\"ent_1\"}";

	@RegisterExtension
	static final Wire wire = new Wire();

	@RegisterExtension
	static final Redis redis = new Redis();

	@Test
	void attemptsOnce() {
		wire.respondsWith(503, "{}");
		EnterpriseConnectionService connections = EnterpriseConnectionService.create(WebClient.builder(),
				ClerkConnectionDetails.of("sk_test_wire", wire.baseUrl()));
		StepVerifier.create(ReliabilityExamples.options(connections, "ent_1"))
			.expectError()
			.verify(Duration.ofSeconds(20));
		assertThat(wire.requests()).hasSize(1);
	}

	@Test
	void sharesTheLimit() {
		wire.respondsWith(200, CONNECTION);
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class))
			.withUserConfiguration(ReliabilityExamples.SharedRateLimit.class)
			.withPropertyValues("sso-connections.clerk.api-key=sk_test_wire",
					"sso-connections.clerk.base-url=" + wire.baseUrl(), "spring.data.redis.url=" + redis.uri(),
					"sso-connections.clerk.rate-limit.shared-timeout=30s")
			.run((context) -> {
				context.getBean(EnterpriseConnectionService.class).get("ent_1").block(Duration.ofSeconds(60));
				assertThat(redis.keys()).containsExactly("sso-connections:clerk:100:10000:5");
			});
	}

}
