// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.browser;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemBrowserTests extends AbstractBrowserTests {

	@Test
	void showsThatThereIsNoSuchPage() {
		visit("/nowhere", "unknown-page");
		assertThat(text()).contains("Not Found", "To the start page", "Clerk: Sandbox");
	}

	@Test
	void showsJsonBelowTheApi() {
		open("/api/nowhere");
		assertThat(text()).contains("\"status\":404");
	}

}
