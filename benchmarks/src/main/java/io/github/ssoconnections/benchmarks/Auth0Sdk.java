// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import com.auth0.client.mgmt.ManagementApi;

/**
 * Auth0's SDK, with its defaults.
 */
final class Auth0Sdk implements Client {

	private final BlockingCallers callers = new BlockingCallers();

	private final ManagementApi api;

	Auth0Sdk(String url) {
		this.api = ManagementApi.builder().url(url + "/api/v2").token(Settings.KEY).build();
	}

	@Override
	public void get(Caller caller) {
		this.callers.repeat(caller, () -> this.api.connections().get("con_1"));
	}

	@Override
	public void close() {
		this.callers.close();
	}

}
