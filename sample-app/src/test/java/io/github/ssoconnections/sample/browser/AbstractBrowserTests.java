// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.browser;

import java.time.Duration;

import io.github.ssoconnections.index.ConnectionIndex;
import io.github.ssoconnections.sample.sandbox.EmbeddedSandbox;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The console over its sandbox, seeded before every test, in a browser.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "sso-connections.clerk.api-key=", "sso-connections.clerk.base-url=",
				"sso-connections.clerk.rate-limit.enabled=false", "sso-connections.auth0.rate-limit.enabled=false" })
abstract class AbstractBrowserTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static Browser browser;

	@LocalServerPort
	private int port;

	@Autowired
	private EmbeddedSandbox embeddedSandbox;

	@Autowired
	private ConnectionIndex index;

	@BeforeEach
	void prepare() {
		if (browser == null) {
			browser = Browser.start();
		}
		browser.appear(Appearance.WIDE_LIGHT);
		browser.driver().manage().deleteAllCookies();
		browser.driver().get("about:blank");
		browser.complaints();
		sandbox().reset();
		sandbox().seed();
		refresh();
	}

	Sandbox sandbox() {
		return this.embeddedSandbox.start();
	}

	/**
	 * Read all connections of the sandbox into the index.
	 */
	void refresh() {
		this.index.refresh().block(PATIENCE);
	}

	Browser browser() {
		return browser;
	}

	ChromeDriver driver() {
		return browser.driver();
	}

	String address(String path) {
		return "http://127.0.0.1:" + this.port + path;
	}

	void open(String path) {
		driver().get(address(path));
	}

	WebElement find(String selector) {
		return driver().findElement(By.cssSelector(selector));
	}

	/**
	 * Do what opens another page, and wait for it: keys do not.
	 */
	void leave(Runnable action) {
		driver().executeScript("window.left = true");
		action.run();
		waitFor("return !window.left && document.readyState === 'complete'");
	}

	/**
	 * Wait until a script returns true, for pages that renew themselves.
	 */
	void waitFor(String script) {
		Flux.interval(Duration.ofMillis(20))
			.filter((tick) -> Boolean.TRUE.equals(driver().executeScript(script)))
			.blockFirst(PATIENCE);
	}

	String text() {
		return find("body").getText();
	}

	/**
	 * Open a page, and check and save it in every appearance.
	 * @param path the path
	 * @param name the name of the screenshots
	 */
	void visit(String path, String name) {
		open(path);
		visitCurrent(name);
	}

	/**
	 * Check and save the open page in every appearance, for pages that only a form opens.
	 * @param name the name of the screenshots
	 */
	void visitCurrent(String name) {
		for (Appearance appearance : Appearance.values()) {
			browser.appear(appearance);
			browser.check(name, appearance);
			browser.saveScreenshot(name + "-" + appearance);
		}
		browser.appear(Appearance.WIDE_LIGHT);
	}

}
