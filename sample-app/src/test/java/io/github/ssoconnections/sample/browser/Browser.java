// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Chromium without a window. Its driver is the one that is installed: nothing is
 * downloaded, and a missing browser is a failure.
 */
final class Browser {

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	private static final List<String> GRAVE = List.of("serious", "critical");

	private final ChromeDriver driver;

	private Browser(ChromeDriver driver) {
		this.driver = driver;
	}

	static Browser start() {
		File chromium = installed("browser.binary", "/usr/bin/chromium");
		File chromedriver = installed("browser.driver", "/usr/bin/chromedriver");
		ChromeOptions options = new ChromeOptions();
		options.setBinary(chromium);
		options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
				"--no-first-run", "--disable-background-networking", "--disable-component-update",
				"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost");
		LoggingPreferences logging = new LoggingPreferences();
		logging.enable(LogType.BROWSER, Level.WARNING);
		options.setCapability(ChromeOptions.LOGGING_PREFS, logging);
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(chromedriver)
			.usingAnyFreePort()
			.build();
		Browser browser = new Browser(new ChromeDriver(service, options));
		Runtime.getRuntime().addShutdownHook(new Thread(browser.driver::quit));
		return browser;
	}

	private static File installed(String property, String path) {
		File file = new File(System.getProperty(property, path));
		assertThat(file).as("Install chromium and chromium-driver, or set '%s'", property).isExecutable();
		return file;
	}

	ChromeDriver driver() {
		return this.driver;
	}

	/**
	 * Emulate a device: a window without a head is never narrower than 500 pixels.
	 */
	void appear(Appearance appearance) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", appearance.width(),
				"height", appearance.height(), "deviceScaleFactor", 1, "mobile", appearance.isPhone()));
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", appearance.colorScheme()))));
	}

	/**
	 * Assert that the page fits into its window, has no grave finding of axe, and was
	 * rejected nothing by its policy.
	 */
	void check(String name, Appearance appearance) {
		assertThat(number("window.innerWidth")).as("%s: width of the window", name).isEqualTo(appearance.width());
		assertThat(number("document.documentElement.scrollWidth")).as("%s: width of the page at %s", name, appearance)
			.isLessThanOrEqualTo(appearance.width());
		assertThat(matches()).as("%s: color scheme", name).isEqualTo(appearance.colorScheme());
		assertThat(number("document.querySelectorAll('h1').length")).as("%s: headings of the first level", name)
			.isEqualTo(1);
		assertThat(findings()).as("%s: findings of axe at %s", name, appearance).isEmpty();
		assertThat(complaints()).as("%s: console of the browser", name).isEmpty();
	}

	private String matches() {
		return Boolean.TRUE
			.equals(this.driver.executeScript("return matchMedia('(prefers-color-scheme: dark)').matches")) ? "dark"
					: "light";
	}

	private List<String> findings() {
		return new AxeBuilder().setLegacyMode(true)
			.analyze(this.driver)
			.getViolations()
			.stream()
			.filter((rule) -> GRAVE.contains(rule.getImpact()))
			.map(Browser::describe)
			.toList();
	}

	private static String describe(Rule rule) {
		return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + " at "
				+ rule.getNodes().stream().limit(3).map((node) -> node.getTarget() + " " + node.getHtml()).toList();
	}

	/**
	 * Return what the browser has reported since the last call: blocked scripts and
	 * styles, failed loads. The page's own status is no complaint.
	 */
	List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.map((entry) -> entry.getMessage())
			.filter((message) -> !message.startsWith(this.driver.getCurrentUrl() + " - Failed to load resource"))
			.toList();
	}

	long number(String script) {
		return ((Number) this.driver.executeScript("return " + script)).longValue();
	}

	void saveScreenshot(String name) {
		Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", number("window.innerWidth"), "height",
				Math.min(number("document.documentElement.scrollHeight"), 4000), "scale", 1);
		Object data = this.driver
			.executeCdpCommand("Page.captureScreenshot",
					Map.of("format", "png", "captureBeyondViewport", true, "clip", clip))
			.get("data");
		try {
			Files.createDirectories(SCREENSHOTS);
			Files.write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(data)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
