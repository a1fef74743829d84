// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.client.WireJson;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Spring's {@code WebClient} with the same records, as its reference shows its use.
 */
final class RawWebClient implements Client {

	private static final ParameterizedTypeReference<Page<EnterpriseConnection>> PAGE = new ParameterizedTypeReference<>() {
	};

	private final WebClient webClient;

	RawWebClient(String url) {
		this(url, WebClient.builder().clientConnector(Settings.connector()));
	}

	RawWebClient(String url, WebClient.Builder builder) {
		this.webClient = builder.baseUrl(url + "/v1")
			.defaultHeaders((headers) -> headers.setBearerAuth(Settings.KEY))
			.codecs((codecs) -> {
				codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024);
				codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(WireJson.mapper()));
			})
			.build();
	}

	@Override
	public void get(Caller caller) {
		Client.repeat(caller,
				() -> this.webClient.get()
					.uri("/enterprise_connections/{id}", "ent_1")
					.retrieve()
					.bodyToMono(EnterpriseConnection.class));
	}

	@Override
	public void list(Caller caller) {
		Client.repeat(caller,
				() -> this.webClient.get()
					.uri("/enterprise_connections?limit={limit}", 500)
					.retrieve()
					.bodyToMono(PAGE));
	}

}
