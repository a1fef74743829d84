// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.browser;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

class LookupBrowserTests extends AbstractBrowserTests {

	@Test
	void looksUpAnAddressThatIsPartOfNoUrl() {
		visit("/lookup", "lookup");
		leave(() -> find("#text").sendKeys("alice@acme.example", Keys.ENTER));
		assertThat(driver().getCurrentUrl()).isEqualTo(address("/lookup"));
		assertThat(text()).contains("2 connections, active first", "Acme (old)");
		visitCurrent("lookup-result");
	}

	@Test
	void saysWhatIsWrong() {
		open("/lookup");
		leave(() -> find("#text").sendKeys("acme", Keys.ENTER));
		assertThat(text()).contains("Enter an e-mail address or a domain");
		visitCurrent("lookup-invalid");
	}

	@Test
	void readsAllConnectionsAgain() {
		open("/");
		leave(() -> find("form[action='/refresh'] button").click());
		assertThat(driver().getCurrentUrl()).isEqualTo(address("/refresh"));
		waitFor("return document.body.innerText.includes('No refresh is running')");
		visitCurrent("refresh");
	}

}
