// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.ClientChange;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of a connection, and its flows from the test to the deletion.
 */
class ConnectionBrowserTests extends AbstractBrowserTests {

	private static final String HOSTILE = "\\\"><script>alert(1)</script>'<img src=x onerror=alert(2)>";

	@Autowired
	private Auth0ConnectionClients clients;

	@BeforeEach
	void createConnections() {
		sandbox().completeTestRunsByPerson();
		sandbox().auth0().clients("app");
		sandbox().seed("""
				{"clerk": [
				  {"name": "Vehement", "provider": "saml_okta", "domains": ["vehement.example"], "saml": {
				   "idp_entity_id": "https://idp.vehement.example", "idp_sso_url": "https://idp.vehement.example/sso",
				   "idp_certificates": ["CERT", "NEXT"]}},
				  {"name": "HOSTILE", "provider": "saml_custom", "domains": ["hostile.example"]}],
				 "auth0": [
				  {"name": "pied-piper", "display_name": "Pied Piper", "strategy": "samlp",
				   "options": {"signInEndpoint": "https://idp.pied-piper.example/sso", "signingCert": "CERT",
				    "domain_aliases": ["pied-piper.example"]}}]}
				""".replace("CERT", pem(20).replace("\n", "\\n"))
			.replace("NEXT", pem(400).replace("\n", "\\n"))
			.replace("HOSTILE", HOSTILE));
		refresh();
	}

	private static String pem(int days) {
		Instant now = Instant.now();
		return TestCertificates.selfSigned("idp", now.minus(Duration.ofDays(345)), now.plus(Duration.ofDays(days)));
	}

	private void openConnection(String name) {
		open("/connections?size=100");
		follow(By.linkText(name));
	}

	private void press(String text) {
		follow(By.xpath("//button[normalize-space()='" + text + "']"));
	}

	private void follow(By element) {
		WebElement page = find("html");
		driver().findElement(element).click();
		new WebDriverWait(driver(), Duration.ofSeconds(30)).until((driver) -> isGone(page));
	}

	// Chromedriver does not always call a node stale that has gone
	private static boolean isGone(WebElement page) {
		try {
			page.isEnabled();
			return false;
		}
		catch (WebDriverException ex) {
			return true;
		}
	}

	@Test
	void showsAConnectionOfEachVendor() {
		openConnection("Vehement");
		assertThat(text()).contains("vehement.example", "Expires soon", "19 days left", "Never tested.");
		visitCurrent("connection-clerk");
		openConnection("Pied Piper");
		assertThat(text()).contains("A connection at Auth0 uses one certificate", "Auth0 records no tests.");
		visitCurrent("connection-auth0");
	}

	@Test
	void bringsAConnectionToLifeAndEndsIt() {
		openConnection("Vehement");
		String page = driver().getCurrentUrl();
		press("Test the sign-in");
		visitCurrent("connection-test");
		follow(By.linkText("Open the test sign-in"));
		assertThat(driver().getCurrentUrl()).startsWith("http://127.0.0.1:" + sandbox().port() + "/sign-in/clerk");
		visitCurrent("sandbox-idp");
		press("Deny access");
		assertThat(driver().getCurrentUrl()).isEqualTo(page);
		assertThat(text()).contains("failed", "the user is not assigned to the application");

		follow(By.linkText("Activate…"));
		assertThat(text()).contains("A test must succeed first", "existing users with an address in vehement.example");
		visitCurrent("connection-activate");
		press("Test now");
		follow(By.linkText("Open the test sign-in"));
		press("Sign in");
		assertThat(text()).contains("success since the last change");
		follow(By.linkText("Activate…"));
		press("Activate");
		assertThat(text()).contains("The connection is active.");
		assertThat(sandbox().clerkSignIn("ann@vehement.example")).hasSize(1);

		press("Deactivate");
		assertThat(text()).contains("Nobody can sign in with the connection any more.");
		assertThat(sandbox().clerkSignIn("ann@vehement.example")).isEmpty();
		find("#delete-name").sendKeys("Vehement");
		press("Delete");
		assertThat(driver().getCurrentUrl()).isEqualTo(address("/connections"));
	}

	@Test
	void rotatesCertificates() {
		openConnection("Vehement");
		follow(By.cssSelector("[aria-label^='Remove the certificate']"));
		assertThat(text()).contains("The certificates have changed.", "399 days left").doesNotContain("19 days left");
		openConnection("Pied Piper");
		driver().findElement(By.xpath("//summary[.='Replace a certificate']")).click();
		find("#replace").sendKeys(pem(200));
		press("Replace");
		assertThat(text()).contains("199 days left");
	}

	@Test
	void rejectsAFormOfAnEarlierState() {
		openConnection("Vehement");
		String page = driver().getCurrentUrl();
		driver().executeScript("window.open('about:blank')");
		String first = driver().getWindowHandle();
		String second = driver().getWindowHandles().stream().filter((one) -> !one.equals(first)).findFirst().get();
		driver().switchTo().window(second);
		driver().get(page);
		rename("Vehement Inc.");
		driver().close();
		driver().switchTo().window(first);
		rename("Other");
		assertThat(text()).contains("The connection has changed");
		assertThat(find("h1").getText()).isEqualTo("Vehement Inc.");
		visitCurrent("connection-changed");
	}

	private void rename(String name) {
		find("#name").clear();
		find("#name").sendKeys(name);
		press("Rename");
	}

	@Test
	void showsWhoWouldSignInAtAuth0() {
		openConnection("Pied Piper");
		String page = driver().getCurrentUrl();
		this.clients.update(page.replaceAll(".*/", ""), List.of(ClientChange.enable("app")))
			.block(Duration.ofSeconds(30));
		open("/connections");
		openConnection("Pied Piper");
		assertThat(text()).contains("Active", "Clients");
		press("Test the sign-in");
		visitCurrent("connection-test-auth0");
		assertThat(text()).contains("Auth0 records no result");
		follow(By.linkText("Open the test sign-in"));
		assertThat(driver().getCurrentUrl()).startsWith("http://127.0.0.1:" + sandbox().port() + "/sign-in/auth0");
		press("Sign in");
		assertThat(text()).contains("Jane Doe would be signed in.", "No result is stored.");
		follow(By.linkText("Back to the console"));
		assertThat(driver().getCurrentUrl()).isEqualTo(page);
		press("Deactivate");
		assertThat(text()).contains("Auth0 deletes the users of the connection, too.");
		follow(By.linkText("Activate…"));
		assertThat(text()).contains("Auth0 moves no existing users.");
		press("Activate");
		assertThat(text()).contains("The connection is active.");
	}

	@Test
	void showsHostileTextAsText() {
		open("/connections?size=100&q=hostile.example");
		follow(By.cssSelector("tbody th a"));
		assertThat(find("h1").getText()).contains("<script>alert(1)</script>");
		visitCurrent("connection-hostile");
		follow(By.linkText("Activate…"));
		visitCurrent("connection-activate-hostile");
	}

	@Test
	void copiesValues() {
		openConnection("Vehement");
		WebElement copy = find("button.copy");
		assertThat(copy.getText()).isEqualTo("Copy");
	}

}
