// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;

/**
 * What Reactor Netty needs to be told. Loaded only where it is there.
 */
final class ReactorNetty {

	private ReactorNetty() {
	}

	static ClientHttpConnectorBuilder<?> tune(ClientHttpConnectorBuilder<?> builder) {
		if (builder instanceof ReactorClientHttpConnectorBuilder reactor) {
			// By itself it sends a request again, of any method, when the connection was
			// reset
			return reactor.withHttpClientCustomizer((client) -> client.disableRetry(true));
		}
		return builder;
	}

}
