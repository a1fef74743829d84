// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import reactor.netty.http.client.HttpClient;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The connectors under which every promise holds.
 */
enum Transport {

	REACTOR_NETTY(new ReactorClientHttpConnector(HttpClient.create().disableRetry(true))),

	JDK(new JdkClientHttpConnector());

	private final ClientHttpConnector connector;

	Transport(ClientHttpConnector connector) {
		this.connector = connector;
	}

	WebClient.Builder builder() {
		return WebClient.builder().clientConnector(this.connector);
	}

}
