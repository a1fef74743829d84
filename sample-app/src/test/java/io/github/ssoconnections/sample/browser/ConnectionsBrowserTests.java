// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.browser;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionsBrowserTests extends AbstractBrowserTests {

	@Test
	void showsConnections() {
		visit("/", "connections");
		assertThat(text()).contains("Wayne Enterprises");
	}

	@Test
	void showsConnectionsOfAuth0() {
		visit("/auth0", "auth0");
		assertThat(text()).contains("Soylent");
	}

}
