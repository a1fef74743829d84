// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

class ImportBrowserTests extends AbstractBrowserTests {

	@TempDir
	private Path directory;

	@Test
	void importsCustomers() throws IOException {
		String idp = "https://idp.example,https://idp.example/sso,\"" + TestCertificates.selfSigned("idp",
				Instant.now().minusSeconds(3600), Instant.now().plusSeconds(86400L * 300)) + "\"\n";
		Path file = Files.writeString(this.directory.resolve("customers.csv"),
				"customer,domains,entity_id,sso_url,certificate\nOscorp,oscorp.example," + idp
						+ "\"<b>Duff\",duff.example," + idp + "Nobody,," + idp);
		visit("/customers/import", "import");
		find("#file").sendKeys(file.toString());
		find("main button[type='submit']").click();
		await("The file was checked");
		assertThat(text()).contains("The domains are missing.", "<b>Duff");
		visitCurrent("import-report");
		find("main button[type='submit']").click();
		await("All connections without an error were created");
		visitCurrent("import-created");
		assertThat(driver().findElements(By.cssSelector("td a"))).hasSize(2);
	}

	private void await(String text) {
		new WebDriverWait(driver(), Duration.ofSeconds(30))
			.until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("main"), text));
	}

}
