// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.browser;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

class ScimBrowserTests extends AbstractBrowserTests {

	@Test
	void leadsToTheStateOfAConnection() {
		visit("/scim", "scim");
		leave(() -> driver().findElement(By.cssSelector("[aria-label='SCIM of Hooli']")).click());
		assertThat(text()).contains("SCIM of Hooli", "Provisioning is not set up");
		visitCurrent("scim-connection");
	}

}
