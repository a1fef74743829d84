// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.client.ApiClientListener;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * This project at Auth0, with everything switched on.
 */
final class SsoConnectionsAuth0 implements Client {

	private final Auth0ConnectionService service;

	SsoConnectionsAuth0(String url) {
		this.service = Auth0ConnectionService
			.create(Auth0Client.create(WebClient.builder().clientConnector(Settings.connector()),
					Auth0ConnectionDetails.ofToken(url, Settings.KEY),
					Auth0Settings.defaults().withClient(Settings.client()),
					new ApiClient.Instruments(Settings.observations(), ApiClientListener.NONE)));
	}

	@Override
	public void get(Caller caller) {
		Client.repeat(caller, () -> this.service.get("con_1"));
	}

}
