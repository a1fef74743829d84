// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.browser;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionsBrowserTests extends AbstractBrowserTests {

	@Test
	void showsConnections() {
		visit("/connections", "connections");
		assertThat(text()).contains("Wayne Enterprises", "Soylent");
	}

	@Test
	void searchesWithTheKeyboard() {
		open("/connections");
		leave(() -> find("#q").sendKeys("stark", Keys.ENTER));
		assertThat(driver().getCurrentUrl()).contains("q=stark");
		assertThat(text()).contains("Stark Industries").doesNotContain("Wayne Enterprises");
		visitCurrent("connections-search");
	}

	@Test
	void reachesTheContentPastTheNavigation() {
		open("/connections");
		driver().switchTo().activeElement().sendKeys(Keys.TAB);
		assertThat(driver().switchTo().activeElement().getText()).isEqualTo("Skip to the content");
		driver().switchTo().activeElement().sendKeys(Keys.ENTER);
		assertThat(driver().switchTo().activeElement().getTagName()).isEqualTo("main");
	}

}
