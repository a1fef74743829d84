// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.client.Effect;
import io.github.ssoconnections.client.RetryPolicy;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The examples of the page {@code reliability.md}. {@link ReliabilityExamplesTests} runs
 * them.
 */
final class ReliabilityExamples {

	private ReliabilityExamples() {
	}

	static Mono<EnterpriseConnection> options(EnterpriseConnectionService connections, String id) {
		// tag::call-options[]
		return connections.get(id).contextWrite(CallOptions.timeout(Duration.ofSeconds(3)).withMaxAttempts(1));
		// end::call-options[]
	}

	// tag::retry-policy[]
	@Bean
	RetryPolicy onlyReads() {
		RetryPolicy policy = RetryPolicy.jittered(5, Duration.ofMillis(100), Duration.ofSeconds(1));
		return (failed) -> (failed.effect() == Effect.READ) ? policy.delayBeforeNextAttempt(failed) : null;
	}
	// end::retry-policy[]

	// tag::shared-rate-limit[]
	@Configuration(proxyBeanMethods = false)
	static class SharedRateLimit {

		@Bean(destroyMethod = "shutdown")
		RedisClient bucketsClient(@Value("${spring.data.redis.url}") String url) {
			return RedisClient.create(url);
		}

		@Bean(destroyMethod = "close")
		StatefulRedisConnection<String, byte[]> bucketsConnection(RedisClient bucketsClient) {
			return bucketsClient.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
		}

		@Bean
		AsyncProxyManager<String> buckets(StatefulRedisConnection<String, byte[]> bucketsConnection) {
			return Bucket4jLettuce.casBasedBuilder(bucketsConnection)
				.expirationAfterWrite(
						ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
				.build()
				.asAsync();
		}

	}
	// end::shared-rate-limit[]

}
