// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.util.function.SingletonSupplier;

/**
 * Connector that is created at the first request, as HTTP clients start threads when they
 * are created.
 */
final class LazyConnector implements ClientHttpConnector {

	private final Supplier<ClientHttpConnector> factory;

	private volatile Supplier<ClientHttpConnector> connector;

	LazyConnector(Supplier<ClientHttpConnector> factory) {
		this.factory = factory;
		this.connector = SingletonSupplier.of(factory);
	}

	/**
	 * Release the connector: the next request creates a new one.
	 */
	void renew() {
		this.connector = SingletonSupplier.of(this.factory);
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		return this.connector.get().connect(method, uri, requestCallback);
	}

}
