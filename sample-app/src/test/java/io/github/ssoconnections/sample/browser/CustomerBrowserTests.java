// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A customer is added from metadata to the activation, over the sandbox.
 */
class CustomerBrowserTests extends AbstractBrowserTests {

	private static final String LONG = "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW";

	@TempDir
	private Path directory;

	@Test
	void bringsACustomerToASignInAtClerk() throws IOException {
		sandbox().completeTestRunsByPerson();
		begin("clerk/default");
		find("#domains").sendKeys("oscorp.example");
		find("label[for='organization-new']").click();
		submit("form.customer");
		visitCurrent("customer-domains-clerk");
		restartBrowser();
		assertThat(find("#domains").getAttribute("value")).isEqualTo("oscorp.example");
		submit("form[action$='/create']");
		assertThat(text()).contains("A test must succeed first.");
		find("summary").click();
		visitCurrent("customer-activation-clerk");

		test("failure");
		assertThat(text()).contains("failed").contains("A test must succeed first.");
		test("success");
		assertThat(text()).contains("after the last change").doesNotContain("A test must succeed first.");
		submit("form[action$='/activate']");
		assertThat(text()).contains("The connection is active: users can sign in.");
		visitCurrent("customer-active-clerk");
	}

	@Test
	void bringsACustomerToASignInAtAuth0() throws IOException {
		sandbox().auth0().clients("app").organizationUsage("app", "allow");
		begin("auth0/default");
		find("#domains").sendKeys("oscorp.example");
		find("label[for='organization-new']").click();
		find("#clientIds").sendKeys("app");
		find("label[for='discoveryDomains']").click();
		submit("form.customer");
		visitCurrent("customer-domains-auth0");
		submit("form[action$='/create']");
		visitCurrent("customer-activation-auth0");
		submit("form[action$='/activate']");
		assertThat(text()).contains("The connection is active: users can sign in.");
		submit("form[action$='/test']");
		assertThat(text()).contains("The result is not recorded");
		String link = find("section a[target]").getAttribute("href");
		assertThat(link).contains("/authorize?").contains("client_id=app");
	}

	@ParameterizedTest
	@ValueSource(strings = { "kind-url", "kind-file", "kind-saml", "kind-oidc" })
	void asksForWhatBelongsTogether(String kind) {
		open("/customers");
		find("#" + kind).sendKeys(Keys.SPACE);
		assertThat(driver().findElements(By.cssSelector(".kind"))).filteredOn((element) -> element.isDisplayed())
			.extracting((element) -> element.getAttribute("class"))
			.containsExactly("kind " + kind);
		visitCurrent("customer-" + kind);
	}

	@Test
	void saysWhatIsMissing() {
		open("/customers");
		find("#customer").sendKeys(" ");
		submit("form.customer");
		assertThat(text()).contains("Check what you have entered", "Enter the name of the customer.");
		visitCurrent("customer-invalid");
	}

	@ParameterizedTest
	@ValueSource(strings = { "</title><script>window.hit = 1</script>", "\"><img src=x onerror=\"window.hit = 1\">",
			"' onmouseover='window.hit = 1 ${7*7}__::x", LONG })
	void staysTextInEachStep(String hostile) throws IOException {
		begin("clerk/default", hostile, "https://idp.oscorp.example/" + HtmlUtils.htmlEscape(hostile));
		expectText(hostile);
		find("#domains").sendKeys("oscorp.example " + hostile);
		submit("form.customer");
		expectText(hostile);
		visitCurrent("customer-domains-hostile");
		find("#domains").clear();
		find("#domains").sendKeys("oscorp.example");
		submit("form.customer");
		submit("form[action$='/create']");
		assertThat(text()).contains("A test must succeed first.");
		find("summary").click();
		expectText(hostile);
		visitCurrent("customer-activation-hostile");
	}

	private void expectText(String hostile) {
		assertThat(text()).contains(hostile);
		assertThat(driver().executeScript("return window.hit")).isNull();
		assertThat(driver().findElements(By.cssSelector("script:not([src^='/']), img, [onerror], [onmouseover]")))
			.isEmpty();
	}

	private void begin(String account) throws IOException {
		begin(account, "Oscorp", "https://idp.oscorp.example");
	}

	private void begin(String account, String customer, String entityId) throws IOException {
		Path metadata = Files.writeString(this.directory.resolve("metadata.xml"),
				TestMetadata.xml(entityId, "https://idp.oscorp.example/sso", TestCertificates.selfSigned("idp",
						Instant.now().minusSeconds(3600), Instant.now().plusSeconds(86400L * 20))));
		open("/customers");
		find("#account option[value='" + account + "']").click();
		find("#customer").sendKeys(customer);
		find("#product option[value='okta']").click();
		find("label[for='kind-file']").click();
		find("#file").sendKeys(metadata.toString());
		submit("form.customer");
		assertThat(text()).contains("https://idp.oscorp.example/sso", "Findings");
		visitCurrent("customer-findings-" + account.replaceAll("/.*", ""));
		follow("a.button.primary");
	}

	private void submit(String form) {
		follow(form + " button[type='submit']");
	}

	private void follow(String selector) {
		driver().executeScript("window.left = true");
		find(selector).click();
		// A script that runs while a page is replaced can fail
		new WebDriverWait(driver(), Duration.ofSeconds(30)).ignoring(WebDriverException.class)
			.until((driver) -> driver().executeScript("return !window.left && document.readyState === 'complete'"));
	}

	// The address is all that is left
	private void restartBrowser() {
		String address = driver().getCurrentUrl();
		driver().manage().deleteAllCookies();
		driver().get("about:blank");
		driver().get(address);
	}

	private void test(String outcome) {
		submit("form[action$='/test']");
		String console = driver().getWindowHandle();
		String link = find("section a[target]").getAttribute("href");
		driver().switchTo().newWindow(WindowType.TAB);
		driver().get(link);
		follow("button[name='outcome'][value='" + outcome + "']");
		driver().close();
		driver().switchTo().window(console);
		driver().navigate().refresh();
		browser().complaints();
	}

}
