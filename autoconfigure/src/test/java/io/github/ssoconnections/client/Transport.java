// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import io.github.ssoconnections.client.transport.ReactorNettyTransport;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The transport of the clients, with one pool for all tests.
 */
final class Transport {

	private static final ClientHttpConnector CONNECTOR = ReactorNettyTransport.connector(HttpClientSettings.defaults());

	private Transport() {
	}

	static WebClient.Builder builder() {
		return WebClient.builder().clientConnector(CONNECTOR);
	}

}
