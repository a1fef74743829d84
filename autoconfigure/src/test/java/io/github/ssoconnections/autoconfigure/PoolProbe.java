// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

import reactor.netty.http.client.HttpClient;
import reactor.netty.internal.shaded.reactor.pool.InstrumentedPool;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Looks into the pool of the configured client, from the inside.
 */
final class PoolProbe implements VendorWebClientCustomizer {

	private WebClient.Builder builder;

	@Override
	public void customize(String vendor, WebClient.Builder builder) {
		this.builder = builder;
	}

	HttpClient client() {
		Object lazy = ReflectionTestUtils.getField(this.builder, "connector");
		Supplier<?> connector = (Supplier<?>) ReflectionTestUtils.getField(lazy, "connector");
		return (HttpClient) ReflectionTestUtils.getField(connector.get(), "httpClient");
	}

	int active() {
		return sum((pool) -> pool.metrics().acquiredSize());
	}

	int idle() {
		return sum((pool) -> pool.metrics().idleSize());
	}

	int pending() {
		return sum((pool) -> pool.metrics().pendingAcquireSize());
	}

	private int sum(ToIntFunction<InstrumentedPool<?>> metric) {
		ConnectionProvider provider = client().configuration().connectionProvider();
		Map<?, ?> pools = (Map<?, ?>) ReflectionTestUtils.getField(provider, "channelPools");
		return pools(pools.values()).stream().mapToInt(metric).sum();
	}

	@SuppressWarnings("unchecked")
	private static Collection<InstrumentedPool<?>> pools(Collection<?> pools) {
		return (Collection<InstrumentedPool<?>>) pools;
	}

}
