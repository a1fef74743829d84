// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.client.reactive.ClientHttpResponseDecorator;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.util.Assert;

/**
 * The JDK's client under Spring's connector, with the one thing that is missing there: an
 * answer of which nobody wants the rest ends, and its connection with it. Without, each
 * body over the limit and each one that takes too long leaves an open connection and some
 * megabytes of it behind.
 */
final class JdkTransport implements ClientHttpConnector {

	private final HttpClient client;

	private JdkTransport(HttpClient client) {
		this.client = client;
	}

	/**
	 * Build a connector.
	 * @param builder the application's builder
	 * @param settings the settings
	 * @return the connector to use
	 */
	static ClientHttpConnector build(ClientHttpConnectorBuilder<?> builder, HttpClientSettings settings) {
		if (!(builder instanceof JdkClientHttpConnectorBuilder jdk)) {
			return builder.build(settings);
		}
		// A connector does not tell its client: this makes a second one of the same kind
		AtomicReference<HttpClient.@Nullable Builder> configured = new AtomicReference<>();
		jdk.withHttpClientCustomizer(configured::set).build(settings);
		HttpClient.Builder client = configured.get();
		Assert.state(client != null, "No client was built");
		return new JdkTransport(client.build());
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		return Mono.defer(() -> {
			CancellableClient call = new CancellableClient(this.client);
			return new JdkClientHttpConnector(call).connect(method, uri, requestCallback)
				.map((response) -> new CancellableResponse(response, call));
		});
	}

	private static final class CancellableResponse extends ClientHttpResponseDecorator {

		private final CancellableClient call;

		CancellableResponse(ClientHttpResponse response, CancellableClient call) {
			super(response);
			this.call = call;
		}

		@Override
		public Flux<DataBuffer> getBody() {
			return super.getBody().doOnCancel(this.call::cancelBody);
		}

	}

}
