// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.testing.Redis;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Shared and local rate limits of an application.
 */
@Tag("blockhound")
class SharedRateLimitTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	@RegisterExtension
	static final Redis redis = new Redis();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClerkContexts.autoConfigurations())
		// That a slow store is no obstacle is another test's subject
		.withPropertyValues(ClerkContexts.KEY, ClerkContexts.baseUrl(wire.baseUrl()),
				"sso-connections.clerk.rate-limit.shared-timeout=30s");

	@Test
	void sharesTheLimitWhenThereAreBuckets() {
		this.contextRunner.withUserConfiguration(Buckets.class).run((context) -> {
			call(context);
			assertThat(redis.keys()).containsExactly("sso-connections:clerk:100:10000:5");
		});
	}

	@Test
	void usesNameTimeoutAndInstancesWhenSet() {
		this.contextRunner.withUserConfiguration(Buckets.class)
			.withPropertyValues("sso-connections.clerk.rate-limit.shared-name=acme",
					"sso-connections.clerk.rate-limit.shared-timeout=40s",
					"sso-connections.clerk.rate-limit.instances=8")
			.run((context) -> {
				call(context);
				assertThat(redis.keys()).containsExactly("acme:100:10000:5");
				assertThat(settings(context).instances()).isEqualTo(8);
				assertThat(settings(context).shared().timeout()).isEqualTo(Duration.ofSeconds(40));
			});
	}

	@Test
	void keepsTheBucketWhenTheKeyIsRotated() {
		AtomicReference<String> key = new AtomicReference<>("sk_test_old");
		this.contextRunner.withUserConfiguration(Buckets.class)
			.withBean(ClerkConnectionDetails.class, () -> new ClerkConnectionDetails() {

				@Override
				public String getApiKey() {
					return key.get();
				}

				@Override
				public String getBaseUrl() {
					return wire.baseUrl();
				}

			})
			.run((context) -> {
				call(context);
				key.set("sk_test_new");
				call(context);
				assertThat(wire.requests()).hasSize(2);
				assertThat(redis.keys()).containsExactly("sso-connections:clerk:100:10000:5");
			});
	}

	@Test
	void countsInThisProcessWhenThereAreNoBuckets() {
		this.contextRunner.run((context) -> {
			call(context);
			assertThat(settings(context).shared()).isNull();
		});
	}

	@Test
	void countsInThisProcessWhenBucketsHaveOtherKeys() {
		this.contextRunner.withUserConfiguration(OtherBuckets.class)
			.run((context) -> assertThat(settings(context).shared()).isNull());
	}

	@Test
	void usesNoStoreBeforeTheFirstCall() {
		this.contextRunner.withUserConfiguration(Buckets.class).run((context) -> assertThat(redis.keys()).isEmpty());
	}

	private static RateLimitSettings settings(ApplicationContext context) {
		return context.getBean(ClerkClient.class).settings().client().rateLimit();
	}

	private static void call(ApplicationContext context) {
		wire.respondsWith(200, "{\"object\":\"enterprise_connection\",\"id\":\"ent_1\"}");
		assertThat(context.getBean(EnterpriseConnectionService.class).get("ent_1").block(Duration.ofSeconds(60)))
			.isNotNull();
	}

	@Configuration(proxyBeanMethods = false)
	static class Buckets {

		@Bean
		AsyncProxyManager<String> buckets() {
			return redis.buckets();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherBuckets {

		@Bean
		AsyncProxyManager<Long> buckets() {
			return mock();
		}

	}

}
