// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.browser;

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

}
