// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import com.clerk.backend_api.Clerk;

/**
 * Clerk's SDK, with its defaults.
 */
final class ClerkSdk implements Client {

	private final BlockingCallers callers = new BlockingCallers();

	private final Clerk clerk;

	ClerkSdk(String url) {
		this.clerk = Clerk.builder().serverURL(url + "/v1").bearerAuth(Settings.KEY).build();
	}

	@Override
	public void get(Caller caller) {
		this.callers.repeat(caller,
				() -> this.clerk.enterpriseConnections().get("ent_1").enterpriseConnection().orElseThrow());
	}

	@Override
	public void list(Caller caller) {
		this.callers.repeat(caller,
				() -> this.clerk.enterpriseConnections()
					.list()
					.limit(500L)
					.call()
					.enterpriseConnections()
					.orElseThrow());
	}

	@Override
	public void close() {
		this.callers.close();
	}

}
