// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;

import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.RetryPolicy;
import io.github.ssoconnections.testing.Resources;
import io.github.ssoconnections.testing.Wire;
import reactor.core.publisher.Mono;

/**
 * What the tests of this package share.
 */
final class Clerk {

	/** Longer than anything takes: reached only when a test fails. */
	static final Duration TIMEOUT = Duration.ofSeconds(20);

	private Clerk() {
	}

	/**
	 * Return a client without retries.
	 */
	static ClerkClient client(Wire wire) {
		return client(wire, ClerkSettings.defaults());
	}

	static ClerkClient client(Wire wire, ClerkSettings settings) {
		ApiClientSettings client = settings.client().withRetryPolicy(RetryPolicy.never());
		return ClerkClient.create(wire.webClientBuilder(), ClerkConnectionDetails.of("sk_test_wire", wire.baseUrl()),
				settings.withClient(client), wire.instruments());
	}

	static EnterpriseConnectionService enterprise(Wire wire) {
		return EnterpriseConnectionService.create(client(wire));
	}

	static SamlConnectionService saml(Wire wire) {
		return SamlConnectionService.create(client(wire));
	}

	static <T> T result(Mono<T> mono) {
		return mono.blockOptional(TIMEOUT).orElseThrow();
	}

	/**
	 * Return a response of the vendor, such as {@code test-run}.
	 */
	static String json(String name) {
		return Resources.read("clerk/" + name + ".json");
	}

	static String page(long total, String... items) {
		return "{\"data\":[" + String.join(",", items) + "],\"total_count\":" + total + "}";
	}

}
