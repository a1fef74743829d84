// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.EnterpriseConnectionQuery;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.client.ApiClientListener;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * This project, with everything switched on.
 */
final class SsoConnections implements Client {

	private final EnterpriseConnectionService service;

	private final EnterpriseConnectionQuery page = new EnterpriseConnectionQuery().limit(500);

	SsoConnections(String url) {
		this(service(url, ClerkSettings.defaults()));
	}

	SsoConnections(EnterpriseConnectionService service) {
		this.service = service;
	}

	static EnterpriseConnectionService service(String url, ClerkSettings settings) {
		return EnterpriseConnectionService
			.create(ClerkClient.create(WebClient.builder().clientConnector(Settings.connector()),
					ClerkConnectionDetails.of(Settings.KEY, url + "/v1"), settings.withClient(Settings.client()),
					new ApiClient.Instruments(Settings.observations(), ApiClientListener.NONE)));
	}

	@Override
	public void get(Caller caller) {
		Client.repeat(caller, () -> this.service.get("ent_1"));
	}

	@Override
	public void list(Caller caller) {
		Client.repeat(caller, () -> this.service.list(this.page));
	}

}
