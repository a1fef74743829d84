// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.browser;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

class AttentionBrowserTests extends AbstractBrowserTests {

	@Test
	void showsWhatIsUrgentFirst() {
		visit("/", "attention");
		assertThat(text()).containsSubsequence("Certificate expired", "Domain conflict", "Never tested");
		leave(() -> driver().findElement(By.partialLinkText("Never tested")).click());
		assertThat(text()).contains("Start a test run").doesNotContain("9 days ago");
	}

	@Test
	void leadsToEveryPageOfTheNavigation() {
		open("/");
		List<String> links = driver().findElements(By.cssSelector("header nav a, footer nav a"))
			.stream()
			.map((link) -> link.getDomAttribute("href"))
			.toList();
		assertThat(links).contains("/", "/connections", "/customers", "/lookup", "/scim");
		for (String link : links.subList(0, 5)) {
			open(link);
			assertThat(find("header nav a[aria-current='page']").getDomAttribute("href")).isEqualTo(link);
		}
	}

}
