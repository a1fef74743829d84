// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.client.WireJson;
import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;

/**
 * The transport below {@code WebClient}, and Jackson, with nothing between: the limit.
 */
final class RawReactorNetty implements Client {

	private static final ObjectReader ONE = WireJson.mapper().readerFor(EnterpriseConnection.class);

	private static final ObjectReader PAGE = WireJson.mapper()
		.readerFor(new TypeReference<Page<EnterpriseConnection>>() {
		});

	private final HttpClient client;

	private final String url;

	RawReactorNetty(String url) {
		this.url = url;
		this.client = Settings.reactorNetty()
			.headers((headers) -> headers.set(HttpHeaderNames.ACCEPT, "application/json")
				.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + Settings.KEY));
	}

	private <T> Mono<T> get(String path, ObjectReader reader) {
		return this.client.get().uri(this.url + path).responseSingle((response, body) -> {
			if (response.status().code() != 200) {
				return Mono.error(new IllegalStateException(response.status().toString()));
			}
			return body.asByteArray().map(reader::<T>readValue);
		});
	}

	@Override
	public void get(Caller caller) {
		Client.repeat(caller, () -> get("/v1/enterprise_connections/ent_1", ONE));
	}

	@Override
	public void list(Caller caller) {
		Client.repeat(caller, () -> get("/v1/enterprise_connections?limit=500", PAGE));
	}

}
