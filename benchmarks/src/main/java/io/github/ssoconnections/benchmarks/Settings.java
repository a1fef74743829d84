// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.time.Duration;

import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.ratelimit.RateLimit;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;

/**
 * What is the same for all clients.
 */
final class Settings {

	static final String KEY = "sk_test_benchmark";

	private Settings() {
	}

	/**
	 * Return a transport with a connection for each of 1,000 callers.
	 * @return the transport
	 */
	static HttpClient reactorNetty() {
		return HttpClient.create(ConnectionProvider.builder("benchmarks").maxConnections(1024).build());
	}

	static ClientHttpConnector connector() {
		return new ReactorClientHttpConnector(reactorNetty());
	}

	/**
	 * Return settings with a rate limit that is on, and never reached.
	 * @return the settings
	 */
	static ApiClientSettings client() {
		return ApiClientSettings.defaults()
			.withRateLimit(RateLimitSettings.defaults().withLimit(RateLimit.of(1_000_000_000, Duration.ofSeconds(1))));
	}

	/**
	 * Return a registry whose observations end up as timers, as in an application.
	 * @return the registry
	 */
	static ObservationRegistry observations() {
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig()
			.observationHandler(new DefaultMeterObservationHandler(new SimpleMeterRegistry()));
		return observations;
	}

}
