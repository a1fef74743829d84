// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The site is made beside the pages: its lock file names no registry, and nothing of Node
 * is below {@code docs}.
 */
class SiteTests {

	private static final Path SITE = Pages.ROOT.resolve("site");

	@Test
	void lockFileNamesNoRegistry() {
		JsonNode packages = JsonMapper.shared().readTree(SITE.resolve("package-lock.json").toFile()).path("packages");
		assertThat(packages.size()).isGreaterThan(50);
		packages.properties().forEach((one) -> assertThat(one.getValue().has("resolved")).as(one.getKey()).isFalse());
	}

	@Test
	void lockFileLocksWhatIsWanted() {
		JsonNode wanted = JsonMapper.shared().readTree(SITE.resolve("package.json").toFile()).path("devDependencies");
		JsonNode packages = JsonMapper.shared().readTree(SITE.resolve("package-lock.json").toFile()).path("packages");
		assertThat(wanted.propertyNames()).isNotEmpty()
			.allSatisfy((name) -> assertThat(packages.path("node_modules/" + name).path("version").asString())
				.isEqualTo(wanted.path(name).asString()));
	}

	@Test
	void nothingOfNodeIsBesideThePages() {
		assertThat(Pages.DOCS.resolve("node_modules")).doesNotExist();
		assertThat(Pages.DOCS.resolve("package.json")).doesNotExist();
		assertThat(Pages.DOCS.resolve(".vitepress")).doesNotExist();
	}

	@Test
	void whatIsBuiltIsIgnored() throws Exception {
		assertThat(Files.readAllLines(Pages.ROOT.resolve(".gitignore"))).contains("/site/node_modules/", "/site/cache/",
				"/site/dist/");
	}

}
